"""Retry-After (RFC 9110, 10.2.3): how long a receiver asks to be left in peace."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def seconds(said: str) -> float | None:
    """From now; None where it is neither a number nor a date."""
    if said.isdecimal() and said.isascii():
        return float(said)
    try:
        until = parsedate_to_datetime(said)
    except ValueError:
        return None
    return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
