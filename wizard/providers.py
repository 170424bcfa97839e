"""Who a provider says that somebody is, and the demo's provider, which lets you pick an invented person."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from forms.localised import Localised
from forms.situation import Person
from wizard.accounts import Post
from wizard.elsewhere import Elsewhere

TRUSTED_CASEWORKER = Localised(
    nb="Saksbehandler. Kan se saker med sperret adresse.",
    nn="Saksbehandlar. Kan sjå saker med sperra adresse.",
    en="Caseworker. May see cases with a protected address.",
)
CASEWORKER = Localised(nb="Saksbehandler.", nn="Saksbehandlar.", en="Caseworker.")
ANYWHERE = (
    ("ansatt", "Lun Fjelltone", CASEWORKER, False),
    ("ansatt-skjermet", "Mild Lyngmo", TRUSTED_CASEWORKER, True),
)
"""The staff of a municipality that has none of its own in the demo's file."""
DEMO_LEVEL = "demo"
PEOPLE = Path(__file__).resolve().parent / "demo_people.toml"


@dataclass(frozen=True)
class Identified:
    """What a provider says of a person: ``level`` is its word for how they were authenticated."""

    person: Person
    level: str
    post: Post | None = None
    """What they do in the municipality; None for a citizen."""
    elsewhere: Elsewhere | None = None
    """The log-in at the provider; None in the demo."""


@dataclass(frozen=True)
class Invented:
    """A person of the demo; ``story`` says why they are here."""

    key: str
    name: str
    national_id: str
    story: Localised
    staff_of: str | None = None
    sees_restricted: bool = False
    handles: bool = True
    helps: str | None = None
    """The municipality's helping office at whose counter they work."""

    @property
    def post(self) -> Post | None:
        if self.staff_of is None:
            return None
        return Post(self.staff_of, self.sees_restricted, self.handles, self.helps)


@cache
def invented() -> tuple[Invented, ...]:
    entries = tomllib.loads(PEOPLE.read_text(encoding="utf-8"))["people"]
    return tuple(Invented(**entry | {"story": Localised.model_validate(entry["story"])}) for entry in entries)


class DemoProvider:
    """Pick an invented person. Every identity number is synthetic."""

    level = DEMO_LEVEL

    def identify(self, form: Mapping[str, str], municipality: str) -> Identified | None:
        everyone = self.people(municipality) + self.staff(municipality)
        chosen = next((one for one in everyone if one.key == form.get("person")), None)
        if chosen is None:
            return None
        person = Person(chosen.name, chosen.national_id)
        return Identified(person, self.level, chosen.post)

    def people(self, municipality: str) -> list[Invented]:  # noqa: ARG002 -- citizens may apply anywhere
        return [one for one in invented() if one.staff_of is None]

    def staff(self, municipality: str) -> list[Invented]:
        named = [one for one in invented() if one.staff_of == municipality]
        return named or [
            Invented(f"{key}-{municipality}", name, f"{key}-{municipality}", story, municipality, sees)
            for key, name, story, sees in ANYWHERE
        ]
