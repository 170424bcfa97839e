"""To whom a form is addressed: what stands in its letterhead."""

from typing import NamedTuple

from forms.situation import Situation


class Addressee(NamedTuple):
    """An office of the municipality, or somebody else who decides; finished text."""

    office: str
    lines: tuple[str, ...]


def to_office(situation: Situation) -> Addressee:
    """The office that decides in this municipality."""
    office = situation.municipality.office
    return Addressee(office.name, tuple(office.lines(situation.language)))
