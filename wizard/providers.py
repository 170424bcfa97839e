"""The way in that the settings name: a log-in provider for real people, or the demo's.

The demo's lets you pick an invented person.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from forms.localised import Localised
from forms.situation import Person
from wizard.accounts import Post
from wizard.elsewhere import Elsewhere
from wizard.oidc.client import Client
from wizard.oidc.directory import is_safe
from wizard.oidc.own_key import OwnKey, OwnKeyError
from wizard.settings import Settings

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

    level = "demo"

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


class NoProviderError(Exception):
    """Nobody could log in, or anybody could: start-up ends, and this says why."""


def provider(settings: Settings) -> DemoProvider | Client:
    """The one way in that the settings name. ``NoProviderError`` where they name none, two, or half a one."""
    parts = {
        "VEIVISER_OIDC_ISSUER": settings.oidc_issuer,
        "VEIVISER_OIDC_CLIENT_ID": settings.oidc_client_id,
        "VEIVISER_OIDC_KEY_FILE": settings.oidc_key_file,
    }
    missing = [name for name, value in parts.items() if not value]
    if settings.demo:
        if len(missing) < len(parts):
            raise NoProviderError("VEIVISER_DEMO lets anybody in: it cannot be on beside a log-in provider")
        return DemoProvider()
    if len(missing) == len(parts):
        raise NoProviderError(
            f"VEIVISER_DEMO is off and no log-in provider is configured: {', '.join(parts)}"
        )
    if missing or settings.oidc_key_file is None:
        raise NoProviderError(f"the log-in provider is configured by halves: {', '.join(missing)} is missing")
    return _real(settings, settings.oidc_key_file)


def _real(settings: Settings, key_file: Path) -> Client:
    if not is_safe(settings.oidc_issuer):
        raise NoProviderError("VEIVISER_OIDC_ISSUER must begin with https://")
    if settings.oidc_issuer.startswith("https:") and not settings.secure_cookies:
        raise NoProviderError("VEIVISER_SECURE_COOKIES is off: that is for the demo alone")
    try:
        return Client(settings, OwnKey(key_file))
    except OwnKeyError as error:
        raise NoProviderError(f"VEIVISER_OIDC_KEY_FILE: {error}") from error
