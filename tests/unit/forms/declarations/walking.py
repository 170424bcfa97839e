"""Walks through what is declared, and what to look at in them."""

from dataclasses import replace
from datetime import date

from docgen.contract import Content
from forms.journey import Journey
from forms.journeys.registry import journey
from forms.naming import CONSENT as SAMTYKKET
from forms.naming import POWER_OF_ATTORNEY as FULLMAKTEN
from forms.question import Question
from forms.situation import SentCase, Situation
from forms.walk import Walk
from tests.unit.forms.filling import first, walk_through
from tests.unit.forms.invented import HERE

POWER, REVOCATION = journey("power_of_attorney"), journey("power_of_attorney_revocation")
CONSENT, WITHDRAWAL = journey("consent"), journey("consent_withdrawal")
ALL = (POWER, REVOCATION, CONSENT, WITHDRAWAL)

ADULT, CHILD, FIFTEEN, SEVENTEEN = "30873649816", "17882099989", "19851199708", "08820999828"
SENT = (
    SentCase("V-2222-2222", "power_of_attorney", date(2026, 11, 3), title=POWER.title, naming=FULLMAKTEN),
    SentCase("V-3333-3333", "consent", date(2026, 10, 1), title=CONSENT.title, naming=SAMTYKKET),
    SentCase("V-4444-4444", "consent", date(2026, 9, 1), title=CONSENT.title, naming=SAMTYKKET),
    SentCase("V-5555-5555", "coordination", date(2026, 8, 1), title="Søknad"),
)
SENDER = replace(HERE, sent=SENT)
USUAL = {
    "submitter_role": "self",
    "address_protected": "no",
}


def walked(journey: Journey, situation: Situation = HERE, **wanted: str) -> Walk:
    return walk_through(journey, situation, first(USUAL | wanted))


def asked(walk: Walk) -> set[str]:
    return {question.name for step in walk.path for question in walk.form(step).questions()}


def slugs(walk: Walk) -> list[str]:
    return [step.slug for step in walk.path]


def question(walk: Walk, step: str, name: str) -> Question:
    found = walk.step(step)
    assert found
    return walk.form(found)[name]


def offered(walk: Walk, step: str, name: str) -> set[str]:
    return {option.value for option in question(walk, step, name).choices}  # type: ignore[attr-defined]


def facts(made: Content) -> dict[str, str]:
    return {fact.label: fact.value for fact in made.facts}
