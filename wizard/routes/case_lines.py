"""What lists and case pages show of a case, as finished text in the reader's language."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from forms.journeys.registry import journey
from forms.language import N_
from wizard.cases.about import about
from wizard.cases.finding import CaseRow
from wizard.cases.following import Line, Sent
from wizard.cases.standing import (
    DELAYED,
    LET_GO,
    PAPER_CAME,
    PAPER_PROMISED,
    TAKEN,
    Happened,
    awaits_paper,
    standing,
)
from wizard.routes.here import language, reader, tools

FORMATS = ("pdf", "docx")

STATUS = {
    "submitted": N_("Du har sendt %(form)s. Dokumentene lages nå."),
    "documents_made": N_("Du har sendt %(form)s. Dokumentene er klare."),
    "delivered": N_("Kontoret har fått %(form)s"),
    "handover_refused": N_("Kontoret har fått %(form)s, men ikke dokumentene"),
    "handover_retried": N_("Kontoret har fått %(form)s. Dokumentene lages på nytt."),
    DELAYED: N_("Kontoret har fått %(form)s, men dokumentene lar vente på seg"),
    TAKEN: N_("Kontoret arbeider med saken"),
}
HAPPENED = {
    "started": N_("Du begynte på %(form)s"),
    "signed": N_("Du skrev under"),
    PAPER_PROMISED: N_("Du valgte å skrive under på papir"),
    "submitted": N_("Du sendte %(form)s"),
    "documents_made": N_("Dokumentene ble laget"),
    "delivered": N_("Kontoret fikk %(form)s"),
    "handover_refused": N_("Dokumentene kunne ikke lages. Kontoret har svarene dine."),
    "handover_retried": N_("Vi begynte å lage dokumentene på nytt"),
    DELAYED: N_("Dokumentene lar vente på seg. Kontoret har svarene dine, og vi prøver igjen."),
    TAKEN: N_("Kontoret begynte å arbeide med saken"),
    PAPER_CAME: N_("Underskriften på papir kom til kontoret"),
    LET_GO: N_("Saken venter på en ny saksbehandler"),
}


@dataclass(frozen=True)
class CaseLine:
    """A line of "my cases"."""

    id: UUID
    title: str
    about: str
    reference: str
    status: str
    changed: str
    draft: bool


@dataclass(frozen=True)
class EventLine:
    text: str
    when: str


@dataclass(frozen=True)
class SentLine:
    """A case that is in, for its receipt and its page."""

    id: UUID
    title: str
    form: str
    """What the form is called, such as "the application"."""
    reference: str
    submitted: str
    status: str
    events: list[EventLine]
    awaits_paper: bool


@dataclass(frozen=True)
class DocumentLine:
    """A format, whether it is made yet, whether it never will be, and its size in words."""

    format: str
    ready: bool
    refused: bool
    size: str

    @property
    def waiting(self) -> bool:
        return not self.ready and not self.refused


Said = Callable[[tuple[Happened, ...], str], str]
"""How the reader is told how it stands, from what happened and what the form is called."""


def named(case: CaseRow) -> str:
    """What the case's form is called, such as "the application"."""
    return language().text(journey(case.journey).naming)


def status(events: tuple[Happened, ...], form: str) -> str:
    """How the case stands: read from what happened, never stored."""
    stands = standing(event.kind for event in events)
    return language().text(STATUS[stands] if stands else N_("Utkastet er ikke sendt"), form=form)


def own_status(events: tuple[Happened, ...], form: str) -> str:
    """As ``status``, for the citizen: until the office is at work, their signature on paper comes first."""
    kinds = [event.kind for event in events]
    if PAPER_PROMISED not in kinds or standing(kinds) == TAKEN:
        return status(events, form)
    missing = awaits_paper(kinds)
    return language().text(
        N_("Du har sendt %(form)s. Underskriften din på papir mangler.")
        if missing
        else N_("Kontoret har fått %(form)s og underskriften din"),
        form=form,
    )


def case_line(line: Line) -> CaseLine:
    case = line.case
    return CaseLine(
        id=case.id,
        title=language().text(journey(case.journey).title),
        about=about(tools(), case, reader()),
        reference=case.reference,
        status=own_status(line.events, named(case)),
        changed=language().moment(line.changed_at),
        draft=line.received_at is None,
    )


def sent_line(found: Sent, said: Said = own_status) -> SentLine:
    form = named(found.case)
    return SentLine(
        id=found.case.id,
        title=language().text(journey(found.case.journey).title),
        form=form,
        reference=found.case.reference,
        submitted=language().moment(found.received_at),
        status=said(found.events, form),
        events=[
            EventLine(language().text(HAPPENED[event.kind], form=form), language().moment(event.at))
            for event in found.events
        ],
        awaits_paper=found.awaits_paper,
    )


def document_lines(found: Sent) -> list[DocumentLine]:
    """Both formats, always: one that is not made yet says so, and one that cannot be made too."""
    sizes = {one.format: one.size for one in found.documents}
    return [
        DocumentLine(wanted, wanted in sizes, found.refused, language().size(sizes.get(wanted, 0)))
        for wanted in FORMATS
    ]
