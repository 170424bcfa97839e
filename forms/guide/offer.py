"""What a municipality offers, in a few plain groups, and how a journey is found by its word in addresses."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from forms.guide.about import ABOUT, About
from forms.journey import Journey
from forms.journeys.registry import journeys
from forms.language import N_
from forms.municipality import Municipality

GROUPS = (
    (N_("Søk om hjelp"), ("coordination", "care_services")),
    (N_("Meld fra"), ("notification",)),
    (N_("Klag"), ("appeal", "service_complaint")),
    (
        N_("Fullmakt og samtykke"),
        ("power_of_attorney", "power_of_attorney_revocation", "consent", "consent_withdrawal"),
    ),
    (N_("Send mer, eller trekk noe"), ("supplement", "withdrawal")),
)
"""Each with the slugs of its journeys, in the order in which they stand."""

MINUTES_ROUNDED_TO = 5


class Offered(NamedTuple):
    """A journey and what its page tells."""

    journey: Journey
    about: About

    @property
    def minutes(self) -> int:
        """How long to set aside: a minute for a step, and one to read through and sign, rounded up to five."""
        return ceil((len(self.journey.steps) + 1) / MINUTES_ROUNDED_TO) * MINUTES_ROUNDED_TO


class Group(NamedTuple):
    """Journeys that belong together."""

    title: str
    offered: tuple[Offered, ...]


def offered(municipality: Municipality, slugs: Sequence[str]) -> tuple[Offered, ...]:
    """Those of the journeys that this municipality offers, in the order asked for."""
    known = journeys()
    return tuple(
        Offered(known[slug], ABOUT[slug].told_in(municipality))
        for slug in slugs
        if slug in municipality.journeys and slug in known
    )


def groups(municipality: Municipality) -> tuple[Group, ...]:
    """Everything that can be done here; a group without anything is left out."""
    found = (Group(title, offered(municipality, slugs)) for title, slugs in GROUPS)
    return tuple(group for group in found if group.offered)


def slugs_of(word: str) -> list[str]:
    """The journey that has this word in its address, whether or not it is offered; none for any other word."""
    return [journey.slug for journey in journeys().values() if journey.path == word]


def by_word(municipality: Municipality, word: str) -> Offered | None:
    """The journey of that word, if this municipality offers it."""
    found = offered(municipality, slugs_of(word))
    return found[0] if found else None
