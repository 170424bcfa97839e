"""How long one person's files may take to be read: what is refused costs as much, and counts in no quota."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil

import structlog
from flask import current_app

from forms.language import N_
from wizard.cases.errors import NoFileNowError
from wizard.routes.here import language, tools, visitor
from wizard.tally import Tally

WITHIN = 600
"""Seconds within which it is counted."""
TENTHS = 10
TOO_MUCH = N_(
    "Filene dine har tatt lang tid å lese. Vent ti minutter, og prøv igjen. Teksten din står her ennå."
)

log = structlog.get_logger()


@contextmanager
def reading() -> Iterator[None]:
    """Inside, a file of the visitor's is read. ``NoFileNowError`` where theirs have taken too long lately."""
    if _spent(0) >= tools().settings.reading_seconds * TENTHS:
        log.warning("read_too_much")
        raise NoFileNowError(language().text(TOO_MUCH))
    began = time.monotonic()
    try:
        yield
    finally:
        _spent(ceil((time.monotonic() - began) * TENTHS))


def _spent(tenths: int) -> int:
    """Tenths of a second, with these. A count that fails lets through, as in ``wizard.limits``."""
    tally: Tally = current_app.extensions["tally"]
    key = tools().vault.lookup(f"reading:{visitor().account_id}")
    try:
        return tally.count(key, tools().clock().timestamp(), WITHIN, tenths).times
    except (sqlite3.Error, OSError) as error:
        log.warning("not_counted", cause=type(error).__name__)
        return 0
