"""What lists and case pages show of a case, as finished text in the reader's language."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from forms.journeys.registry import journey
from forms.language import N_
from forms.ties import (
    AUTHORIZATION_SENT,
    PARTLY_WITHDRAWN,
    PARTLY_WITHDRAWN_FROM,
    SUPPLEMENTED,
    WITHDRAWN,
    WITHDRAWN_FROM,
)
from forms.tracks import KEPT, away
from forms.tracks import told as track_told
from wizard.cases.about import about, walk_of
from wizard.cases.finding import CaseRow
from wizard.cases.following import Line, Sent
from wizard.cases.standing import (
    DELAYED,
    DRAWN,
    HANDED_HOME,
    HELP_BEGAN,
    HELP_ENDED,
    LET_GO,
    NAME_WRITTEN,
    NOTED_DOWN,
    PAPER_CAME,
    PAPER_PROMISED,
    ROUTED,
    SAID,
    TAKEN,
    Happened,
    awaits_paper,
    from_later_day,
    routed_to,
    standing,
)
from wizard.routes.deadline_box import DeadlineBox, deadline_box
from wizard.routes.here import language, municipality, reader, tools

FORMATS = ("pdf", "docx")

STATUS = {
    "submitted": N_("Du har sendt %(form)s. Dokumentene lages nå."),
    "documents_made": N_("Du har sendt %(form)s. Dokumentene er klare."),
    "delivered": N_("Kontoret har fått %(form)s"),
    "handover_refused": N_("Kontoret har fått %(form)s, men ikke dokumentene"),
    "handover_retried": N_("Kontoret har fått %(form)s. Dokumentene lages på nytt."),
    DELAYED: N_("Kontoret har fått %(form)s, men dokumentene lar vente på seg"),
    TAKEN: N_("Kontoret arbeider med saken"),
    WITHDRAWN: N_("Du har trukket %(form)s"),
}
HAPPENED = {
    "started": N_("Du begynte på %(form)s"),
    "signed": N_("Du skrev under"),
    NOTED_DOWN: N_("Du skrev ned det du ble fortalt"),
    PAPER_PROMISED: N_("Du valgte å skrive under på papir"),
    "submitted": N_("Du sendte %(form)s"),
    "documents_made": N_("Dokumentene ble laget"),
    "delivered": N_("Kontoret fikk dokumentene"),
    "handover_refused": N_("Dokumentene kunne ikke lages. Kontoret har svarene dine."),
    "handover_retried": N_("Vi begynte å lage dokumentene på nytt"),
    DELAYED: N_("Dokumentene lar vente på seg. Kontoret har svarene dine, og vi prøver igjen."),
    TAKEN: N_("Kontoret begynte å arbeide med saken"),
    PAPER_CAME: N_("Underskriften på papir kom til kontoret"),
    LET_GO: N_("Saken venter på en ny saksbehandler"),
    HELP_BEGAN: N_("%(detail)s begynte å hjelpe deg"),
    HELP_ENDED: N_("Hjelpen i skranken ble avsluttet"),
    HANDED_HOME: N_("Du gikk videre på egen hånd med en kode"),
    DRAWN: N_("Du skrev under på skjermen i skranken"),
    NAME_WRITTEN: N_("Du skrev under i skranken ved å skrive navnet ditt"),
    SAID: N_("Du sa det i skranken, og det ble skrevet ned"),
    SUPPLEMENTED: N_("Du sendte mer til saken"),
    AUTHORIZATION_SENT: N_("Du sendte papiret som viser at du kan handle for en annen"),
    PARTLY_WITHDRAWN: N_("Du trakk en del av %(form)s"),
    WITHDRAWN: N_("Du trakk %(form)s"),
}
FROM_LATER_DAY = {
    WITHDRAWN_FROM: N_("Du har trukket %(form)s fra %(date)s"),
    PARTLY_WITHDRAWN_FROM: N_("Du har trukket en del av %(form)s fra %(date)s"),
}

SENT = N_("Du har sendt %(form)s")
DONE = {"supplement": N_("Du har sendt mer til saken")}
"""What was done by sending, where it is more than sending a form."""


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
    deadline: DeadlineBox | None
    routed: str


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
    done: str
    """What its writer has done by sending it."""
    reference: str
    submitted: str
    status: str
    events: list[EventLine]
    awaits_paper: bool
    withdrawn: bool
    partly_withdrawn: bool
    routed: str
    """Where it was sent on to, and that its day is kept; empty where it was not."""


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
    stands = standing(kinds)
    if stands == WITHDRAWN:
        return status(events, form)
    if away(routed_to(events)):
        return language().text(N_("Sendt videre"))
    if later := _from_later_day(events, form):
        return later
    if PARTLY_WITHDRAWN in kinds:
        rest = N_("Du har trukket en del av %(form)s. Kontoret arbeider med resten.")
        said = rest if stands == TAKEN else N_("Du har trukket en del av %(form)s")
        return language().text(said, form=form)
    if PAPER_PROMISED not in kinds or stands == TAKEN:
        return status(events, form)
    missing = awaits_paper(kinds)
    return language().text(
        N_("Du har sendt %(form)s. Underskriften din på papir mangler.")
        if missing
        else N_("Kontoret har fått %(form)s og underskriften din"),
        form=form,
    )


def _from_later_day(events: tuple[Happened, ...], form: str) -> str:
    """What is withdrawn from which later day; empty where nothing is."""
    days = ((from_later_day(events, kind), text) for kind, text in FROM_LATER_DAY.items())
    return next(
        (language().text(text, form=form, date=language().date(day)) for day, text in days if day), ""
    )


def happened(event: Happened, form: str) -> str:
    """One event, as its page tells it."""
    if event.kind == ROUTED:
        return track_told(event.detail, municipality(), language())
    if event.kind in FROM_LATER_DAY:
        return _from_later_day((event,), form)
    return language().text(HAPPENED[event.kind], form=form, detail=event.detail)


def routed(events: tuple[Happened, ...]) -> str:
    """Where it was sent on to, and what its writer need not do; empty where it was not."""
    track = routed_to(events)
    return f"{track_told(track, municipality(), language())} {language().text(KEPT)}" if track else ""


def case_line(line: Line) -> CaseLine:
    case = line.case
    walk = walk_of(tools(), case, reader())
    draft = line.received_at is None
    return CaseLine(
        id=case.id,
        title=language().text(journey(case.journey).title),
        about=about(walk),
        reference=case.reference,
        status=own_status(line.events, named(case)),
        changed=language().moment(line.changed_at),
        draft=draft,
        deadline=deadline_box(walk) if draft and walk else None,
        routed=routed(line.events),
    )


def sent_line(found: Sent, said: Said = own_status) -> SentLine:
    form = named(found.case)
    return SentLine(
        id=found.case.id,
        title=language().text(journey(found.case.journey).title),
        form=form,
        done=language().text(DONE.get(found.case.journey, SENT), form=form),
        reference=found.case.reference,
        submitted=language().moment(found.received_at),
        status=said(found.events, form),
        events=[EventLine(happened(event, form), language().moment(event.at)) for event in found.events],
        awaits_paper=found.awaits_paper,
        withdrawn=_has(found.events, WITHDRAWN, WITHDRAWN_FROM),
        partly_withdrawn=_has(found.events, PARTLY_WITHDRAWN, PARTLY_WITHDRAWN_FROM),
        routed=routed(found.events),
    )


def _has(events: tuple[Happened, ...], at_once: str, from_day: str) -> bool:
    """Whether it is taken back by now: at once, or from a later day that has come."""
    day = from_later_day(events, from_day)
    return any(event.kind == at_once for event in events) or (day is not None and day <= tools().today())


def document_lines(found: Sent) -> list[DocumentLine]:
    """Both formats, always: one that is not made yet says so, and one that cannot be made too."""
    sizes = {one.format: one.size for one in found.documents}
    return [
        DocumentLine(wanted, wanted in sizes, found.refused, language().size(sizes.get(wanted, 0)))
        for wanted in FORMATS
    ]
