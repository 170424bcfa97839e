"""The identity numbers that the office added to what came on paper: shown to it, checked at log-in, and taken away."""

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

import structlog
from sqlalchemy import or_, select, union, update
from sqlalchemy.orm import Session

from forms.marks import NAME_UNCHECKED, NAME_UNSEEN, OTHER_THAN_LOG_IN, unseen
from forms.names import may_be_all
from forms.paper_intake.missing_numbers import OWNER, PROXY, SUBJECT, on_the_paper, without_number
from forms.situation import Person, Situation
from wizard.accounts import Visitor, account_person, lookup_of, person_of
from wizard.cases import consents, powers
from wizard.cases.beginning import record
from wizard.cases.drafts import Draft, Reader, read_draft
from wizard.cases.finding import CaseRow, find_case, lock_sent
from wizard.cases.following import events_of
from wizard.cases.groundless import hand_over, lacks_ground, written_by
from wizard.cases.missing_numbers import named
from wizard.cases.owners import account_for
from wizard.cases.paper_read import subject_lookup
from wizard.cases.standing import NOTED_DOWN, NUMBER_ADDED, NUMBER_WRONG, Happened
from wizard.models import Account, Case, CaseEvent, Concern, Submission
from wizard.models_acting import Participant, Power
from wizard.models_consents import Consent
from wizard.models_paper import PaperIntake
from wizard.tools import Tools

OF_NAMES = {NAME_UNCHECKED, OTHER_THAN_LOG_IN}

log = structlog.get_logger()


class Added(NamedTuple):
    """Whose number was added, or stands on the paper and may be another's, and the number."""

    whose: str
    number: str
    event: int = 0
    """By which it was added; 0 for what stands on the paper."""

    @property
    def on_paper(self) -> bool:
        return not self.event


def added_numbers(tools: Tools, case: CaseRow, reader: Reader) -> list[Added]:
    """Those that stand now and may be wrong, for the office alone."""
    if not case.on_paper:
        return []
    with tools.store.read() as db:
        return _may_be_wrong(db, tools, case, reader)


def _may_be_wrong(db: Session, tools: Tools, case: CaseRow, reader: Reader) -> list[Added]:
    """What staff added, and what stands on the paper as long as nobody has logged in with it."""
    added, row = numbers_of(db, tools, case), db.get_one(Submission, case.id)
    on_paper = _unseen_on_paper(read_draft(db.connection(), tools, case, reader).walk.now, row.marks)
    events = _standing(events_of(db, [case.id]).get(case.id, ()))
    return [
        *(Added(whose, one, events[whose]) for whose, one in added.items()),
        *(Added(whose, one) for whose, one in on_paper.items() if whose not in added),
    ]


def _unseen_on_paper(now: Situation, marks: Iterable[str]) -> dict[str, str]:
    return {whose: one for whose, one in on_the_paper(now).items() if unseen(whose) in marks}


def numbers_of(db: Session, tools: Tools, case: CaseRow) -> dict[str, str]:
    """The numbers that staff added and that stand, by whose they are."""
    stand = _standing(events_of(db, [case.id]).get(case.id, ()))
    return {whose: number for whose in stand if (number := _number(db, tools, case, whose))}


def _standing(events: Iterable[Happened]) -> dict[str, int]:
    """Whose number was added and stands, with the event by which it was."""
    last = {
        event.detail.partition(" ")[0]: event
        for event in events
        if event.kind in {NUMBER_ADDED, NUMBER_WRONG}
    }
    return {whose: event.number for whose, event in last.items() if event.kind == NUMBER_ADDED}


def _number(db: Session, tools: Tools, case: CaseRow, whose: str) -> str:
    if whose == OWNER:
        return person_of(db.connection(), tools, case.owner_id).national_id
    by = {
        PROXY: select(Power.proxy_lookup).where(Power.case_id == case.id),
        SUBJECT: select(Consent.subject_lookup).where(Consent.case_id == case.id).limit(1),
    }[whose]
    found = db.execute(
        select(Account.id, Account.sealed_person).where(Account.lookup == by.scalar_subquery())
    ).one_or_none()
    return account_person(tools, found.id, found.sealed_person).national_id if found else ""


def number_is_wrong(tools: Tools, case: CaseRow, reader: Reader, whose: str, shown: int) -> bool:
    """What took effect by that number ends at once. False, and nothing, where no such number stands.

    ``shown`` is the event by which the number on the page was added: another may stand there by now.
    """
    with tools.store.write() as db:
        powers.hold_drafts(db, [case.id])
        lock_sent(db, case.id)
        if (whose, shown) not in {(one.whose, one.event) for one in _may_be_wrong(db, tools, case, reader)}:
            return False
        _take_away(db, tools, case, reader, whose)
    log.info("number_taken_away", case=str(case.id), account=str(reader.account_id))
    return True


