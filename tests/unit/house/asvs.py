"""docs/asvs.yaml as it is read: which requirement of OWASP ASVS 5.0 is met by what, and which is not."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from tests.unit.house.files import HOUSE

LEVELS = Path(__file__).with_name("asvs_levels.toml")
PAPER = HOUSE / "docs" / "asvs.yaml"
MET, PARTLY, NOT_MET, NOT_APPLICABLE = "met", "partly", "not_met", "not_applicable"


class Requirement(BaseModel):
    """``what`` it is about, in our words; ``gap`` says why it is not wholly met, or not at all (``met: false``)."""

    model_config = ConfigDict(extra="forbid")
    what: str = Field(min_length=4)
    tests: list[str] = Field(default=[], min_length=1)
    documents: list[str] = Field(default=[], min_length=1)
    gap: str = Field(default="", pattern=r"^$|^.{6,}\.$")
    met: Literal[False] | None = None

    @property
    def state(self) -> str:
        if self.met is False:
            return NOT_MET
        return PARTLY if self.gap else MET


class Asvs(BaseModel):
    """``not_applicable`` has a reason for each id, section (``4.3``) or chapter (``17``)."""

    model_config = ConfigDict(extra="forbid")
    counted: dict[str, int]
    requirements: dict[str, Requirement]
    not_applicable: dict[str, str]

    def reasons(self, number: str) -> list[str]:
        """Why it does not apply, by itself, its section or its chapter."""
        parts = number.split(".")
        wider = (".".join(parts[:length]) for length in (3, 2, 1))
        return [self.not_applicable[one] for one in wider if one in self.not_applicable]

    def faults(self, wanted: set[str]) -> list[str]:
        """What does not hold: an id without a place, in two, unknown, or with neither test nor document."""
        given = self.requirements
        unplaced = {one for one in wanted - given.keys() if not self.reasons(one)}
        return [
            *(f"{one} is nowhere" for one in sorted(unplaced)),
            *(f"{one} is not asked for" for one in sorted(given.keys() - wanted)),
            *(f"{one} is in two places" for one in given if one in self.not_applicable),
            *(f"{one} has neither test nor document" for one, it in given.items() if _is_bare(it)),
            *(
                f"{one} is not met and does not say why"
                for one, it in given.items()
                if it.met is False and not it.gap
            ),
            *(
                f"{one} applies to nothing"
                for one in self.not_applicable
                if not _covers(one, wanted - given.keys())
            ),
        ]

    def states(self, wanted: set[str]) -> Counter[str]:
        given = self.requirements
        return Counter(given[one].state if one in given else NOT_APPLICABLE for one in wanted)


def _is_bare(requirement: Requirement) -> bool:
    return not (requirement.tests or requirement.documents)


def _covers(prefix: str, numbers: set[str]) -> bool:
    return any(number == prefix or number.startswith(f"{prefix}.") for number in numbers)


def levels() -> dict[str, int]:
    """The level of every requirement of the standard."""
    told = tomllib.loads(LEVELS.read_text(encoding="utf-8"))["levels"]
    return {
        f"{section}.{place}": int(level)
        for section, all_levels in told.items()
        for place, level in enumerate(all_levels, 1)
    }


def wanted() -> set[str]:
    """Those of levels 1 and 2, and those of level 3 that were taken on."""
    taken = tomllib.loads(LEVELS.read_text(encoding="utf-8"))["taken"]
    return {number for number, level in levels().items() if level < 3} | set(taken)


class _Once(yaml.SafeLoader):
    """Refuses a key that is there twice, of which YAML would keep the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 -- PyYAML's signature
        keys = [self.construct_object(key, deep=deep) for key, _ in node.value]
        if twice := [key for key, count in Counter(keys).items() if count > 1]:
            raise ValueError(f"{twice} twice")
        return super().construct_mapping(node, deep=deep)


def read(text: str) -> Asvs:
    return Asvs.model_validate(yaml.load(text, _Once))  # noqa: S506 -- a SafeLoader
