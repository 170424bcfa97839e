"""To whom a form is addressed: what stands in its letterhead."""

from typing import NamedTuple

from forms.language import N_
from forms.situation import Situation


class Addressee(NamedTuple):
    """An office of the municipality, or somebody else who decides; finished text."""

    office: str
    lines: tuple[str, ...]


def to_office(situation: Situation) -> Addressee:
    """The office that decides in this municipality."""
    office = situation.municipality.office
    return Addressee(office.name, tuple(office.lines(situation.language)))


def through_office(situation: Situation, name: str) -> Addressee:
    """Somebody else in the municipality, whose post comes by way of its office."""
    office = to_office(situation)
    through = situation.language.text(N_("Levert gjennom %(office)s"), office=office.office)
    return Addressee(name, (through, *office.lines))


def to_receiver_of_notifications(situation: Situation) -> Addressee:
    """The coordinating unit where a notification goes there, and the office where it does not."""
    unit = situation.municipality.notified
    return through_office(situation, unit) if unit else to_office(situation)
