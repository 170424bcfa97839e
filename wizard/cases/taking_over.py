"""The verb by which an owner takes over a draft that somebody fills in for them."""

import uuid
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import update
from sqlalchemy.orm import Session

from wizard.cases.assisting import end_within
from wizard.cases.beginning import lock_draft, record
from wizard.cases.freezing import void
from wizard.cases.standing import TAKEN_OVER
from wizard.cases.step_places import place_of
from wizard.models import Case, StepAnswers
from wizard.models_acting import Participant
from wizard.tools import Tools

ROLE, WHO = "role", "submitter_role"
"""The step and the question that were settled by the power, and must be answered by the owner now."""

log = structlog.get_logger()


def take_over(tools: Tools, case_id: uuid.UUID) -> None:
    """From now on the owner fills in, and nobody else or with anybody's help; what was filled in stays. Twice is once.

    Only in what role it is filled in must be answered anew. ``AlreadySentError`` for a case that is in.
    """
    with tools.store.write() as db:
        case = lock_draft(db.connection(), case_id)
        if case.author_id == case.owner_id:
            return
        at = tools.clock()
        db.execute(update(Case).where(Case.id == case_id).values(author_id=None))
        theirs = update(Participant).where(Participant.case_id == case_id, Participant.ended_at.is_(None))
        db.execute(theirs.where(Participant.account_id == case.author_id).values(ended_at=at))
        end_within(db, at, case_id, case.owner_id)
        _ask_role_anew(db, tools, case_id, at)
        void(db.connection(), case_id, at, case.owner_id)
        record(db, case_id, TAKEN_OVER, at, actor=case.owner_id)
    log.info("draft_taken_over", case=str(case_id), account=str(case.owner_id))


def _ask_role_anew(db: Session, tools: Tools, case_id: uuid.UUID, at: datetime) -> None:
    row = db.get(StepAnswers, (case_id, ROLE), with_for_update=True)
    if row is None or row.sealed_answers is None:
        return
    saved: dict[str, Any] = tools.vault.open_json(row.sealed_answers, place_of(case_id, ROLE, "answers"))
    typed = [(name, value) for name, value in saved.items() if isinstance(value, str) and name != WHO]
    row.sealed_answers = None
    row.sealed_typed = tools.vault.seal_json(typed, place_of(case_id, ROLE, "typed"))
    row.version += 1
    row.saved_at = at
