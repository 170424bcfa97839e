"""Ties what is sent to the earlier cases that it is about; within the caller's transaction."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from itertools import product

from sqlalchemy import ColumnElement, Select, select, union
from sqlalchemy.orm import Session

from wizard.cases.beginning import record
from wizard.cases.drafts import Draft
from wizard.models import Case, CaseEvent, Concern, Submission


@dataclass(frozen=True)
class Tied:
    """The earlier cases, locked until the transaction ends, and which events wait for a signature on paper."""

    earlier: tuple[Submission, ...]
    waiting: tuple[str, ...]


def tie(db: Session, draft: Draft, at: datetime, *, signed: bool) -> Tied | None:
    """Write down on each earlier case what the draft, just sent, means for it; None where it is about none.

    The owner of all is the same, whatever the answers say.
    """
    wanted = draft.walk.journey.tie(draft.walk.now)
    earlier = _find(db, draft, wanted.references) if wanted else ()
    if not wanted or not earlier:
        return None
    day = wanted.day.isoformat() if wanted.day else ""
    for one in earlier:
        db.add(Concern(case_id=draft.case.id, earlier_id=one.case_id))
        for kind in wanted.when_sent + (wanted.when_signed if signed else ()):
            record(db, one.case_id, kind, at, actor=draft.actor_id, detail=day)
    return Tied(earlier, () if signed else wanted.when_signed)


def signature_came(db: Session, case_id: uuid.UUID, at: datetime) -> None:
    """Write down on the earlier cases, if there are any, what waited for the signature on paper."""
    earlier = _locked(db, Submission.case_id.in_(_earlier_than(case_id)))
    query = select(CaseEvent).where(CaseEvent.case_id == case_id, CaseEvent.kind == "submitted")
    for event in db.scalars(query):
        for one, kind in product(earlier, event.detail.split()):
            record(db, one.case_id, kind, at, actor=event.actor_id)


def _find(db: Session, draft: Draft, references: tuple[str, ...]) -> tuple[Submission, ...]:
    case = draft.case
    own = select(Case.id).where(Case.owner_id == case.owner_id, Case.municipality == case.municipality)
    return _locked(db, Submission.case_id.in_(own.where(Case.reference.in_(references))))


def _locked(db: Session, which: ColumnElement[bool]) -> tuple[Submission, ...]:
    """Always in one order: two that each hold what the other waits for would wait for ever."""
    query = select(Submission).where(which).order_by(Submission.case_id).with_for_update()
    return tuple(db.scalars(query))


def _earlier_than(case_id: uuid.UUID) -> Select[uuid.UUID]:
    return select(Concern.earlier_id).where(Concern.case_id == case_id)


def _later_than(case_id: uuid.UUID) -> Select[uuid.UUID]:
    return select(Concern.case_id).where(Concern.earlier_id == case_id)


def hide_with(db: Session, one: Submission) -> None:
    """What tells of a protected address must be kept from the same eyes as everything that it hangs together with."""
    seen, waiting = set[uuid.UUID](), [one]
    while waiting:
        here = waiting.pop()
        seen.add(here.case_id)
        here.restricted = True
        near = union(_earlier_than(here.case_id), _later_than(here.case_id))
        found = db.scalars(select(Submission).where(Submission.case_id.in_(near)))
        waiting.extend(other for other in found if other.case_id not in seen)
