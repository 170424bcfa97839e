"""Sentences as data: the same in every language that we write."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from docgen.contract import printable
from forms.language import Language

Line = Annotated[str, AfterValidator(printable), Field(min_length=1)]


class Part(BaseModel):
    """Unknown keys are refused, and nothing changes afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Localised(Part):
    """A sentence or two in every language that we write."""

    nb: Line
    nn: Line
    en: Line

    def text(self, language: Language) -> str:
        return str(getattr(self, language.code))


Sentences = tuple[Localised, ...]
"""In the order in which they are read."""
