"""The only part of docgen that others may import: the request for a document, version 1."""

import hashlib
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, Field, model_validator

from docgen.asked import HEADER, LENGTH, LETTERS, believed
from docgen.blank import (
    Apart,
    Blank,
    BlankQuestion,
    BlankRequest,
    BlankSection,
    Column,
    Digits,
    Group,
    Lines,
    Option,
    Room,
    Rows,
    Ruled,
    Said,
    Ticks,
    Told,
    ToSign,
)
from docgen.canonical import canonical
from docgen.characters import printable
from docgen.client import DocgenClient, Refused, Unavailable
from docgen.media import DOCX, PDF
from docgen.parts import CommonLabels, Fact, Language, Letterhead, Part, Request, Sha256, Text
from docgen.pictures import Picture
from docgen.retry_after import asked_wait

__all__ = [
    "DOCX",
    "HEADER",
    "LENGTH",
    "LETTERS",
    "PDF",
    "Answer",
    "AnyRequest",
    "Apart",
    "Attachment",
    "Blank",
    "BlankQuestion",
    "BlankRequest",
    "BlankSection",
    "Column",
    "CommonLabels",
    "Content",
    "Digits",
    "DocgenClient",
    "DocumentRequest",
    "Fact",
    "Group",
    "Labels",
    "Letterhead",
    "Lines",
    "Option",
    "Picture",
    "Problem",
    "Refused",
    "Request",
    "Room",
    "Rows",
    "Ruled",
    "Said",
    "Section",
    "Signature",
    "Text",
    "Ticks",
    "ToSign",
    "Told",
    "Unavailable",
    "asked_wait",
    "believed",
    "printable",
]


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


class Labels(CommonLabels):
    """The words of the masters of what was filled in."""

    points: Text
    """Heading over what is asked for, or declared, point by point."""
    attachments: Text
    signatures: Text
    content_hash: Text
    seal_title: Text
    seal_text: Text
    """What the seal is and how to check it, in plain words."""


class Content(Part):
    """What is signed: everything that the citizen said, and to whom. Frozen as canonical JSON (RFC 8785)."""

    kind: Literal["form", "letter", "declaration"]
    """An application or notification; a complaint, addressed; what somebody declares and signs."""
    language: Language
    reference: Text = Field(min_length=1, max_length=40)
    title: Text = Field(min_length=1)
    letterhead: Letterhead
    facts: list[Fact]
    """Short facts under the title, such as who the form is about and what is missing."""
    points: list[Text]
    """What is asked for, or declared, point by point; printed with numbers."""
    sections: list[Section] = Field(min_length=1)
    attachments: list[Attachment]
    declarations: list[Text]
    """What the signer declares, sentence by sentence."""
    labels: Labels

    def sha256(self) -> str:
        """The hex SHA-256 of the content's canonical JSON: what each person signs."""
        return self._digest

    def canonical(self) -> bytes:
        """The content as canonical JSON: the same bytes for the same content."""
        return canonical(self.model_dump(mode="json"))

    @cached_property
    def _digest(self) -> str:
        return hashlib.sha256(self.canonical()).hexdigest()


class Signature(Part):
    """Stands beside the content: who signed (or is to sign by hand), and how that is known."""

    facts: list[Fact] = Field(min_length=1)
    by_hand: bool
    """True: lines for place, date and signature are printed, with the facts' labels over them."""
    content_sha256: Sha256
    picture: Picture | None = Field(default=None, exclude_if=lambda one: one is None)
    """As it was drawn. Where there is none the canonical JSON does not name it: older requests keep their hash."""


class DocumentRequest(Request):
    """The body of ``POST /v1/documents`` for what somebody filled in.

    Raises ``ValueError`` (as pydantic's ``ValidationError``) where a signature is on other content than this.
    """

    content: Content
    signatures: list[Signature]
    receipt: list[Fact]
    """What became known after signing: when it was received."""

    @model_validator(mode="after")
    def _signed_this_content(self) -> "DocumentRequest":
        if any(signature.content_sha256 != self.content.sha256() for signature in self.signatures):
            raise ValueError("a signature is on other content")
        return self

    @property
    def master(self) -> str:
        """The name of the masters."""
        return self.content.kind


class Problem(BaseModel):
    """Problem details (RFC 9457), as every error of docgen is told. Never carries text from a request."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""


AnyRequest = DocumentRequest | BlankRequest
"""What ``POST /v1/documents`` takes."""