def _take_away(db: Session, tools: Tools, case: CaseRow, reader: Reader, whose: str) -> None:
    at, draft = tools.clock(), read_draft(db.connection(), tools, case, reader)
    without = without_number(draft.walk.now, whose)
    written = written_by(db, case.id) if whose in {OWNER, PROXY} else []
    if whose == OWNER:
        hand_over(db, written, case.owner_id, _give_back(db, tools, draft))
    if whose in {OWNER, PROXY}:
        lacks_ground(db, written, at)
        _end_power(db, case.id, at)
    if whose != PROXY:
        said = tuple(draft.walk.journey.says_yes(without))
        consents.number_gone(db, case.id, said, at, whole=whose == OWNER)
        intake = update(PaperIntake).where(PaperIntake.case_id == case.id)
        db.execute(intake.values(subject_lookup=subject_lookup(tools, without)))
        db.get_one(Submission, case.id).subject_lookup = None
    gone = [PROXY] if whose == OWNER and PROXY in _standing(events_of(db, [case.id])[case.id]) else []
    row = db.get_one(Submission, case.id)
    for one in (whose, *gone):
        record(db, case.id, NUMBER_WRONG, at, actor=reader.account_id, detail=one)
        looked_at(row, one)


def looked_at(row: Submission, whose: str) -> None:
    """That number is theirs, or stands there no more: nobody needs to look at the name for it."""
    row.marks = [mark for mark in row.marks if mark != unseen(whose)]
    if not has_unseen(row.marks):
        row.marks = [mark for mark in row.marks if mark != NAME_UNCHECKED]


def _give_back(db: Session, tools: Tools, draft: Draft) -> uuid.UUID:
    """To an account that no log-in leads to, with what the office noted down about it."""
    case = draft.case
    nobody = account_for(db, tools, Person(named(draft.walk.now)[OWNER], ""))
    noted = select(CaseEvent.case_id).where(CaseEvent.kind == NOTED_DOWN)
    about = select(Concern.case_id).where(Concern.earlier_id == case.id, Concern.case_id.in_(noted))
    theirs = update(Case).where(Case.owner_id == case.owner_id, or_(Case.id == case.id, Case.id.in_(about)))
    db.execute(theirs.values(owner_id=nobody).execution_options(synchronize_session=False))
    events = update(CaseEvent).where(CaseEvent.case_id == case.id, CaseEvent.actor_id == case.owner_id)
    db.execute(events.values(actor_id=nobody))
    said = update(Consent).where(Consent.case_id == case.id, Consent.given_by == case.owner_id)
    db.execute(said.values(owner_id=nobody, given_by=nobody))
    given = update(Power).where(Power.case_id == case.id)
    db.execute(given.values(principal_id=nobody, confirmed_at=None))
    return nobody


def _end_power(db: Session, case_id: uuid.UUID, at: datetime) -> None:
    """Whoever had it by that number has no part by it any more; the power itself waits for the right number."""
    db.execute(update(Power).where(Power.case_id == case_id).values(proxy_lookup=None))
    by_it = update(Participant).where(Participant.power_id == case_id, Participant.ended_at.is_(None))
    db.execute(by_it.values(ended_at=at))


def check_numbers(tools: Tools, visitor: Visitor, reader: Reader) -> None:
    """Somebody has logged in: what they have by a number that staff wrote down is theirs only in their own name."""
    own = lookup_of(tools, visitor.person.national_id)
    theirs = union(
        select(Case.id).where(Case.owner_id == visitor.account_id),
        select(Power.case_id).where(Power.proxy_lookup == own),
        select(Consent.case_id).where(Consent.subject_lookup == own),
    )
    by_number = (
        select(CaseEvent.case_id)
        .where(CaseEvent.case_id.in_(theirs), CaseEvent.kind == NUMBER_ADDED)
        .distinct()
    )
    by_paper = (
        select(Submission.case_id, Submission.marks)
        .join(PaperIntake, PaperIntake.case_id == Submission.case_id)
        .where(Submission.case_id.in_(theirs))
    )
    with tools.store.read() as db:
        found = {*db.scalars(by_number)}
        found |= {row.case_id for row in db.execute(by_paper) if has_unseen(row.marks)}
    for case_id in sorted(found):
        _check(tools, case_id, visitor, reader)


def _check(tools: Tools, case_id: uuid.UUID, visitor: Visitor, reader: Reader) -> None:
    with tools.store.write() as db:
        powers.hold_drafts(db, [case_id])
        row, case = db.get_one(Submission, case_id, with_for_update=True), find_case(db.connection(), case_id)
        if case is None:
            return
        now = read_draft(db.connection(), tools, case, reader).walk.now
        theirs = _by_number(db, tools, case, now, row, visitor.person.national_id)
        for whose in theirs:
            looked_at(row, whose)
            if not may_be_all(named(now)[whose], visitor.person.names):
                _take_away(db, tools, case, reader, whose)
                row.marks = [*(one for one in row.marks if one not in OF_NAMES), OTHER_THAN_LOG_IN]


def _by_number(
    db: Session, tools: Tools, case: CaseRow, now: Situation, row: Submission, number: str
) -> list[str]:
    """As whom that number has a part in it: added by staff, or on the paper and not looked at yet."""
    stand = _standing(events_of(db, [case.id]).get(case.id, ()))
    added = [whose for whose in stand if _number(db, tools, case, whose) == number]
    on_paper = [whose for whose, one in _unseen_on_paper(now, row.marks).items() if one == number]
    return [*added, *(whose for whose in on_paper if whose not in added)]


def has_unseen(marks: Iterable[str]) -> bool:
    """Whether somebody's number stands there whom nobody has seen here by that name."""
    return any(mark.startswith(f"{NAME_UNSEEN} ") for mark in marks)
