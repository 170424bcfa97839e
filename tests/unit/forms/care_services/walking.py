"""Walks through the application for help in general, in the municipalities that differ."""

from forms.journeys.registry import journey
from forms.municipality import municipality
from forms.situation import Situation
from forms.walk import Walk
from tests.unit.forms.filling import first, walk_through
from tests.unit.forms.invented import STILLE, TODAY

CARE_SERVICES = journey("care_services")
ADULT, CHILD, FIFTEEN = "30873649816", "17882099989", "19851199708"


def at(place: str) -> Situation:
    return Situation(municipality(place), STILLE, TODAY, synthetic=True)


def walked(place: str, **wanted: str) -> Walk:
    usual = {"submitter_role": "self", "address_protected": "no", "request_types": "services_general"}
    return walk_through(CARE_SERVICES, at(place), first(usual | wanted))


def names(walk: Walk) -> set[str]:
    return {question.name for step in walk.path for question in walk.form(step).questions()}


def offered(walk: Walk, slug: str, name: str) -> set[str]:
    step = walk.step(slug)
    assert step
    return {option.value for option in walk.form(step)[name].choices}  # type: ignore[attr-defined]
