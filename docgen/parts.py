"""What every request for a document is built of: finished text, labels with values, the letterhead."""

import hashlib
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator

from docgen.canonical import canonical
from docgen.characters import refuse_unprintable

FINISHED = "finished-text"
"""What the description calls the format of ``Text``."""

Text = Annotated[str, AfterValidator(refuse_unprintable), Field(json_schema_extra={"format": FINISHED})]
"""Finished text in the citizen's language: no control characters but line feed and tab, no lone surrogates, NFC."""

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Language = Literal["nb", "nn", "en"]


class Part(BaseModel):
    """A part of the contract: unknown keys are refused, values never coerced, nothing changes afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Fact(Part):
    """A label and its value, both finished text."""

    label: Text = Field(min_length=1)
    value: Text


class Letterhead(Part):
    """Who the document is addressed to: the municipality, its office, and how to reach it."""

    municipality: Text = Field(min_length=1)
    office: Text = Field(min_length=1)
    lines: list[Text]
    colour: str = Field(pattern=r"^#[0-9a-f]{6}$")


class CommonLabels(Part):
    """The words of every master, in the document's language."""

    page: Text
    """Word before the page number ("Side")."""
    of: Text
    """Word between page number and number of pages ("av")."""
    reference: Text
    """Word before the reference, or before the form's name ("Referanse")."""
    replaced_title: Text
    """Heading of the list of characters that no shipped font can show."""
    replaced_text: Text
    """Sentence over that list."""


class Request(Part):
    """A body of ``POST /v1/documents``, version 1."""

    contract: Literal[1]

    @field_validator("contract", mode="before")
    @classmethod
    def _a_number(cls, value: object) -> object:
        if isinstance(value, bool):  # equal to 1 in Python, and so let through as the literal
            raise ValueError("the contract's version is a number")  # noqa: TRY004 -- what pydantic takes for a fault
        return value

    def canonical(self) -> bytes:
        """The request as canonical JSON (RFC 8785): the bytes that are posted, stored and attached to the PDF."""
        return canonical(self.model_dump(mode="json"))

    def sha256(self) -> str:
        """The hex SHA-256 of the whole request's canonical JSON; names a set of documents."""
        return hashlib.sha256(self.canonical()).hexdigest()
