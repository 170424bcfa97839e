"""A walk's answers as the document service takes them: the words of the review page, in their order."""

from collections.abc import Sequence
from datetime import datetime

from docgen.contract import (
    Answer,
    Attachment,
    Content,
    DocumentRequest,
    Fact,
    Letterhead,
    Section,
    Signature,
    printable,
)
from forms.fields.files import Files
from forms.journey import Step
from forms.labels import filled
from forms.language import N_, Language
from forms.marks import MARKS, NAME_UNCHECKED, UNSIGNED, mark_told
from forms.marks import refused as mark_of_refused
from forms.signers import NAMES
from forms.signing import declarations
from forms.walk import Walk

OPEN = N_("Ikke besvart")


def content(walk: Walk, reference: str, missing: str = OPEN) -> Content:
    """What is signed. ``missing`` is what stands where a question was asked and left open."""
    language = walk.now.language
    addressee = walk.journey.addressee(walk.now)
    return Content(
        kind=walk.journey.kind,
        language=language.code,
        reference=reference,
        title=language.text(walk.journey.title),
        letterhead=Letterhead(
            municipality=walk.now.municipality.name,
            office=addressee.office,
            lines=list(addressee.lines),
            colour=walk.now.municipality.colour,
        ),
        facts=[Fact(label=printable(note.label), value=printable(note.value)) for note in walk.facts],
        points=[printable(point) for point in walk.journey.points(walk.now)],
        sections=[
            section for step in walk.printed if (section := _section(walk, step, language.text(missing)))
        ],
        attachments=_attachments(walk),
        declarations=declarations(walk.now),
        labels=filled(language, walk.journey.kind),
    )


def request(content: Content, signatures: Sequence[Signature], receipt: Sequence[Fact]) -> DocumentRequest:
    """The body of the document service's request. ``receipt`` is what became known after signing."""
    return DocumentRequest(contract=1, content=content, signatures=list(signatures), receipt=list(receipt))


def receipt(walk: Walk, at: datetime) -> list[Fact]:
    """What becomes known at the moment it is sent."""
    language = walk.now.language
    return [
        Fact(label=language.text(N_("Mottatt")), value=language.moment(at)),
        *(
            Fact(label=printable(note.label), value=printable(note.value))
            for note in walk.received(at)
            if note.label
        ),
    ]


def unsigned(language: Language, capacities: Sequence[str]) -> list[Fact]:
    """Whose signatures were missing when it was sent."""
    text = language.text
    return [
        Fact(
            label=text(MARKS[UNSIGNED]),
            value=text(N_("Fra %(who)s. Den kan komme etterpå."), who=text(NAMES[capacity])),
        )
        for capacity in capacities
    ]


def refused(language: Language, said: Sequence[tuple[str, datetime]]) -> list[Fact]:
    """Who said no to signing before it was sent, by capacity, and when."""
    told = N_("%(no)s. Det var %(when)s.")
    return [
        Fact(
            label=language.text(N_("Nei til å skrive under")),
            value=language.text(
                told, no=mark_told(mark_of_refused(capacity), language), when=language.moment(at)
            ),
        )
        for capacity, at in said
    ]


def unchecked(language: Language, signed: Sequence[tuple[str, str]]) -> list[Fact]:
    """Who signed by another number than any that was told: as what, and the name as their log-in has it."""
    told = N_("%(name)s logget inn og skrev under som %(who)s. Fødselsdatoen passer.")
    return [
        Fact(
            label=language.text(MARKS[NAME_UNCHECKED]),
            value=printable(language.text(told, name=name, who=language.text(NAMES[capacity]))),
        )
        for capacity, name in signed
    ]


def _section(walk: Walk, step: Step, missing: str) -> Section | None:
    answers = [
        Answer(question=row.label, answer=printable(row.text) or missing) for row in walk.printed_rows(step)
    ]
    title = walk.now.language.text(step.title)
    return Section(title=title, answers=answers) if answers else None


def _attachments(walk: Walk) -> list[Attachment]:
    questions = (question for step in walk.path for question in walk.form(step).questions())
    received = (file for question in questions if isinstance(question, Files) for file in question.received)
    size = walk.now.language.size
    return [
        Attachment(name=printable(file.name), size=size(file.size), sha256=file.sha256) for file in received
    ]
