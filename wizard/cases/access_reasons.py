"""Why a member of staff opens a case: they have it in hand, or they said in this log-in why."""

import uuid
from functools import partial
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.exc import SQLAlchemyError

from forms.marks import RELATED_STAFF
from wizard.accounts import Visitor, digest
from wizard.cases.access_log import STAFF, STATED, Entry, append, entry_place, not_logged
from wizard.cases.standing import LET_GO, TAKEN
from wizard.models import CaseEvent, Submission
from wizard.models_access import Access
from wizard.tools import Tools

IN_HAND, REGISTERS, SOUGHT, FOR_PAPER = "in_hand", "registers", "sought", "for_paper"
"""What is known without asking: they have it in hand, write it down from paper, looked for somebody, or for what a
paper belongs to."""
HANDLES, WAS_ASKED, COLLEAGUE, OTHER = TO_CHOOSE = ("handles", "was_asked", "colleague", "other")
"""What can be chosen; whoever has the case in hand is not asked."""
NOT_YOUR_OFFICE, PROTECTED, OWN_CASE, NOT_THERE = "not_your_office", "protected", "own_case", "not_there"
"""Why somebody was refused."""
RELATED = "related"
"""What the row of a reason says beside it: they are related to somebody in the case, or know them privately."""


class Reason(NamedTuple):
    """A reason by its key, and the row of the log in which it was given."""

    key: str
    stated: int | None = None


HOLDER = (
    select(CaseEvent.kind, CaseEvent.actor_id)
    .where(CaseEvent.case_id == bindparam("case_id"), CaseEvent.kind.in_((TAKEN, LET_GO)))
    .order_by(CaseEvent.id.desc())
    .limit(1)
)
GIVEN = (
    select(Access.number, Access.reason)
    .where(
        Access.case_id == bindparam("case_id"),
        Access.login == bindparam("login"),
        Access.outcome == STATED,
    )
    .order_by(Access.number.desc())
    .limit(1)
)


def reason_of(tools: Tools, visitor: Visitor, case_id: uuid.UUID) -> Reason | None:
    """Why they open the case; None where they must say so first. ``NotLoggedError`` where the log cannot be read."""
    with tools.store.connect() as db:
        if _in_hand(db, visitor, case_id):
            return Reason(IN_HAND)
        try:
            given = db.execute(GIVEN, {"case_id": case_id, "login": digest(visitor.token)}).one_or_none()
        except SQLAlchemyError as error:
            raise not_logged(error) from error
    return Reason(given.reason, given.number) if given else None


def _in_hand(db: Connection, visitor: Visitor, case_id: uuid.UUID) -> bool:
    last = db.execute(HOLDER, {"case_id": case_id}).one_or_none()
    return last is not None and (last.kind, last.actor_id) == (TAKEN, visitor.account_id)


class Said(NamedTuple):
    """Why they open it, in their own words too, and whether they know somebody in it."""

    reason: str
    words: str
    related: bool


def state(tools: Tools, visitor: Visitor, case_id: uuid.UUID, said: Said, *, office: str) -> None:
    """Write down why they open the case: it holds for this log-in and this case.

    Whoever knows somebody in it leaves a mark on the case (forvaltningsloven § 6).
    """
    which = RELATED if said.related else ""
    entry = Entry(STATED, case_id, STATED, which, STAFF, said.reason, office=office, words=said.words)
    append(tools, visitor, entry, partial(_mark, case_id) if said.related else None)


def carry_over(tools: Tools, visitor: Visitor, token: str) -> None:
    """What they said in the log-in of that token holds in the one that took its place when they showed who they are."""
    said = (
        select(Access).where(Access.login == digest(token), Access.outcome == STATED).order_by(Access.number)
    )
    try:
        with tools.store.read() as db:
            latest = {row.case_id: row for row in db.scalars(said)}
    except SQLAlchemyError as error:
        raise not_logged(error) from error
    for row in latest.values():
        told: dict[str, str] = tools.vault.open_json(row.sealed_entry, entry_place(row.number))
        entry = Entry(STATED, row.case_id, STATED, row.which, STAFF, row.reason, row.stated)
        append(tools, visitor, entry._replace(office=told["office"], words=told["words"]))


def _mark(case_id: uuid.UUID, db: Connection) -> None:
    here = Submission.case_id == case_id
    marks = db.execute(select(Submission.marks).where(here).with_for_update()).scalar_one()
    told = list(dict.fromkeys([*marks, RELATED_STAFF]))
    db.execute(update(Submission).where(here).values(marks=told))
