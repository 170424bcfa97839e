"""Who fills in what, so that each declared step comes: as a sample tells of, or as the law's other cases have it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from forms.journeys.registry import journeys, samples
from forms.situation import Answers
from forms.walk import Walk
from tests.along import offering
from tests.unit.forms.filling import first, walk_through
from wizard.providers import invented

STILLE, RASK = "14835749828", "19851199708"
"""A grown-up, and a child of 15."""
PLAIN = {"address_protected": "no", "rep_document_when": "later", "staff_assistance": "no"}
ALONE = {"submitter_role": "self", "parents_may_know": "no", "letters_home": "yes"}
FOR_CHILD = {"submitter_role": "parent", "subject_national_id": RASK}


@dataclass(frozen=True)
class Way:
    """Through a journey, by an invented person in a municipality; ``answered`` gives their answers to a walk."""

    journey: str
    person: str
    place: str
    answered: Callable[[Walk], Answers]


def as_sample(slug: str, number: int = 0, place: str = "") -> Way:
    told = samples(slug)[number]
    key = next(one.key for one in invented() if one.national_id == told.submitter.national_id)
    return Way(slug, key, place or offering(slug).id, lambda _: told.answers)


def chosen(slug: str, person: str, place: str = "larvik", **wanted: Any) -> Way:
    """The first choice wherever nothing else is wanted."""
    return Way(slug, person, place, partial(_answered, PLAIN | wanted))


def _answered(wanted: dict[str, str], walk: Walk) -> Answers:
    return walk_through(walk.journey, walk.situation, first(wanted)).answers


PLAINEST = tuple(map(as_sample, journeys()))
OTHERS = (
    as_sample("coordination", 1),
    chosen("coordination", "rask", **ALONE),
    as_sample("care_services", 1, "porsgrunn"),
    chosen("care_services", "rask", "senja", **ALONE),
    as_sample("notification", 1),
    chosen("appeal", "sein", decision_date="2026-09-30", received_date="2026-10-02", knew_later="no"),
    as_sample("appeal", 5),
    as_sample("appeal", 7),
    chosen("appeal", "rask", **ALONE),
    chosen("service_complaint", "myk", "namsos", **FOR_CHILD),
    chosen("service_complaint", "rask", **ALONE),
    chosen("power_of_attorney", "jevn", submitter_role="proxy", subject_national_id=STILLE),
    as_sample("consent", 1),
    chosen("consent", "vaken", submitter_role="staff_assisting", subject_national_id=STILLE),
    as_sample("consent_withdrawal", 1),
    chosen("consent_withdrawal", "rask", **ALONE),
    chosen("supplement", "jevn", submitter_role="proxy", subject_national_id=STILLE),
    chosen("withdrawal", "jevn", submitter_role="proxy", subject_national_id=STILLE),
)
"""In each some step comes that no way before it has."""
WAYS = PLAINEST + OTHERS
