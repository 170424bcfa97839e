"""What a proxy wrote by a power on paper, once its number proves to be another's; in the caller's transaction."""

import uuid
from datetime import datetime

from sqlalchemy import and_, or_, select, update
from sqlalchemy.orm import Session

from forms.marks import NO_AUTHORIZATION, lacks_paper
from forms.yes import NOTIFYING
from wizard.models import Case, CaseEvent, Submission
from wizard.models_acting import Participant
from wizard.models_consents import Consent


def written_by(db: Session, power_id: uuid.UUID) -> list[uuid.UUID]:
    """The cases that a proxy began by that power and that nobody has taken over, drafts too."""
    by_it = and_(Participant.case_id == Case.id, Participant.account_id == Case.author_id)
    query = select(Case.id).join(Participant, by_it)
    return list(
        db.scalars(query.where(Participant.power_id == power_id, Case.id != power_id).order_by(Case.id))
    )


def hand_over(db: Session, cases: list[uuid.UUID], before: uuid.UUID, to: uuid.UUID) -> None:
    """They were written for whoever gave the power, and never for whose number stood there."""
    theirs = Case.owner_id == before, Case.id.in_(cases)
    moved = list(db.scalars(select(Case.id).where(*theirs)))
    db.execute(update(Case).where(Case.id.in_(moved)).values(owner_id=to))
    events = update(CaseEvent).where(CaseEvent.case_id.in_(moved), CaseEvent.actor_id == before)
    db.execute(events.values(actor_id=to))
    db.execute(update(Submission).where(Submission.case_id.in_(moved)).values(subject_lookup=None))
    said = update(Consent).where(Consent.case_id.in_(moved)).execution_options(synchronize_session=False)
    db.execute(said.values(owner_id=to, subject_lookup=None))


def known_again(db: Session, power_id: uuid.UUID, owner_id: uuid.UUID, lookup: bytes) -> None:
    """The giver's own number is known now: what was written for them is found by it."""
    own = select(Case.id).where(Case.owner_id == owner_id, Case.id.in_(written_by(db, power_id)))
    db.execute(update(Submission).where(Submission.case_id.in_(own)).values(subject_lookup=lookup))
    said = update(Consent).where(Consent.case_id.in_(own), Consent.kind != NOTIFYING)
    db.execute(said.values(subject_lookup=lookup).execution_options(synchronize_session=False))


def lacks_ground(db: Session, cases: list[uuid.UUID], at: datetime) -> None:
    """The office must see of what is in that nobody has shown the right to send it: what was agreed to in it waits."""
    sent = select(Submission).where(Submission.case_id.in_(cases)).order_by(Submission.case_id)
    for row in db.scalars(sent.with_for_update()):
        if not lacks_paper(row.marks):
            row.marks = [*row.marks, NO_AUTHORIZATION]
    holds = or_(Consent.ended_at.is_(None), Consent.ended_at > at), Consent.confirmed_at.is_not(None)
    said = update(Consent).where(Consent.case_id.in_(cases), *holds, Consent.kind != NOTIFYING)
    waits = said.values(lacks=NO_AUTHORIZATION, confirmed_at=None)
    db.execute(waits.execution_options(synchronize_session=False))
