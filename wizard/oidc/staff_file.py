"""Who of a municipality's own people may do what here: a TOML file that tells what their log-in provider's words mean.

[claims]                      # in which claims of the ID token it stands
name = "name"
number = "national_id"
roles = "roles"

[level]                       # how surely they must be known: one of these values of that claim
claim = "acr"
good = ["mfa"]

[again]                       # the provider is asked again whether somebody works here still, and as what
seconds = 300                 # so long its last answer is believed; 0: it is not asked
minutes = 30                  # so long after that answer they go on where it gives none

[[role]]                      # what a role of theirs is here; a person may have several
told = "Veiviser Larvik saksbehandler"
municipality = "larvik"
handles = true
sees_restricted = false

[[role]]
told = "Veiviser Larvik skranke"
municipality = "larvik"
helps = "Servicesenteret"
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from forms.municipality import Municipality
from wizard.accounts import Post

Word = Annotated[str, Field(min_length=1)]


class StaffFileError(Exception):
    """The file is not there, or says what cannot be; the text names file, line and what would be right."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Claims(_Part):
    """What the ID token's claims are called."""

    name: Word = "name"
    number: Word
    """The identity number. Without it nobody could be kept away from their own case (forvaltningsloven § 6)."""
    roles: Word = "roles"


class Level(_Part):
    claim: Word = "acr"
    good: Annotated[tuple[Word, ...], Field(min_length=1)]


class Again(_Part):
    """How the provider is asked again about whoever is logged in, by a refresh token."""

    seconds: Annotated[int, Field(ge=0, le=3600)] = 300
    """So long its last answer is believed; 0 where it is not asked, and no refresh token is wished for."""
    minutes: Annotated[int, Field(ge=1, le=480)] = 30
    """So long after its last answer somebody goes on where it gives none; then they must log in anew."""

    @model_validator(mode="after")
    def _is_asked_in_time(self) -> Self:
        if self.minutes * 60 < self.seconds:
            raise ValueError("minutes must last longer than seconds: nobody would be asked about in time")
        return self


class Role(_Part):
    told: Word
    """The value of the claim."""
    municipality: Word
    handles: bool = False
    """Works on the office's cases."""
    sees_restricted: bool = False
    """May see cases with a protected address."""
    helps: Word | None = None
    """The helping office at whose counter they work, as the municipality's file calls it."""

    @model_validator(mode="after")
    def _is_for_something(self) -> Self:
        if not self.handles and self.helps is None:
            raise ValueError('say handles = true, or helps = "...": this role lets nobody do anything')
        if self.sees_restricted and not self.handles:
            raise ValueError("sees_restricted goes with handles = true")
        return self


class StaffFile(_Part):
    claims: Claims
    level: Level
    again: Again = Again()
    role: Annotated[tuple[Role, ...], Field(min_length=1)]

    def post(self, told: object, municipality: str) -> Post | None:
        """What somebody with these roles may do in the municipality; None for nothing.

        Who works at two counters helps at the one that the file names first.
        """
        words = told if isinstance(told, list) else [told]
        held = [one for one in self.role if one.told in words and one.municipality == municipality]
        if not held:
            return None
        return Post(
            municipality,
            sees_restricted=any(one.sees_restricted for one in held),
            handles=any(one.handles for one in held),
            helps=next((one.helps for one in held if one.helps), None),
        )


class _Wrong(NamedTuple):
    place: tuple[int | str, ...]
    why: str


def read(path: Path, known: Mapping[str, Municipality] | None) -> StaffFile:
    """``StaffFileError`` where it cannot be read, or names a municipality or an office that there is none of.

    Where it is not ``known`` which there are, any may be named.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise StaffFileError(f"{path} cannot be read: {type(error).__name__}") from error
    try:
        found = StaffFile.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise StaffFileError(f"{path} is no TOML: {error}") from error
    except ValidationError as error:
        raise _told(path, text, [_Wrong(one["loc"], _remedy(one)) for one in error.errors()]) from error
    if known is not None and (wrong := _nowhere(found, known)):
        raise _told(path, text, wrong)
    return found


def _remedy(error: Any) -> str:
    words = {
        "extra_forbidden": "there is no such name: take it out, or spell it as the documentation does",
        "missing": "it is missing: write it",
    }
    return words.get(error["type"], str(error["msg"]).removeprefix("Value error, "))


def _nowhere(found: StaffFile, known: Mapping[str, Municipality]) -> list[_Wrong]:
    wrong = []
    for number, role in enumerate(found.role):
        there = known.get(role.municipality)
        if there is None:
            wrong.append(_Wrong(("role", number, "municipality"), f"is one of {', '.join(sorted(known))}"))
        elif role.helps and role.helps not in (names := [one.name for one in there.helpers]):
            wrong.append(_Wrong(("role", number, "helps"), f"is one of {', '.join(names)}"))
    return wrong


def _told(path: Path, text: str, wrong: list[_Wrong]) -> StaffFileError:
    lines = [f"{path}:{_line(text, one.place)}: {_named(one.place)}: {one.why}" for one in wrong]
    return StaffFileError("\n".join(lines))


def _named(place: tuple[int | str, ...]) -> str:
    return ".".join(str(part + 1 if isinstance(part, int) else part) for part in place)


def _line(text: str, place: tuple[int | str, ...]) -> int:
    """The line that it is about: of the name itself, else of the table that it is or should be in; else the first."""
    lines = [line.split("#")[0].strip() for line in text.splitlines()]
    table, which = str(place[0]) if place else "", next((part for part in place if isinstance(part, int)), 0)
    heads = [at for at, line in enumerate(lines) if line.strip("[] ") == table and line.startswith("[")]
    if which >= len(heads):
        return 1
    for at in range(heads[which] + 1, len(lines)):
        if lines[at].startswith("["):
            break
        if lines[at].split("=")[0].strip() == str(place[-1]):
            return at + 1
    return heads[which] + 1
