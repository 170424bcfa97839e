"""Whether documents can be made and sealed, and for how long yet."""

from datetime import UTC, datetime

from docgen.keyring import Keyring

WARNED_DAYS = 30
"""From so many days before its end on, the certificate is told of: to get a new one takes people and time."""


def readiness(keys: Keyring, now: datetime | None = None) -> dict[str, str | int]:
    """``ok`` or ``warning``, and the whole days that are left. Raises ``CannotSeal`` where none can be sealed now."""
    days = days_left(keys, now or datetime.now(UTC))
    return {"status": "ok" if days > WARNED_DAYS else "warning", "certificate_days": days}


def days_left(keys: Keyring, now: datetime) -> int:
    """Raises ``CannotSeal`` where the certificate is not valid at this time."""
    ends: datetime = keys.current().certificate.not_valid_after
    return (ends - now).days
