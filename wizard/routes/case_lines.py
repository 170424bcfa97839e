"""What lists and case pages show of a case, as finished text in the reader's language."""

from dataclasses import dataclass
from uuid import UUID

from forms.journeys.registry import journey
from forms.language import N_
from wizard.cases.about import about
from wizard.cases.following import Line, Sent
from wizard.cases.standing import LET_GO, TAKEN, Happened, standing
from wizard.routes.here import language, reader, tools

FORMATS = ("pdf", "docx")

STATUS = {
    "submitted": N_("Søknaden er sendt. Dokumentene lages nå."),
    "documents_made": N_("Søknaden er sendt. Dokumentene er klare."),
    "delivered": N_("Kontoret har fått søknaden"),
    "handover_refused": N_("Kontoret har fått søknaden, men ikke dokumentene"),
    "handover_retried": N_("Kontoret har fått søknaden. Dokumentene lages på nytt."),
    TAKEN: N_("Kontoret arbeider med saken"),
}
HAPPENED = {
    "started": N_("Du begynte på søknaden"),
    "signed": N_("Du skrev under"),
    "paper_signature_promised": N_("Du valgte å skrive under på papir"),
    "submitted": N_("Søknaden ble sendt"),
    "documents_made": N_("Dokumentene ble laget"),
    "delivered": N_("Kontoret fikk søknaden"),
    "handover_refused": N_("Dokumentene kunne ikke lages. Kontoret har svarene dine."),
    "handover_retried": N_("Vi begynte å lage dokumentene på nytt"),
    TAKEN: N_("Kontoret begynte å arbeide med saken"),
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
    reference: str
    submitted: str
    status: str
    events: list[EventLine]
    by_hand: bool


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


def status(events: tuple[Happened, ...]) -> str:
    """How the case stands: read from what happened, never stored."""
    stands = standing(event.kind for event in events)
    return language().text(STATUS[stands] if stands else N_("Utkastet er ikke sendt"))


def own_status(events: tuple[Happened, ...]) -> str:
    """As ``status``, for the citizen's list: until the office is at work, what is left to do comes first."""
    kinds = [event.kind for event in events]
    if "paper_signature_promised" in kinds and standing(kinds) != TAKEN:
        return language().text(N_("Søknaden er sendt. Underskriften din på papir mangler."))
    return status(events)


def case_line(line: Line) -> CaseLine:
    case = line.case
    return CaseLine(
        id=case.id,
        title=language().text(journey(case.journey).title),
        about=about(tools(), case, reader()),
        reference=case.reference,
        status=own_status(line.events),
        changed=language().moment(line.changed_at),
        draft=line.received_at is None,
    )


def sent_line(found: Sent) -> SentLine:
    return SentLine(
        id=found.case.id,
        title=language().text(journey(found.case.journey).title),
        reference=found.case.reference,
        submitted=language().moment(found.received_at),
        status=status(found.events),
        events=[
            EventLine(language().text(HAPPENED[event.kind]), language().moment(event.at))
            for event in found.events
        ],
        by_hand=any(signature.by_hand for signature in found.request.signatures),
    )


def document_lines(found: Sent) -> list[DocumentLine]:
    """Both formats, always: one that is not made yet says so, and one that cannot be made too."""
    sizes = {one.format: one.size for one in found.documents}
    return [
        DocumentLine(wanted, wanted in sizes, found.refused, language().size(sizes.get(wanted, 0)))
        for wanted in FORMATS
    ]
