"""Retry-After (RFC 9110, 10.2.3): how long whoever answers asks to be left in peace."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def asked_wait(said: str) -> float | None:
    """The header in seconds from now: it is a number, or a date. None where it is neither."""
    if said.isdecimal() and said.isascii():
        return float(said)
    try:
        until = parsedate_to_datetime(said)
    except ValueError:
        return None
    return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
