"""The verbs of a proxy: begin a form for whoever gave them a power of attorney, and open what they may read."""

import uuid
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from forms.journeys.registry import journey
from wizard.accounts import Visitor, lookup_of
from wizard.cases.beginning import new_case
from wizard.cases.crowding import hold_drafts
from wizard.cases.errors import GroundLostError, NotYoursError
from wizard.cases.held import Held, find_held
from wizard.cases.looking_back import sent_cases
from wizard.cases.participants import PROXY
from wizard.cases.powers import PowerThere
from wizard.cases.shown import pointable, readable
from wizard.cases.staff import refuse_staff
from wizard.models_acting import Participant, Power
from wizard.tools import Tools


class Begun(NamedTuple):
    """A case, and as whom the proxy takes part in it."""

    case_id: uuid.UUID
    participant_id: uuid.UUID


def begin_for(tools: Tools, visitor: Visitor, there: PowerThere, slug: str, reference: str = "") -> Begun:
    """A new draft of the principal's, which the proxy fills in; ``reference`` is of the earlier case it is about.

    ``NotYoursError`` where the visitor has no such power there, or it is not for that journey and that case;
    ``GroundLostError`` where it does not hold; ``TooManyDraftsError`` where the visitor fills in too many.
    """
    with tools.store.write() as db:
        power = _hold(db, tools, visitor, there)
        hold_drafts(db.connection(), tools, visitor.account_id)
        if not power.begins(slug) or (
            reference and not _may_be_about(db, tools, visitor, power, slug, reference)
        ):
            raise NotYoursError
        at = tools.clock()
        case_id = new_case(db, (power.principal_id, visitor.account_id), power.municipality, slug, at)
        return Begun(case_id, _take_part(db, tools, visitor, case_id, power.id))


def open_for(tools: Tools, visitor: Visitor, there: PowerThere, reference: str) -> Begun:
    """What the principal has sent, to read; opened twice, it is the same part in it. Raises as ``begin_for``."""
    with tools.store.write() as db:
        power = _hold(db, tools, visitor, there)
        found = {one.reference: one for one in readable(db.connection(), power)}
        if reference not in found:
            raise NotYoursError
        case_id = found[reference].case_id
        query = select(Participant.id).where(
            Participant.case_id == case_id,
            Participant.account_id == visitor.account_id,
            Participant.power_id == power.id,
            Participant.ended_at.is_(None),
        )
        before = db.scalar(query.order_by(Participant.since).limit(1))
        return Begun(case_id, before or _take_part(db, tools, visitor, case_id, power.id))


def _may_be_about(
    db: Session, tools: Tools, visitor: Visitor, power: Held, slug: str, reference: str
) -> bool:
    connection, owner_id = db.connection(), power.principal_id
    sent = sent_cases(connection, owner_id, power.municipality, tools.today())
    known = pointable(connection, owner_id, visitor.account_id, power.power, sent)
    return any(one.reference == reference and journey(slug).follows(one) for one in known)


def _hold(db: Session, tools: Tools, visitor: Visitor, there: PowerThere) -> Held:
    """The visitor's power, which nobody ends until the transaction does."""
    db.get(Power, there.id, with_for_update=True)
    power = find_held(db.connection(), tools, there.id)
    own = lookup_of(tools, visitor.person.national_id)
    if power is None or (power.proxy_lookup, power.municipality) != (own, there.municipality):
        raise NotYoursError
    if why := power.lost(tools.today()):
        raise GroundLostError(why)
    refuse_staff(db.connection(), tools, visitor.person.national_id, power.municipality)
    return power


def _take_part(
    db: Session, tools: Tools, visitor: Visitor, case_id: uuid.UUID, power_id: uuid.UUID
) -> uuid.UUID:
    at = tools.clock()
    part = Participant(
        id=uuid.uuid4(),
        case_id=case_id,
        account_id=visitor.account_id,
        capacity=PROXY,
        power_id=power_id,
        since=at,
        ended_at=None,
    )
    db.add(part)
    db.flush()
    return part.id
