"""Which journeys there are, and invented answers that fill each."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from forms.journey import Journey
from forms.journeys.appeal.journey import APPEAL
from forms.journeys.care_services.journey import CARE_SERVICES
from forms.journeys.consent.journey import CONSENT
from forms.journeys.consent_withdrawal.journey import CONSENT_WITHDRAWAL
from forms.journeys.coordination.journey import COORDINATION
from forms.journeys.notification.journey import NOTIFICATION
from forms.journeys.power_of_attorney.journey import POWER_OF_ATTORNEY
from forms.journeys.power_of_attorney_revocation.journey import POWER_OF_ATTORNEY_REVOCATION
from forms.journeys.service_complaint.journey import SERVICE_COMPLAINT
from forms.journeys.supplement.journey import SUPPLEMENT
from forms.journeys.withdrawal.journey import WITHDRAWAL
from forms.situation import Answers, Person

_ALL = (
    COORDINATION,
    CARE_SERVICES,
    NOTIFICATION,
    APPEAL,
    SERVICE_COMPLAINT,
    POWER_OF_ATTORNEY,
    POWER_OF_ATTORNEY_REVOCATION,
    CONSENT,
    CONSENT_WITHDRAWAL,
    SUPPLEMENT,
    WITHDRAWAL,
)
_JOURNEYS = {journey.slug: journey for journey in _ALL}


@dataclass(frozen=True)
class Sample:
    """An invented person's answers to a whole journey, as they are stored."""

    name: str
    submitter: Person
    today: date
    answers: Answers


def journeys() -> dict[str, Journey]:
    """All journeys by slug."""
    return dict(_JOURNEYS)


def journey(slug: str) -> Journey:
    """The one with that slug; ``KeyError`` where there is none."""
    return _JOURNEYS[slug]


@cache
def samples(slug: str) -> tuple[Sample, ...]:
    """Invented people going through the journey, the plainest first."""
    file = Path(__file__).parent / journey(slug).slug / "sample.toml"
    found: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    return tuple(
        _sample(name, found[one["like"]] | one if "like" in one else one, found)
        for name, one in found.items()
    )


def _sample(name: str, one: Any, found: Any) -> Sample:
    """One that is ``like`` another has the steps of that, but for its own."""
    answers = {**found[one["like"]]["answers"], **one["answers"]} if "like" in one else one["answers"]
    return Sample(name, Person(**one["submitter"]), one["today"], answers)


def sample(slug: str) -> Answers:
    """The answers of the plainest sample."""
    return samples(slug)[0].answers
