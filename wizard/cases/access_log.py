"""The log of who opened which case: each row is written, and committed, before anything is sent."""

import uuid
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import rfc8785
import structlog
from sqlalchemy import Connection, func, insert, select
from sqlalchemy.exc import SQLAlchemyError

from wizard.accounts import Visitor, digest
from wizard.cases.errors import NotLoggedError
from wizard.models_access import Access
from wizard.tools import Tools

READ, DENIED, STATED = "read", "denied", "stated"
SEARCHED, FOUND = "searched", "found"
"""That the office looked for somebody, and each case that the answer showed."""
NO_CASE = uuid.UUID(int=0)
"""What a row points at that is about no single case."""
STAFF = "staff"
"""The capacity of those who work at the office; all others have that of a participant."""
FOR_ARCHIVE = "archive"
"""The capacity of whoever runs the site and takes a case out for the municipality's archive."""
BEGINNING = bytes(32)
"""What stands before the first row."""
ONE_AT_A_TIME = 0x61636365  # any number that nothing else locks by
SEALED, HASH = "sealed_entry", "hash"

log = structlog.get_logger()


class Entry(NamedTuple):
    """What is logged of one request, beside who makes it and when."""

    outcome: str
    case_id: uuid.UUID
    what: str
    which: str
    capacity: str
    reason: str = ""
    stated: int | None = None
    office: str = ""
    """The name of the office they work in, for the case's owner to read; empty for citizens."""
    words: str = ""
    """The reason in their own words."""


def entry_place(number: int) -> str:
    """The place that a row's sealed entry is bound to."""
    return f"access_log:{number}"


class Together(NamedTuple):
    """Rows that are written or not written at once; the later ones point at the first, where there is one."""

    first: Entry
    others: tuple[Entry, ...] = ()


Change = Callable[[Connection], None]
"""What is written in the same transaction, before the rows: they wait for nobody else's lock."""


def append(tools: Tools, visitor: Visitor, entry: Entry, also: Change | None = None) -> None:
    """Add a row, in a transaction of its own. ``NotLoggedError`` where that fails: then nothing may be sent."""
    append_all(tools, visitor, Together(entry), also)


def append_all(tools: Tools, visitor: Visitor, entries: Together, also: Change | None = None) -> None:
    """As ``append``, of several: one after the other in the one chain, in one transaction."""
    try:
        with tools.store.begin() as db:
            if also:
                also(db)
            number, before = _last(db)
            pointing = (one._replace(stated=number + 1) for one in entries.others)
            rows = []
            for place, entry in enumerate((entries.first, *pointing), start=number + 1):
                values, plain = _row(tools, visitor, entry, place)
                before = tools.vault.link(before, content(values, plain))
                sealed = tools.vault.seal_json(plain, entry_place(place))
                rows.append(values | {SEALED: sealed, HASH: before})
            db.execute(insert(Access), rows)
    except SQLAlchemyError as error:
        raise not_logged(error) from error


def has_read(tools: Tools, visitor: Visitor, case_id: uuid.UUID) -> bool:
    """Whether the case was opened in this very log-in. ``NotLoggedError`` where the log cannot be read."""
    opened = select(Access.number).where(
        Access.case_id == case_id, Access.login == digest(visitor.token), Access.outcome == READ
    )
    try:
        with tools.store.connect() as db:
            return db.execute(opened.limit(1)).first() is not None
    except SQLAlchemyError as error:
        raise not_logged(error) from error


def not_logged(error: SQLAlchemyError) -> NotLoggedError:
    """Said in the technical log too: whoever runs the site must see that nobody gets in."""
    cause = getattr(error, "orig", None) or error
    log.error("access_not_logged", cause=type(cause).__name__)
    return NotLoggedError()


def _last(db: Connection) -> tuple[int, bytes]:
    """Number and hash of the newest row; from here to the end of the transaction nobody else adds one."""
    if db.dialect.name != "sqlite":  # there a transaction that writes is alone from its begin
        db.execute(select(func.pg_advisory_xact_lock(ONE_AT_A_TIME)))
    newest = select(Access.number, Access.hash).order_by(Access.number.desc()).limit(1)
    row = db.execute(newest).one_or_none()
    return (row.number, row.hash) if row else (0, BEGINNING)


def _row(tools: Tools, visitor: Visitor, entry: Entry, number: int) -> tuple[dict[str, Any], dict[str, str]]:
    plain = {"name": visitor.name, "office": entry.office, "words": entry.words}
    values = {
        "number": number,
        "at": tools.clock(),
        "outcome": entry.outcome,
        "account_id": visitor.account_id,
        "staff_of": visitor.staff_of,
        "login": digest(visitor.token),
        "level": visitor.level,
        "case_id": entry.case_id,
        "what": entry.what,
        "which": entry.which,
        "capacity": entry.capacity,
        "reason": entry.reason,
        "stated": entry.stated,
    }
    return values, plain


def content(values: Mapping[str, Any], plain: Mapping[str, str]) -> bytes:
    """What a row's hash is over: every column but the sealed one, that one unsealed, as canonical JSON (RFC 8785)."""
    told = {name: _said(value) for name, value in values.items() if name not in {SEALED, HASH}}
    return rfc8785.dumps({**told, "entry": dict(plain)})


def _said(value: Any) -> int | str | None:
    if isinstance(value, bytes):
        return value.hex()
    if value is None or isinstance(value, int):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
