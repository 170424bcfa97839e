"""Ties what is sent to the earlier case that it is about; within the caller's transaction."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from wizard.cases.beginning import record
from wizard.cases.drafts import Draft
from wizard.models import Case, CaseEvent, Submission


@dataclass(frozen=True)
class Tied:
    """The earlier case, locked until the transaction ends, and which events wait for a signature on paper."""

    submission: Submission
    waiting: tuple[str, ...]


def tie(db: Session, draft: Draft, at: datetime, *, signed: bool) -> Tied | None:
    """Write down on the earlier case what the draft, just sent, means for it; None where it is about none.

    The owner of both is the same, whatever the answers say.
    """
    wanted = draft.walk.journey.tie(draft.walk.now)
    earlier = wanted and _find(db, draft, wanted.reference)
    if not wanted or not earlier:
        return None
    for kind in wanted.when_sent + (wanted.when_signed if signed else ()):
        record(db, earlier.case_id, kind, at, actor=draft.case.owner_id)
    return Tied(earlier, () if signed else wanted.when_signed)


def signature_came(db: Session, case_id: uuid.UUID, at: datetime) -> None:
    """Write down on the earlier case, if there is one, what waited for the signature on paper."""
    later = db.get_one(Submission, case_id)
    if later.concerns_id is None:
        return
    db.get_one(Submission, later.concerns_id, with_for_update=True)
    query = select(CaseEvent).where(CaseEvent.case_id == case_id, CaseEvent.kind == "submitted")
    for event in db.scalars(query):
        for kind in event.detail.split():
            record(db, later.concerns_id, kind, at, actor=event.actor_id)


def _find(db: Session, draft: Draft, reference: str) -> Submission | None:
    case = draft.case
    return db.scalars(
        select(Submission)
        .join(Case, Case.id == Submission.case_id)
        .where(Case.reference == reference, Case.owner_id == case.owner_id)
        .where(Case.municipality == case.municipality)
        .with_for_update(of=Submission)
    ).one_or_none()


def hide_with(db: Session, one: Submission) -> None:
    """What tells of a protected address must be kept from the same eyes as everything that it hangs together with."""
    seen, waiting = set[uuid.UUID](), [one]
    while waiting:
        here = waiting.pop()
        seen.add(here.case_id)
        here.restricted = True
        near = or_(Submission.concerns_id == here.case_id, Submission.case_id == here.concerns_id)
        found = db.scalars(select(Submission).where(near))
        waiting.extend(other for other in found if other.case_id not in seen)
