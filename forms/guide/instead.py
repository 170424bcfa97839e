"""What takes a journey's place in a municipality that does not offer it: another form, or whom to talk to."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from forms.guide.nodes import End
from forms.guide.offer import Offered, offered
from forms.guide.tree import node
from forms.municipality import Municipality

ABOUT_IT: Mapping[str, str] = {
    "coordination": "24",
    "care_services": "25",
    "notification": "52",
    "appeal": "40",
    "service_complaint": "42",
    "power_of_attorney": "61",
    "power_of_attorney_revocation": "62",
    "consent": "63",
    "consent_withdrawal": "64",
    "supplement": "71",
    "withdrawal": "72",
}
"""By a journey's slug, the guide's end about it. Where nothing is offered, that end says whom to talk to."""


class Instead(NamedTuple):
    """What leads on where a journey was looked for."""

    journeys: tuple[Offered, ...]
    ends: tuple[End, ...]


def leading_to(municipality: Municipality, slugs: Sequence[str]) -> tuple[Offered, ...]:
    """What is offered of the journeys, and for one that is not, the form that takes its place here."""
    return offered(municipality, list(dict.fromkeys(_here(municipality, slug) for slug in slugs)))


def instead(municipality: Municipality, slugs: Sequence[str]) -> Instead:
    """The forms to use here, and for each journey that has none, whom to talk to."""
    without = [slug for slug in slugs if not leading_to(municipality, [slug])]
    ends = (node(ABOUT_IT[slug]) for slug in without if slug in ABOUT_IT)
    return Instead(leading_to(municipality, slugs), tuple(end for end in ends if isinstance(end, End)))


def _here(municipality: Municipality, slug: str) -> str:
    """One form for all covers plan and coordinator, so whoever looks for theirs is led there."""
    other = slug == "coordination" and slug not in municipality.journeys and municipality.one_form
    return "care_services" if other else slug
