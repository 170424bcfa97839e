"""Whether those who were asked to sign are still the ones whom the answers name; whoever is not is let go."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, exists, insert, or_, select, update

from forms.signers import about_whom, asks, known_number, signers
from forms.situation import Situation
from forms.walk import Walk
from wizard.accounts import lookup_of, person_of
from wizard.cases.drafts import Draft, Reader, read_draft
from wizard.cases.errors import GroundLostError
from wizard.cases.finding import CaseRow
from wizard.cases.participants import SIGNERS, TAKEN_BACK, ParticipantRow
from wizard.cases.since_frozen import day_of, frozen_day
from wizard.cases.standing import ASKING_ENDED
from wizard.models import CaseEvent, Submission
from wizard.models_acting import Invitation, Participant, Signed
from wizard.tools import Tools

OPEN_CODES = select(Invitation.id, Invitation.purpose, Invitation.lookup).where(
    Invitation.case_id == bindparam("at_case"),
    Invitation.purpose.in_(SIGNERS),
    Invitation.used_at.is_(None),
    Invitation.revoked_at.is_(None),
)
READERS = select(Participant.id, Participant.capacity, Participant.account_id).where(
    Participant.case_id == bindparam("at_case"),
    Participant.capacity.in_(SIGNERS),
    Participant.ended_at.is_(None),
)
ANYBODY = select(or_(exists(OPEN_CODES), exists(READERS)))
CAME_IN = select(Submission.received_at).where(Submission.case_id == bindparam("at_case"))


class Part(NamedTuple):
    """Somebody's part in a case: as what, and who."""

    capacity: str
    account_id: uuid.UUID


def is_named(db: Connection, tools: Tools, draft: Draft, part: Part) -> bool:
    """Whether they signed what stands, or are one whom the answers name.

    A birthday alone lets nobody go: who they were on the day it was frozen or sent counts as well as today.
    """
    signed = select(Signed.id).where(
        Signed.case_id == draft.case.id,
        Signed.account_id == part.account_id,
        Signed.capacity == part.capacity,
        Signed.voided_at.is_(None),
    )
    if db.execute(signed.limit(1)).first():
        return True
    who = person_of(db, tools, part.account_id)
    return any(asks(one, part.capacity, who) for one in _situations(db, tools, draft))


def hold_named(db: Connection, tools: Tools, case: CaseRow, me: ParticipantRow, reader: Reader) -> None:
    """``GroundLostError`` where somebody who was asked to sign is not one whom the answers name any more."""
    if not me.signs:
        return
    if not is_named(db, tools, read_draft(db, tools, case, reader), Part(me.capacity, me.account_id)):
        raise GroundLostError(TAKEN_BACK)


def anybody_asked(db: Connection, case_id: uuid.UUID) -> bool:
    return bool(db.scalar(ANYBODY, {"at_case": case_id}))


def end_unnamed(db: Connection, tools: Tools, draft: Draft, at: datetime, *, before: Draft | None) -> None:
    """End codes and readers whom the answers do not name; within the transaction that changes or sends them.

    About somebody else than ``before``, everybody is asked anew: whoever knew the one need not know the other.
    """
    now = _saved(draft, tools.today())
    another = before is not None and about_whom(_saved(before, tools.today())) != about_whom(now)
    gone = {*_end_codes(db, tools, draft, at, everybody=another)}
    for row in _readers(db, draft.case.id):
        if another or not is_named(db, tools, draft, Part(row.capacity, row.account_id)):
            # their no, if they gave one, was about somebody else
            said = {"declined_at": None} if another else {}
            db.execute(update(Participant).where(Participant.id == row.id).values(ended_at=at, **said))
            gone.add(row.capacity)
    for capacity in sorted(gone):
        happened = insert(CaseEvent).values(case_id=draft.case.id, kind=ASKING_ENDED, at=at)
        db.execute(happened.values(actor_id=draft.actor_id, detail=capacity))


def _end_codes(db: Connection, tools: Tools, draft: Draft, at: datetime, *, everybody: bool) -> Iterator[str]:
    situations = list(_situations(db, tools, draft))
    for row in _open_codes(db, draft.case.id):
        if everybody or not any(_may_come(tools, one, row.purpose, row.lookup) for one in situations):
            db.execute(update(Invitation).where(Invitation.id == row.id).values(revoked_at=at))
            yield row.purpose


def _may_come(tools: Tools, situation: Situation, capacity: str, lookup: bytes | None) -> bool:
    if not any(one.capacity == capacity and one.asked_here for one in signers(situation)):
        return False
    number = known_number(situation, capacity)
    return not number or lookup == lookup_of(tools, number)


def _open_codes(db: Connection, case_id: uuid.UUID) -> Sequence[Any]:
    return db.execute(OPEN_CODES, {"at_case": case_id}).all()


def _readers(db: Connection, case_id: uuid.UUID) -> Sequence[Any]:
    return db.execute(READERS, {"at_case": case_id}).all()


def _situations(db: Connection, tools: Tools, draft: Draft) -> Iterator[Situation]:
    if at := db.scalar(CAME_IN, {"at_case": draft.case.id}):
        yield _saved(draft, day_of(at))
        return
    yield _saved(draft, tools.today())
    if day := frozen_day(db, draft.case.id):
        yield _saved(draft, day)


def _saved(draft: Draft, day: date) -> Situation:
    """By what was saved: what is typed over it and not saved yet says nothing."""
    answers = {slug: state.answers for slug, state in draft.states.items() if state.answers is not None}
    situation = replace(draft.walk.situation, answers=answers, today=day)
    return Walk(draft.walk.journey, situation).now
