"""What a municipality is: data in one TOML file over ``_default.toml``, and nothing else."""

import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, ValidationError, model_validator

from forms.archive_codes import ArchiveCodes
from forms.delivery import Delivery
from forms.localised import Line, Localised, Part, Sentences
from forms.office import CoordinatingUnit, Helper, Office
from forms.policies import (
    Appeal,
    Applying,
    NextSteps,
    Notification,
    Privacy,
    ProxyPolicy,
    ServiceComplaint,
    Stale,
)
from forms.retention import Retention
from forms.sort import APPLICATIONS, Sort

FOLDER = Path(__file__).parent / "municipalities"
DEFAULT = "_default"

RequestType = Literal["services_general", "individual_plan", "coordinator", "child_coordinator", "not_sure"]
GENERAL: RequestType = "services_general"
PaperWay = Literal["bring", "send", "either"]
POSTAL_TOWN = re.compile(r"\d{4} \S")


class Municipality(Part):
    """One municipality. ``colour`` carries white text; ``journeys`` are slugs; lists of sentences keep their order."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z-]*$")]
    name: Line
    website: Annotated[str, Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$")]
    """Its own front page, as people know it: a mail tells them to go there, and has no link."""
    colour: Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
    office: Office
    coordinating_unit: CoordinatingUnit | None = None
    paper_address: list[Line] = Field(min_length=1)
    post_box: Line | None = None
    """The municipality's own, where post to the office does not go to it."""
    helpers: list[Helper]
    journeys: list[str] = Field(min_length=1)
    request_types: list[RequestType] = Field(min_length=1)
    describe_need_only: bool
    """Whether one tells of the need and the office chooses the service."""
    coordinator_wish: bool
    """Whether its page says that one may wish for a certain coordinator."""
    applying: Applying
    about_plan: Sentences = ()
    about_coordinator: Sentences = ()
    expected_of_citizen: Sentences = ()
    promised_time: Localised | None = None
    next_steps: NextSteps
    proxy_policy: ProxyPolicy
    notification: Notification
    appeal: Appeal
    service_complaint: ServiceComplaint
    county_governor: Line
    ombud: Localised
    legal_basis: Sentences
    privacy: Privacy
    retention: Retention
    archive_codes: ArchiveCodes
    delivery: Delivery = Delivery()
    sources: list[Line] = Field(min_length=1)
    checked: date
    """When the data was last compared with the sources."""
    stale: tuple[Stale, ...] = ()

    @property
    def one_form(self) -> bool:
        """Whether a plan and a coordinator are asked for in the application for help in general."""
        return GENERAL in self.request_types

    @property
    def takes_post(self) -> bool:
        """Whether its paper address is one that the post finds."""
        return any(POSTAL_TOWN.match(line) for line in self.paper_address)

    @property
    def counter(self) -> str | None:
        """Where paper is handed in, where that is not the paper address itself."""
        address = self.office.visiting_address
        street = (address or "").split(",")[0]
        return None if any(line.startswith(street) for line in self.paper_address) else address

    @property
    def paper_way(self) -> PaperWay:
        """What one does with paper at its paper address."""
        if not self.takes_post:
            return "bring"
        return "send" if self.counter or not self.office.visiting_address else "either"

    @property
    def doubtful(self) -> bool:
        """Whether anything about how to reach the office or its helpers comes from an old source."""
        return any(one.key.startswith(("office.", "helpers")) for one in self.stale)

    @property
    def notified(self) -> str | None:
        """The coordinating unit, where notifications go to it and not to the office."""
        unit = self.coordinating_unit if self.notification.send_to == "coordinating_unit" else None
        return unit.name if unit else None

    def beforehand(self, sort: Sort) -> Sentences:
        """What whoever begins something of that sort should know, as the municipality's own page says it."""
        if sort in APPLICATIONS:
            ways = (*self.applying.sentences, *self.proxy_policy.sentences)
            return (*ways, *self.expected_of_citizen, *self.promised(sort))
        policies = {
            "notification": self.notification.sentences,
            "appeal": self.appeal.sentences,
            "service_complaint": self.service_complaint.sentences,
        }
        return policies.get(sort, ())

    def promised(self, sort: Sort) -> Sentences:
        """How long it takes: said of applications, and of nothing else."""
        return (self.promised_time,) if self.promised_time and sort in APPLICATIONS else ()

    @model_validator(mode="after")
    def _names_what_there_is(self) -> Self:
        if unknown := {*self.appeal.help_to_write} - {helper.name for helper in self.helpers}:
            raise ValueError(f"no such helpers: {unknown}")
        if self.notification.send_to == "coordinating_unit" and not self.coordinating_unit:
            raise ValueError("notifications go to a coordinating unit that is not there")
        if unknown := {one.key for one in self.stale if not self._said(one.key)}:
            raise ValueError(f"stale, but not there: {unknown}")
        return self

    def _said(self, key: str) -> object:
        found: list[Any] = [self]
        for name in key.split("."):
            values = [getattr(one, name, None) for one in found]
            found = [
                one
                for value in values
                if value
                for one in (value if isinstance(value, list | tuple) else [value])
            ]
        return found


@cache
def municipalities(folder: Path = FOLDER) -> dict[str, Municipality]:
    """All that have a file in the folder, by id in the order of their names."""
    default = _read(folder / f"{DEFAULT}.toml")
    files = (file for file in folder.glob("*.toml") if file.stem != DEFAULT)
    found = [_made(file, _over(default, _read(file) | {"id": file.stem})) for file in files]
    return {one.id: one for one in sorted(found, key=lambda one: one.name)}


def municipality(id: str, folder: Path = FOLDER) -> Municipality:  # noqa: A002 -- the word that everybody uses
    """The one with that id; ``KeyError`` where there is none."""
    return municipalities(folder)[id]


def _made(file: Path, told: dict[str, Any]) -> Municipality:
    try:
        return Municipality.model_validate(told)
    except ValidationError as error:
        error.add_note(f"in {file}, over {DEFAULT}.toml beside it")
        raise


def _read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _over(default: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """The default with the own values over it; tables are merged, everything else is replaced."""
    merged = default | own
    for key in default.keys() & own.keys():
        if isinstance(default[key], dict) and isinstance(own[key], dict):
            merged[key] = _over(default[key], own[key])
    return merged
