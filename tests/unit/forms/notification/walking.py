"""Walks through a notification, and what to look at in them."""

from forms.journeys.registry import journey
from forms.municipality import municipality
from forms.situation import Person, Situation
from forms.walk import Walk
from tests.unit.forms.filling import first, walk_through
from tests.unit.forms.invented import TODAY

NOTIFICATION = journey("notification")
NURSE = Person("Våken Fjellbekk", "12848530083")
NUMBERS = {
    "under_12": "17882099989",
    "from_12": "19851199708",
    "from_16": "08820999828",
    "grown_up": "30873649816",
}


def at(place: str) -> Situation:
    return Situation(municipality(place), NURSE, TODAY, synthetic=True)


def walked(where: str | Situation = "namsos", **wanted: str) -> Walk:
    usual = {
        "notifier_type": "municipal_health",
        "address_protected": "no",
        "subject_age_group": "grown_up",
        "subject_consents": "yes_oral",
    } | wanted
    number = NUMBERS.get(usual["subject_age_group"], "")
    here = at(where) if isinstance(where, str) else where
    return walk_through(NOTIFICATION, here, first({"subject_national_id": number} | usual))


def names(walk: Walk) -> set[str]:
    return {question.name for step in walk.path for question in walk.form(step).questions()}


def offered(walk: Walk, slug: str, name: str) -> set[str]:
    step = walk.step(slug)
    assert step
    return {option.value for option in walk.form(step)[name].choices}  # type: ignore[attr-defined]
