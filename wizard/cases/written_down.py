"""The answers of a case that staff write down in one go, as its own pages would have saved them."""

import uuid
from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from wizard.cases.step_places import place_of
from wizard.models import StepAnswers
from wizard.tools import Tools


def answer(db: Session, tools: Tools, case_id: uuid.UUID, answers: Mapping[str, Mapping[str, Any]]) -> None:
    """Step by step; within the caller's transaction."""
    for slug, saved in answers.items():
        db.add(
            StepAnswers(
                case_id=case_id,
                slug=slug,
                version=1,
                saved_at=tools.clock(),
                sealed_answers=tools.vault.seal_json(saved, place_of(case_id, slug, "answers")),
                sealed_typed=None,
            )
        )
    db.flush()
