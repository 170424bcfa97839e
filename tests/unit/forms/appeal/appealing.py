"""Walks through the complaint on an answer."""

from dataclasses import replace
from datetime import UTC, date, datetime

from forms.journeys.registry import journey
from forms.law.deadline import Deadline
from forms.municipality import municipality
from forms.policies import Appeal
from forms.situation import Situation
from forms.walk import Walk
from tests.unit.forms.filling import first, walk_through
from tests.unit.forms.invented import HERE, STILLE

APPEAL = journey("appeal")
ON_TIME = {
    "submitter_role": "self",
    "address_protected": "no",
    "appeal_kind": "less",
    "decision_maker": "office",
    "decision_date": "2026-11-24",
    "received_known": "yes",
    "received_date": "2026-11-27",
    "knew_later": "no",
    "reasons_given": "yes",
}
DEPARTMENT = municipality("larvik").model_copy(
    update={"appeal": Appeal(send_to="answering_department", ask_understood=False, help_to_write=[])}
)
"""A municipality in which a complaint goes to the department that answered."""


def on(day: date, situation: Situation = HERE) -> Situation:
    return replace(situation, today=day, submitter=STILLE)


def appealed(situation: Situation | None = None, /, **wanted: str) -> Walk:
    """By default on an answer that came on 27 November, written on 1 December 2026."""
    return walk_through(APPEAL, situation or on(date(2026, 12, 1)), first(ON_TIME | wanted))


def deadline(walk: Walk) -> Deadline:
    found = walk.journey.deadline(walk.now)
    assert found
    return found


def last_day(walk: Walk) -> date:
    found = deadline(walk)
    assert found.count
    return found.count.last_day


def marks(walk: Walk, at: datetime = datetime(2026, 12, 1, 12, tzinfo=UTC)) -> set[str]:
    return {*walk.marks, *(note.mark for note in walk.received(at) if note.mark)}


def told_at(walk: Walk, at: datetime) -> dict[str, str]:
    return {note.label: note.value for note in walk.received(at) if note.label}


def slugs(walk: Walk) -> list[str]:
    return [step.slug for step in walk.path]


def told(walk: Walk, slug: str) -> str:
    step = walk.step(slug)
    assert step
    return " ".join(step.told(walk.now))
