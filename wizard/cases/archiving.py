"""The office has put a case into the municipality's archive, and what that means for how long it stays here."""

import uuid
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from forms.language import OSLO
from wizard.cases import in_force
from wizard.cases.beginning import record
from wizard.cases.finding import CaseRow, find_case, lock_sent
from wizard.cases.following import events_of
from wizard.cases.kept_for import kept_for
from wizard.cases.notice_kinds import CASE_GOES
from wizard.cases.noticing import Whose, notice
from wizard.cases.standing import ARCHIVED, ASKED, DELIVERED, NOT_ARCHIVED, Happened, archived_since
from wizard.models import Attachment, Case, Submission
from wizard.tools import Tools


def put_into_archive(tools: Tools, case_id: uuid.UUID, staff_id: uuid.UUID) -> bool:
    """Write down that it lies there; said twice is said once.

    False as long as its documents are not delivered, or a file of it waits to be screened.
    """
    with tools.store.write() as db:
        lock_sent(db, case_id)
        events = _events(db, case_id)
        if not _delivered(events) or _unscreened(db.connection(), tools, case_id):
            return False
        case = find_case(db.connection(), case_id)
        if case and archived_since(events) is None:
            at = tools.clock()
            days = _days(db, tools, case, events)
            record(db, case_id, ARCHIVED, at, actor=staff_id, detail=str(days))
            _tell_owner(db, tools, case_id)
    return True


def _tell_owner(db: Session, tools: Tools, case_id: uuid.UUID) -> None:
    case = db.get_one(Case, case_id)
    notice(db, tools, Whose(case.owner_id, case.municipality), CASE_GOES, case_id)


def take_out_of_archive(tools: Tools, case_id: uuid.UUID, staff_id: uuid.UUID) -> bool:
    """It does not lie there after all, so that it stays here; False once it is gone from here, or never lay there."""
    with tools.store.write() as db:
        lock_sent(db, case_id)
        gone = db.get_one(Submission, case_id).removed_at is not None
        if gone or archived_since(_events(db, case_id)) is None:
            return False
        record(db, case_id, NOT_ARCHIVED, tools.clock(), actor=staff_id)
    return True


def waits_for_screening(tools: Tools, case_id: uuid.UUID) -> bool:
    """Whether nobody can have put all of its files anywhere yet."""
    with tools.store.connect() as db:
        return _unscreened(db, tools, case_id)


def _unscreened(db: Connection, tools: Tools, case_id: uuid.UUID) -> bool:
    waiting = select(Attachment.id).where(Attachment.case_id == case_id, Attachment.screened.is_(None))
    return tools.clamd is not None and db.execute(waiting.limit(1)).first() is not None


def stays_until(tools: Tools, case: CaseRow, archived_at: datetime, events: tuple[Happened, ...]) -> date:
    """The day on which what was sent goes from here, by what has happened to it so far."""
    with tools.store.read() as db:
        return _goes(db, tools, case, archived_at, events)


def _goes(
    db: Session, tools: Tools, case: CaseRow, archived_at: datetime, events: tuple[Happened, ...]
) -> date:
    """Never earlier than a day that its owner was told, also where nothing is waited for any more."""
    told = (one.at + timedelta(days=int(one.detail)) for one in events if one.kind == ARCHIVED and one.detail)
    days = _days(db, tools, case, events)
    return max([archived_at + timedelta(days=days), *told]).astimezone(OSLO).date()


def _days(db: Session, tools: Tools, case: CaseRow, events: tuple[Happened, ...]) -> int:
    """More where something is still to come, or was asked for since; what never comes keeps nothing for ever."""
    kept = kept_for(tools, case)
    kinds = [event.kind for event in events]
    asked = ARCHIVED in kinds and ASKED in kinds[kinds.index(ARCHIVED) :]
    waits = asked or in_force.waits(db.connection(), tools, case.id, kinds)
    return kept.waiting_days if waits else kept.sent_days


def may_go(db: Session, tools: Tools, case: CaseRow) -> bool:
    """Whether what was sent is kept here no longer.

    It stays until its documents were delivered and the office has said that they lie in its archive, and longer where
    a signature, a paper or a number may still come. Once one has come, the office says it anew: then it lies there
    too. A yes or a power of attorney holds on without it.
    """
    events = _events(db, case.id)
    at = archived_since(events)
    return at is not None and _delivered(events) and _goes(db, tools, case, at, events) <= tools.today()


def _events(db: Session, case_id: uuid.UUID) -> tuple[Happened, ...]:
    return events_of(db, [case_id]).get(case_id, ())


def _delivered(events: tuple[Happened, ...]) -> bool:
    return any(event.kind == DELIVERED for event in events)
