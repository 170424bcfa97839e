"""Who of a helping office really helped to fill in: known from their log-in, and told wherever the form is read."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from forms.language import N_, Language
from forms.marks import RELATED_HELPER


class Help(NamedTuple):
    """One member of staff on one day, in Europe/Oslo: an office and initials, and nothing more of them."""

    office: str
    initials: str
    day: date
    related: bool = False
    """Whether they said that they are related to the citizen, or know them privately."""


HELPED_BY = N_("Hjelp til å fylle ut")
WHO = N_("%(office)s, %(initials)s, %(date)s")
RELATED = N_("%(office)s, %(initials)s, %(date)s. Er i slekt med personen, eller kjenner personen privat.")


def told(helps: Iterable[Help], language: Language) -> list[tuple[str, str]]:
    """Label and value of each, as finished text, in the order in which they came."""
    return [
        (
            language.text(HELPED_BY),
            language.text(
                RELATED if one.related else WHO,
                office=one.office,
                initials=one.initials,
                date=language.date(one.day),
            ),
        )
        for one in helps
    ]


def marks(helps: Iterable[Help]) -> list[str]:
    """The keys of ``forms.marks`` that the office's list shows."""
    return [RELATED_HELPER] if any(one.related for one in helps) else []


def initials(name: str) -> str:
    """The first letters of the names: "Kari Nordmann" is KN."""
    return "".join(word[0] for word in name.split()).upper()
