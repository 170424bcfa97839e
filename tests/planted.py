"""A draft's answers as the site keeps them, written behind it: for tests whose subject comes after the filling in."""

import uuid
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from werkzeug.datastructures import MultiDict

from forms.walk import Walk
from tests.filled import pairs
from wizard.cases.step_places import place_of
from wizard.models import StepAnswers
from wizard.tools import Tools

Given = list[tuple[str, Mapping[str, Any]]]
"""Steps by their slugs, and what is kept of each."""


def given_by(walk: Walk, until: str = "") -> Given:
    """What the site would keep of each step, were it sent as the walk has it answered; up to the step ``until``."""
    kept: Given = []
    for step in walk.path:
        if step.slug == until:
            break
        form = walk.form(step, MultiDict(pairs(walk.form(step))))
        assert form.validate(), f"{step.slug}: {form.errors}"
        kept.append((step.slug, form.stored()))
    return kept


def plant(tools: Tools, case_id: uuid.UUID, answers: Given) -> bool:
    """Keep them in a draft that holds none yet; ``False`` where it does, and nothing was done."""
    with tools.store.write() as db:
        if db.scalar(select(StepAnswers.case_id).where(StepAnswers.case_id == case_id).limit(1)):
            return False
        db.add_all(saved(tools, case_id, *each) for each in answers)
    return True


def saved(tools: Tools, case_id: uuid.UUID, slug: str, answers: Mapping[str, Any]) -> StepAnswers:
    """A step as it is kept once it was saved."""
    return StepAnswers(
        case_id=case_id,
        slug=slug,
        version=1,
        saved_at=tools.clock(),
        sealed_answers=tools.vault.seal_json(answers, place_of(case_id, slug, "answers")),
    )
