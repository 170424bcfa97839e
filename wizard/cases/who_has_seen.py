"""Who has opened a case, for its owner to read: one line for each person, reason and day. Reads only."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select

from forms.language import OSLO
from wizard.cases.access_log import FOUND, READ, entry_place
from wizard.cases.access_reasons import OTHER
from wizard.cases.finding import CaseRow
from wizard.models_access import Access
from wizard.tools import Tools


class Opened(NamedTuple):
    """A row of the log, as far as it is told without opening what is sealed."""

    number: int
    at: datetime
    account_id: uuid.UUID
    capacity: str
    reason: str
    stated: int | None
    what: str


OPENED = (
    select(
        Access.number,
        Access.at,
        Access.account_id,
        Access.capacity,
        Access.reason,
        Access.stated,
        Access.what,
    )
    .where(Access.outcome.in_((READ, FOUND)))
    .order_by(Access.number.desc())
)


@dataclass(frozen=True)
class Seen:
    """What somebody opened on one day, for one reason."""

    name: str
    office: str
    capacity: str
    reason: str
    words: str
    first: datetime
    last: datetime
    what: frozenset[str]
    """The routes."""


def who_has_seen(tools: Tools, case: CaseRow) -> list[Seen]:
    """The newest first; what the owner opened themselves is not among it."""
    query = OPENED.where(Access.case_id == case.id, Access.account_id != case.owner_id)
    with tools.store.connect() as db:
        groups = _together(Opened._make(row) for row in db.execute(query))
        numbers = {one for rows in groups for one in (rows[0].number, rows[0].stated) if one}
        sealed = {
            row.number: row.sealed_entry
            for row in db.execute(
                select(Access.number, Access.sealed_entry).where(Access.number.in_(numbers))
            )
        }
    return [_seen(tools, rows, sealed) for rows in groups]


def _together(rows: Iterable[Opened]) -> list[list[Opened]]:
    groups: dict[tuple[object, ...], list[Opened]] = {}
    for row in rows:
        day = row.at.astimezone(OSLO).date()
        said = row.stated if row.reason == OTHER else None  # the same in two log-ins is the same reason
        whose = (row.account_id, row.capacity, row.reason, said, day)
        groups.setdefault(whose, []).append(row)
    return list(groups.values())


def _seen(tools: Tools, rows: list[Opened], sealed: dict[int, bytes]) -> Seen:
    newest, oldest = rows[0], rows[-1]
    entry = _opened(tools, newest.number, sealed)
    words = _opened(tools, newest.stated, sealed)["words"] if newest.stated else ""
    return Seen(
        entry["name"],
        entry["office"],
        newest.capacity,
        newest.reason,
        words,
        oldest.at,
        newest.at,
        frozenset(row.what for row in rows),
    )


def _opened(tools: Tools, number: int, sealed: dict[int, bytes]) -> dict[str, str]:
    found: dict[str, str] = tools.vault.open_json(sealed[number], entry_place(number))
    return found
