"""The only part of docgen that others may import: the request for a document, version 1."""

import hashlib
from functools import cached_property
from typing import Annotated, Literal

import rfc8785
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator, model_validator

from docgen.characters import printable, refuse_unprintable
from docgen.client import DocgenClient, Refused, Unavailable
from docgen.media import DOCX, PDF

__all__ = [
    "DOCX",
    "PDF",
    "Answer",
    "Attachment",
    "Content",
    "DocgenClient",
    "DocumentRequest",
    "Fact",
    "Labels",
    "Letterhead",
    "Problem",
    "Refused",
    "Section",
    "Signature",
    "Text",
    "Unavailable",
    "printable",
]

Text = Annotated[str, AfterValidator(refuse_unprintable)]
"""Finished text in the citizen's language: no control characters but line feed and tab, no lone surrogates, NFC."""

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


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


class Answer(Part):
    """A question as it was asked, the answer as it was shown on the review page; an empty answer is said in words."""

    question: Text = Field(min_length=1)
    answer: Text = Field(min_length=1)


class Section(Part):
    """Questions on one subject."""

    title: Text = Field(min_length=1)
    answers: list[Answer] = Field(min_length=1)


class Attachment(Part):
    """A file that follows the form: its name as the citizen gave it, its size in words, its SHA-256."""

    name: Text = Field(min_length=1)
    size: Text
    sha256: Sha256


class Labels(Part):
    """The master's own words, in the document's language."""

    page: Text
    """Word before the page number ("Side")."""
    of: Text
    """Word between page number and number of pages ("av")."""
    reference: Text
    """Word before the reference ("Referanse")."""
    attachments: Text
    signatures: Text
    content_hash: Text
    seal_title: Text
    seal_text: Text
    """What the seal is and how to check it, in plain words."""
    replaced_title: Text
    """Heading of the list of characters that no shipped font can show."""
    replaced_text: Text
    """Sentence over that list."""


class Content(Part):
    """What is signed: everything that the citizen said, and to whom. Frozen as canonical JSON (RFC 8785)."""

    kind: Literal["form"]
    language: Literal["nb", "nn", "en"]
    reference: Text = Field(min_length=1, max_length=40)
    title: Text = Field(min_length=1)
    letterhead: Letterhead
    facts: list[Fact]
    """Short facts under the title, such as who the form is about and what is missing."""
    sections: list[Section] = Field(min_length=1)
    attachments: list[Attachment]
    declarations: list[Text]
    """What the signer declares, sentence by sentence."""
    labels: Labels

    def sha256(self) -> str:
        """The hex SHA-256 of the content's canonical JSON: what each person signs."""
        return self._digest

    @cached_property
    def _digest(self) -> str:
        return hashlib.sha256(rfc8785.dumps(self.model_dump(mode="json"))).hexdigest()


class Signature(Part):
    """Stands beside the content: who signed (or is to sign by hand), and how that is known."""

    facts: list[Fact] = Field(min_length=1)
    by_hand: bool
    """True: lines for place, date and signature are printed, with the facts' labels over them."""
    content_sha256: Sha256


class DocumentRequest(Part):
    """The body of ``POST /v1/documents``, version 1.

    Raises ``ValueError`` (as pydantic's ``ValidationError``) where a signature is on other content than this.
    """

    contract: Literal[1]
    content: Content
    signatures: list[Signature]
    receipt: list[Fact]
    """What became known after signing: when it was received."""

    @field_validator("contract", mode="before")
    @classmethod
    def _a_number(cls, value: object) -> object:
        if isinstance(value, bool):  # equal to 1 in Python, and so let through as the literal
            raise ValueError("the contract's version is a number")  # noqa: TRY004 -- what pydantic takes for a fault
        return value

    @model_validator(mode="after")
    def _signed_this_content(self) -> "DocumentRequest":
        if any(signature.content_sha256 != self.content.sha256() for signature in self.signatures):
            raise ValueError("a signature is on other content")
        return self

    def canonical(self) -> bytes:
        """The request as canonical JSON (RFC 8785): the bytes that are posted, stored and attached to the PDF."""
        return rfc8785.dumps(self.model_dump(mode="json"))

    def sha256(self) -> str:
        """The hex SHA-256 of the whole request's canonical JSON; names a set of documents."""
        return hashlib.sha256(self.canonical()).hexdigest()


class Problem(BaseModel):
    """Problem details (RFC 9457), as every error of docgen is told. Never carries text from a request."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""
