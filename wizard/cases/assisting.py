"""The verbs of help at the counter: begin together, take up what was begun at home, and end."""

import uuid
from dataclasses import dataclass
from datetime import datetime

import structlog
from sqlalchemy import exists, or_, select, update
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from forms.situation import Person
from wizard.accounts import Visitor, lookup_of, person_of
from wizard.case_address import CaseAddress
from wizard.cases.assistants import sealed_at
from wizard.cases.beginning import new_case, record
from wizard.cases.codes import Invited, open_code, use
from wizard.cases.errors import AlreadySentError, OwnCaseError
from wizard.cases.finding import CaseRow, find_case, lock_case
from wizard.cases.helped_often import hold_begun
from wizard.cases.own_part import is_named
from wizard.cases.owners import account_for
from wizard.cases.participants import ASSISTANT, COPY_WITHIN, HELP_AT_MOST, IDLE_AFTER
from wizard.cases.standing import HELP_BEGAN, HELP_ENDED, PAPER_PROMISED
from wizard.models import Account, Case, CaseEvent, Submission
from wizard.models_acting import Invitation, Participant
from wizard.tools import Tools

TOUCH_SECONDS = 60

log = structlog.get_logger()


@dataclass(frozen=True)
class Helper:
    """A member of staff of a helping office, and whether they know the citizen privately."""

    visitor: Visitor
    related: bool

    @property
    def office(self) -> str:
        return self.visitor.helps or ""

    @property
    def municipality(self) -> str:
        return self.visitor.staff_of or ""


def begin_together(tools: Tools, helper: Helper, citizen: Person, journey: str) -> CaseAddress:
    """A new draft that is the citizen's from the first moment; gives the helper's own way in.

    Whether the citizen has been here before cannot be told from anything. ``OwnCaseError`` where the helper is the
    citizen; ``TooManyBegunError`` where they begin too many.
    """
    _not_oneself(helper, citizen)
    try:
        return _begin(tools, helper, citizen, journey)
    except IntegrityError:  # the account was made by a log-in at the same moment: now it is there
        return _begin(tools, helper, citizen, journey)


def _begin(tools: Tools, helper: Helper, citizen: Person, journey: str) -> CaseAddress:
    at = tools.clock()
    with tools.store.write() as db:
        owner_id = account_for(db, tools, citizen)
        hold_begun(db, tools, helper.visitor.account_id, owner_id, at)
        people = (owner_id, owner_id)
        case_id = new_case(db, people, helper.municipality, journey, at, by=helper.visitor.account_id)
        return _let_in(db, tools, helper, case_id, at, told=citizen.name)


def _not_oneself(helper: Helper, citizen: Person) -> None:
    if citizen.national_id and citizen.national_id == helper.visitor.person.national_id:
        log.warning("helps_oneself", account=str(helper.visitor.account_id))
        raise OwnCaseError


def _has_no_part(db: Session, tools: Tools, helper: Helper, case: CaseRow) -> None:
    """Nobody helps where they take part, or are asked to, as a citizen, or where an answer names them."""
    case_id = case.id
    key = lookup_of(tools, helper.visitor.person.national_id)
    own = select(Account.id).where(Account.lookup == key).scalar_subquery()
    asked = Invitation.case_id == case_id, Invitation.lookup == key, Invitation.revoked_at.is_(None)
    takes_part = Participant.case_id == case_id, Participant.account_id == own
    named = is_named(db.connection(), tools, case, helper.visitor.person)
    if named or db.scalar(select(exists().where(*asked) | exists().where(*takes_part))):
        log.warning("helps_oneself", account=str(helper.visitor.account_id))
        raise OwnCaseError


def take_up(tools: Tools, helper: Helper, code: str) -> CaseAddress:
    """Go on with a draft whose owner has read a code aloud; gives the helper's own way in.

    Raises as ``open_code``; ``OwnCaseError`` where the helper owns it, signs it or is named in it,
    ``AlreadySentError`` once it is in.
    """
    found = open_code(tools, helper.visitor.account_id, code, lambda one: _is_here(tools, helper, one))
    at = tools.clock()
    with tools.store.write() as db:
        case = lock_case(db.connection(), found.case_id)
        if case.submitted:
            raise AlreadySentError
        for account_id in {case.owner_id, case.author_id}:
            _not_oneself(helper, person_of(db.connection(), tools, account_id))
        _has_no_part(db, tools, helper, case)
        use(db, found, at)
        _end_earlier(db, helper, case.id, at)
        return _let_in(db, tools, helper, case.id, at)


def _end_earlier(db: Session, helper: Helper, case_id: uuid.UUID, at: datetime) -> None:
    """One helper takes part once: what they end now, they end."""
    earlier = update(Participant).where(
        Participant.case_id == case_id,
        Participant.account_id == helper.visitor.account_id,
        Participant.capacity == ASSISTANT,
        Participant.ended_at.is_(None),
    )
    db.execute(earlier.values(ended_at=at))


