"""The writers of the register of powers of attorney; all but the proxy's own verb work in the caller's transaction."""

import uuid
from datetime import date, datetime, timedelta
from typing import NamedTuple

import structlog
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from forms.powers import Grant
from forms.signers import gives_through_another
from forms.ties import WITHDRAWN_FROM
from wizard.accounts import Visitor, lookup_of
from wizard.cases.beginning import record
from wizard.cases.drafts import Draft
from wizard.cases.errors import NotYoursError
from wizard.cases.participants import PROXY
from wizard.cases.standing import GIVEN_BACK
from wizard.models import Case, CaseEvent
from wizard.models_acting import Participant, Power
from wizard.tools import Tools

log = structlog.get_logger()


def register(db: Session, tools: Tools, draft: Draft, at: datetime, *, signed: bool) -> None:
    """Write down the right to act that the draft, just sent, gives; nothing where it gives none.

    Without its giver's signature it holds nothing yet: ``confirm`` comes when the paper has come. Where its proxy
    filled in and the giver has not signed here, nobody knows yet whose power it is: it waits until they have.
    """
    case, now = draft.case, draft.walk.now
    given = draft.walk.journey.gives(now)
    if given is None or (gives_through_another(now) and case.owner_id == case.author_id):
        return
    write_down(db, tools, draft, given, at if signed else None)


def write_down(db: Session, tools: Tools, draft: Draft, given: Grant, confirmed_at: datetime | None) -> None:
    """The power itself, in the name of the case's owner; what is over, or will be on a day, stays so."""
    case, there = draft.case, db.get(Power, draft.case.id)
    db.merge(  # one whose number was somebody else's waits there already
        Power(
            case_id=case.id,
            municipality=case.municipality,
            principal_id=case.owner_id,
            proxy_lookup=lookup_of(tools, given.proxy_number) if given.proxy_number else None,
            scope=list(given.scope),
            about_id=_about(db, draft, given),
            one_case=given.one_case,
            first_day=given.first_day,
            last_day=given.last_day,
            confirmed_at=confirmed_at,
            ended_at=there.ended_at if there else None,
        )
    )
    db.flush()
    by_it = update(Participant).where(Participant.case_id == case.id, Participant.capacity == PROXY)
    db.execute(by_it.where(Participant.power_id.is_(None)).values(power_id=case.id))
    _end_as_told(db, case.id)


def _end_as_told(db: Session, case_id: uuid.UUID) -> None:
    """It was taken back from a later day before it was written down, as when nobody knew the numbers yet."""
    told = select(CaseEvent.detail).where(CaseEvent.case_id == case_id, CaseEvent.kind == WITHDRAWN_FROM)
    for day in db.scalars(told):
        _end_from(db, case_id, date.fromisoformat(day))


def _about(db: Session, draft: Draft, given: Grant) -> uuid.UUID | None:
    own = select(Case.id).where(
        Case.owner_id == draft.case.owner_id,
        Case.municipality == draft.case.municipality,
        Case.reference == given.about,
    )
    return db.scalar(own)


def confirm(db: Session, case_id: uuid.UUID, at: datetime) -> None:
    """The giver's signature has come; nothing where the case is no power of attorney."""
    db.execute(
        update(Power).where(Power.case_id == case_id, Power.confirmed_at.is_(None)).values(confirmed_at=at)
    )


def hold_drafts(db: Session, power_ids: list[uuid.UUID]) -> None:
    """Whatever is under way in these powers' names is finished first, and then sees that they have ended.

    Always before the powers' own cases are locked, as by whoever sends such a draft.
    """
    if db.get_bind().dialect.name == "sqlite":  # there a transaction that writes is alone from its begin
        return
    used = select(Participant.case_id).where(Participant.power_id.in_(power_ids))
    db.execute(select(Case.id).where(Case.id.in_(used)).order_by(Case.id).with_for_update(key_share=True))


def end(db: Session, power_id: uuid.UUID, at: datetime, day: date | None = None) -> None:
    """It ends now, with everybody's part in a case by it; or from a later day on, until which it holds as before."""
    if day is not None:
        _end_from(db, power_id, day)
        return
    one = update(Power).where(Power.case_id == power_id, Power.ended_at.is_(None))
    db.execute(one.values(ended_at=at))
    by_it = update(Participant).where(Participant.power_id == power_id, Participant.ended_at.is_(None))
    db.execute(by_it.values(ended_at=at))


def _end_from(db: Session, power_id: uuid.UUID, day: date) -> None:
    last = day - timedelta(days=1)
    longer = (Power.last_day.is_(None)) | (Power.last_day > last)
    db.execute(update(Power).where(Power.case_id == power_id, longer).values(last_day=last))


def over_from(db: Session, power_id: uuid.UUID) -> date | None:
    """The day from which it holds no more, by its own last day or as it was taken back from; None where there is none.

    Also of one that nobody has written down yet, since a number lacks.
    """
    last = db.scalar(select(Power.last_day).where(Power.case_id == power_id))
    told = select(CaseEvent.detail).where(CaseEvent.case_id == power_id, CaseEvent.kind == WITHDRAWN_FROM)
    days = [date.fromisoformat(day) for day in db.scalars(told)]
    return min([*days, *([last + timedelta(days=1)] if last else [])], default=None)


class PowerThere(NamedTuple):
    """A power as a page of a municipality names it."""

    id: uuid.UUID
    municipality: str


def give_back(tools: Tools, visitor: Visitor, there: PowerThere) -> None:
    """The proxy wants it no more; twice is once. ``NotYoursError`` where they have no such power there."""
    at = tools.clock()
    with tools.store.write() as db:
        hold_drafts(db, [there.id])
        power = db.get(Power, there.id, with_for_update=True)
        own = lookup_of(tools, visitor.person.national_id)
        if power is None or (power.proxy_lookup, power.municipality) != (own, there.municipality):
            raise NotYoursError
        if power.ended_at is None:
            end(db, there.id, at)
            record(db, there.id, GIVEN_BACK, at, actor=visitor.account_id)
    log.info("power_given_back", case=str(there.id), account=str(visitor.account_id))
