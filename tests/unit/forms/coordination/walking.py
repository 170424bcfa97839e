"""Walks through the application, and what to look at in them."""

from docgen.contract import Content
from forms.journeys.registry import journey
from forms.situation import Situation
from forms.walk import Walk
from tests.unit.forms.filling import first, walk_through
from tests.unit.forms.invented import HERE

COORDINATION = journey("coordination")


def walked(situation: Situation = HERE, **wanted: str) -> Walk:
    usual = {"submitter_role": "self", "address_protected": "no", "request_types": "coordinator"}
    return walk_through(COORDINATION, situation, first(usual | wanted))


def facts(made: Content) -> dict[str, str]:
    return {fact.label: fact.value for fact in made.facts}


def asked(walk: Walk) -> set[str]:
    return {question.name for step in walk.path for question in walk.form(step).questions()}


def offered(walk: Walk, step: str, question: str) -> set[str]:
    found = walk.step(step)
    assert found
    return {option.value for option in walk.form(found)[question].choices}  # type: ignore[attr-defined]


def slugs(walk: Walk) -> list[str]:
    return [step.slug for step in walk.path]