def _is_here(tools: Tools, helper: Helper, found: Invited) -> bool:
    """A code to somebody at the counter, about a case in this helper's municipality."""
    with tools.store.connect() as db:
        case = find_case(db, found.case_id)
    return found.purpose == ASSISTANT and case is not None and case.municipality == helper.municipality


def _let_in(
    db: Session, tools: Tools, helper: Helper, case_id: uuid.UUID, at: datetime, told: str = ""
) -> CaseAddress:
    taking_part = uuid.uuid4()
    db.add(
        Participant(
            id=taking_part,
            case_id=case_id,
            account_id=helper.visitor.account_id,
            capacity=ASSISTANT,
            power_id=_power_of_author(db, case_id),
            since=at,
            seen_at=at,
            office=helper.office,
            related=helper.related,
            sealed_name=tools.vault.seal_json(told, sealed_at(taking_part)) if told else None,
        )
    )
    record(db, case_id, HELP_BEGAN, at, actor=helper.visitor.account_id, detail=helper.office)
    log.info("help_began", case=str(case_id), account=str(helper.visitor.account_id))
    return CaseAddress(case_id, taking_part)


def _power_of_author(db: Session, case_id: uuid.UUID) -> uuid.UUID | None:
    """By which whoever is helped acts for somebody else: help to them ends with it."""
    theirs = (
        select(Participant.power_id)
        .join(Case, Case.id == Participant.case_id)
        .where(Participant.case_id == case_id, Participant.account_id == Case.author_id)
        .where(Participant.ended_at.is_(None))
        .order_by(Participant.since.desc())
    )
    return db.scalar(theirs.limit(1))


def end_help(tools: Tools, case_id: uuid.UUID, by: uuid.UUID, taking_part: uuid.UUID | None = None) -> None:
    """Nobody helps any more, or the one who takes part so does not; what is over already stays so."""
    with tools.store.write() as db:
        lock_case(db.connection(), case_id)
        end_within(db, tools.clock(), case_id, by, taking_part)


def end_within(
    db: Session, at: datetime, case_id: uuid.UUID, by: uuid.UUID, taking_part: uuid.UUID | None = None
) -> None:
    """As ``end_help``, within the caller's transaction."""
    helping = update(Participant).where(
        Participant.case_id == case_id, Participant.capacity == ASSISTANT, Participant.ended_at.is_(None)
    )
    if taking_part:
        helping = helping.where(Participant.id == taking_part)
    if db.execute(helping.values(ended_at=at)).rowcount:  # type: ignore[attr-defined]  # an update's result counts rows
        record(db, case_id, HELP_ENDED, at, actor=by)


@dataclass(frozen=True)
class Helping:
    """A case in which somebody helps now."""

    address: CaseAddress
    journey: str
    reference: str
    since: datetime
    office: str
    sent: bool
    reads: bool
    """Whether the helper reads it still; of what was sent a while ago they put in the signed paper alone."""


def helping_now(tools: Tools, account_id: uuid.UUID) -> list[Helping]:
    """Where the helper helps now, the last begun first."""
    return _helping(tools, Participant.account_id == account_id)


def helpers_now(tools: Tools, case_id: uuid.UUID) -> list[Helping]:
    """Who helps in the case now."""
    return _helping(tools, Participant.case_id == case_id)


def _helping(tools: Tools, which: object) -> list[Helping]:
    read_since = tools.clock() - COPY_WITHIN
    on_paper = exists().where(CaseEvent.case_id == Case.id, CaseEvent.kind == PAPER_PROMISED)
    query = (
        select(Participant, Case.journey, Case.reference, Submission.received_at)
        .join(Case, Case.id == Participant.case_id)
        .outerjoin(Submission, Submission.case_id == Case.id)
        .where(
            which,  # type: ignore[arg-type]  # a condition on Participant
            Participant.capacity == ASSISTANT,
            Participant.ended_at.is_(None),
            Participant.seen_at > tools.clock() - IDLE_AFTER,
            Participant.since > tools.clock() - HELP_AT_MOST,
            or_(Submission.case_id.is_(None), Submission.received_at > read_since, on_paper),
        )
        .order_by(Participant.since.desc())
    )
    with tools.store.read() as db:
        return [
            Helping(
                CaseAddress(row.case_id, row.id),
                journey,
                reference,
                row.since,
                row.office or "",
                sent=came is not None,
                reads=came is None or came > read_since,
            )
            for row, journey, reference, came in db.execute(query)
        ]


def seen(tools: Tools, taking_part: uuid.UUID, seen_at: datetime | None) -> None:
    """Note that the assistant does something in the case, once a minute at most."""
    at = tools.clock()
    if seen_at and (at - seen_at).total_seconds() <= TOUCH_SECONDS:
        return
    try:
        with tools.store.write(seconds=0) as db:
            db.execute(update(Participant).where(Participant.id == taking_part).values(seen_at=at))
    except OperationalError as error:
        log.warning("help_not_touched", cause=type(error.orig).__name__)
