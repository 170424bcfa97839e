"""The request for a blank document: a form to print and fill in by hand, each question with room for its answer."""

from typing import Annotated, Literal

from pydantic import Field

from docgen.parts import CommonLabels, Language, Letterhead, Part, Request, Text

MOST_LINES = 30
"""Lines of one answer: about a page."""
MOST_COLUMNS = 12
"""What a page has room for."""


class Lines(Part):
    """Lines to write on, each under its label; a label may be empty."""

    kind: Literal["lines"] = "lines"
    labels: list[Text] = Field(min_length=1, max_length=MOST_LINES)


class Ruled(Part):
    """A ruled frame for a longer answer."""

    kind: Literal["ruled"] = "ruled"
    lines: int = Field(ge=1, le=MOST_LINES)


class Option(Part):
    """A box to tick, with what it means and a word more about it."""

    label: Text = Field(min_length=1)
    hint: Text = ""


class Ticks(Part):
    """Boxes to tick."""

    kind: Literal["ticks"] = "ticks"
    options: list[Option] = Field(min_length=1)


class Group(Part):
    """Boxes for so many digits, after their label; the label may be empty."""

    label: Text
    digits: int = Field(ge=1, le=12)


class Digits(Part):
    """A box for each digit, in groups: a date, or an identity number."""

    kind: Literal["digits"] = "digits"
    groups: list[Group] = Field(min_length=1, max_length=4)


class Column(Part):
    """What is asked in each of several rows: room to write, or boxes to tick."""

    label: Text = Field(min_length=1)
    hint: Text
    options: list[Text]


class Rows(Part):
    """The same small table once for each title."""

    kind: Literal["rows"] = "rows"
    titles: list[Text] = Field(min_length=1)
    columns: list[Column] = Field(min_length=1, max_length=MOST_COLUMNS)


class Said(Part):
    """What is known of everybody who uses the form, and so is printed."""

    kind: Literal["said"] = "said"
    text: Text = Field(min_length=1)


Room = Annotated[Lines | Ruled | Ticks | Digits | Rows | Said, Field(discriminator="kind")]
"""What stands under a question on paper."""


class BlankQuestion(Part):
    """A question with its room. ``condition`` says when to answer it; where the box's text says all, it has none."""

    condition: Text
    question: Text
    hint: Text
    room: Room


class BlankSection(Part):
    """Questions on one subject, or sentences to be read. ``condition`` says who fills it in."""

    title: Text = Field(min_length=1)
    condition: Text
    lead: list[Text]
    questions: list[BlankQuestion]


class ToSign(Part):
    """What is declared, each sentence with a box to tick, and the lines to sign on: kept on one page."""

    title: Text = Field(min_length=1)
    lead: list[Text]
    declarations: list[Text]
    lines: list[Text] = Field(min_length=1, max_length=MOST_LINES)


class Told(Part):
    """What is to be read: a heading and sentences, such as where the paper goes."""

    title: Text = Field(min_length=1)
    lines: list[Text] = Field(min_length=1)


class Apart(Part):
    """A sheet of its own, which is handed in with the form but never copied with it."""

    title: Text = Field(min_length=1)
    lead: list[Text] = Field(min_length=1)
    sections: list[BlankSection] = Field(min_length=1)


class Blank(Part):
    """What is printed."""

    language: Language
    reference: str = Field(pattern=r"^[a-z0-9-]{1,80}$")
    """The form's name, by which the office knows which one came in."""
    title: Text = Field(min_length=1)
    letterhead: Letterhead
    hand_in: Told
    told: list[Told]
    """What must be seen before all else, such as a deadline and who helps."""
    guidance: list[Text]
    """How to fill it in, sentence by sentence."""
    sections: list[BlankSection] = Field(min_length=1)
    privacy: Told
    """How the answers are used: stands over what is signed, on the same page."""
    signing: ToSign
    apart: Apart | None
    """What nobody who gets a copy of the form may read; always on the last page, after the signature."""
    labels: CommonLabels


class BlankRequest(Request):
    """The body of ``POST /v1/documents`` for a form without answers."""

    blank: Blank

    @property
    def master(self) -> str:
        """The name of the masters."""
        return "blank"
