"""What a municipality is: data in one TOML file over ``_default.toml``, and nothing else."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from docgen.contract import printable
from forms.language import N_, Language

FOLDER = Path(__file__).parent / "municipalities"
DEFAULT = "_default"

Line = Annotated[str, AfterValidator(printable), Field(min_length=1)]
RequestType = Literal["services_general", "individual_plan", "coordinator", "child_coordinator", "not_sure"]
NotificationType = Literal[
    "individual_plan", "coordinator", "child_coordinator", "follow_up_team", "rehabilitation"
]


class Part(BaseModel):
    """Unknown keys are refused, and nothing changes afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Localised(Part):
    """One sentence in every language that we write."""

    nb: Line
    nn: Line
    en: Line

    def text(self, language: Language) -> str:
        return str(getattr(self, language.code))


class Office(Part):
    """The office that decides: the coordinating unit. What no source says is None, and is not shown."""

    name: Line
    visiting_address: Line | None = None
    postal_address: Line | None = None
    phone: Line | None = None
    phone_hours: Line | None = None
    email: Line | None = None

    def lines(self, language: Language) -> list[str]:
        """The letterhead's lines: where the office is and how to reach it."""
        return [
            line
            for line in (self.visiting_address, self.postal_address, self._calling(language), self.email)
            if line
        ]

    def _calling(self, language: Language) -> str:
        if not self.phone:
            return ""
        if not self.phone_hours:
            return language.text(N_("Telefon %(phone)s"), phone=self.phone)
        return language.text(N_("Telefon %(phone)s, kl. %(hours)s"), phone=self.phone, hours=self.phone_hours)


class Helper(Part):
    """Somebody who helps, and what they help with."""

    name: Line
    helps_with: Localised


class ProxyPolicy(Part):
    """What the municipality asks of somebody who acts for another. It never stops a form: what lacks is marked."""

    require_written_authorization: bool
    accept_relative_when_unable: bool
    """Whether a relative or guardian may say yes where the person cannot."""
    relative_may_describe: bool
    """Whether a relative may describe the need without authority."""


class Appeal(Part):
    """Where an appeal goes first, and who helps with it."""

    send_to: Literal["office", "answering_department"]
    ask_understood: bool
    """Whether one is asked whether one understood the answer before one appeals."""
    help_to_write: list[Line]


class ServiceComplaint(Part):
    """Who may be sent a complaint about how help is given."""

    send_to: list[Literal["municipality", "coordinator"]] = Field(min_length=1)
    anonymous: bool


class Notification(Part):
    """What health personnel and partners may tell of, and which unit gets a copy."""

    types: list[NotificationType] = Field(min_length=1)
    copy_to: Line | None = None


class Privacy(Part):
    """How the answers are used, and where to read or ask more."""

    sentences: list[Localised] = Field(min_length=1)
    page: Annotated[str, Field(pattern=r"^https://")] | None = None
    officer: Line | None = None


class Municipality(Part):
    """One municipality. ``colour`` carries white text; ``journeys`` are slugs; lists of sentences keep their order."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z-]*$")]
    name: Line
    colour: Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
    office: Office
    paper_address: list[Line] = Field(min_length=1)
    helpers: list[Helper]
    journeys: list[str] = Field(min_length=1)
    request_types: list[RequestType] = Field(min_length=1)
    next_steps: list[Localised] = Field(min_length=1)
    promised_time: Localised | None = None
    county_governor: Line
    ombud: Line
    proxy_policy: ProxyPolicy
    appeal: Appeal
    service_complaint: ServiceComplaint
    notification: Notification
    describe_need_only: bool
    """Whether the need is asked for, and never a service by name."""
    coordinator_wish: bool
    """Whether the municipality itself invites a wish for a person as coordinator."""
    legal_basis: list[Localised]
    privacy: Privacy


@cache
def municipalities(folder: Path = FOLDER) -> dict[str, Municipality]:
    """All that have a file in the folder, by id in the order of their names."""
    default = _read(folder / f"{DEFAULT}.toml")
    files = (file for file in folder.glob("*.toml") if file.stem != DEFAULT)
    found = [Municipality.model_validate(_over(default, _read(file) | {"id": file.stem})) for file in files]
    return {one.id: one for one in sorted(found, key=lambda one: one.name)}


def municipality(id: str, folder: Path = FOLDER) -> Municipality:  # noqa: A002 -- the word that everybody uses
    """The one with that id; ``KeyError`` where there is none."""
    return municipalities(folder)[id]


def _read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _over(default: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """The default with the own values over it; tables are merged, everything else is replaced."""
    merged = default | own
    for key in default.keys() & own.keys():
        if isinstance(default[key], dict) and isinstance(own[key], dict):
            merged[key] = _over(default[key], own[key])
    return merged
