"""What lists and case pages show of a case, as finished text in the reader's language."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from forms.journeys.registry import journey
from forms.language import N_, OSLO
from forms.ties import (
    AUTHORIZATION_SENT,
    CONSENT_TAKEN_BACK,
    PARTLY_WITHDRAWN,
    PARTLY_WITHDRAWN_FROM,
    SIGNED_PAPER_SENT,
    SUPPLEMENTED,
    WITHDRAWN,
    WITHDRAWN_FROM,
)
from forms.tracks import away, kept
from forms.tracks import told as track_told
from wizard.case_address import CaseAddress
from wizard.cases import archiving
from wizard.cases.about import about, apart, walk_of
from wizard.cases.acting import name_of
from wizard.cases.drafts import Reader
from wizard.cases.finding import CaseRow
from wizard.cases.following import Line
from wizard.cases.standing import (
    ANEW,
    ARCHIVED,
    AUTHORIZATION_GOOD,
    CAME_UNSIGNED,
    DELAYED,
    FILE_GIVEN_UP,
    FILE_INFECTED,
    GIVEN_BACK,
    LACK_SIGNATURE,
    LAST_DAY_READ,
    LET_GO,
    NOT_ARCHIVED,
    NOTED_DOWN,
    NUMBER_ADDED,
    NUMBER_WRONG,
    PAPER_CAME,
    PAPER_PROMISED,
    PAPER_SCANNED,
    REGISTERED,
    ROUTED,
    TAKEN,
    TAKEN_OVER,
    Happened,
    archived_since,
    awaits_paper,
    from_later_day,
    lacks_file,
    office_looks,
    routed_to,
    standing,
)
from wizard.routes.by_another import OFFICE_LOOKS, happened_by_another, lacks_paper, status_by_another
from wizard.routes.by_office import happened_at_office, later_day_at_office, status_by_office
from wizard.routes.came_lines import came_at, came_on_paper
from wizard.routes.cosigner_lines import awaited_by
from wizard.routes.deadline_box import DeadlineBox, deadline_box
from wizard.routes.event_lines import told_of_signing
from wizard.routes.going import going
from wizard.routes.help_lines import told_of_help
from wizard.routes.here import assisting, language, municipality, reader, signs, tools
from wizard.routes.power_ends import ends_in_list
from wizard.routes.quiet_lines import quiet_event, quiet_status

STATUS = {
    "submitted": N_("Du har sendt %(form)s. Dokumentene lages nå."),
    "documents_made": N_("Du har sendt %(form)s. Dokumentene er klare."),
    "delivered": N_("Kontoret har fått %(form)s"),
    "handover_refused": N_("Kontoret har fått %(form)s, men ikke dokumentene"),
    "handover_retried": N_("Kontoret har fått %(form)s. Dokumentene lages på nytt."),
    DELAYED: N_("Kontoret har fått %(form)s, men dokumentene lar vente på seg"),
    TAKEN: N_("Kontoret arbeider med saken"),
    WITHDRAWN: N_("Du har trukket %(form)s"),
    GIVEN_BACK: N_("Fullmektigen har avsluttet fullmakten"),
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
    CAME_UNSIGNED: N_("Underskriften manglet på papiret"),
    TAKEN: N_("Kontoret begynte å arbeide med saken"),
    PAPER_CAME: N_("Underskriften på papir kom til kontoret"),
    PAPER_SCANNED: N_("Papiret med underskriften ble skannet i skranken"),
    LET_GO: N_("Saken venter på en ny saksbehandler"),
    SUPPLEMENTED: N_("Du sendte mer til saken"),
    AUTHORIZATION_SENT: N_("Du sendte papiret som viser at du kan handle for en annen"),
    SIGNED_PAPER_SENT: N_("Du sendte arket du har skrevet under på"),
    PARTLY_WITHDRAWN: N_("Du trakk en del av %(form)s"),
    WITHDRAWN: N_("Du trakk %(form)s"),
    CONSENT_TAKEN_BACK: N_("Du trakk samtykket som sto i %(form)s"),
    TAKEN_OVER: N_("Du tok over utfyllingen"),
    GIVEN_BACK: N_("Du avsluttet fullmakten"),
    NUMBER_ADDED: N_("Kontoret la til fødselsnummeret som manglet på papiret"),
    NUMBER_WRONG: N_("Kontoret tok bort et fødselsnummer som var feil"),
    AUTHORIZATION_GOOD: N_("Kontoret så at papiret som manglet, er i orden"),
    LAST_DAY_READ: N_("Kontoret skrev inn siste dag for deling"),
    FILE_INFECTED: N_("Vi fant virus i en fil, og ingen kan åpne den. Send den på nytt uten virus."),
    FILE_GIVEN_UP: N_(
        "Vi fikk ikke sjekket en fil for virus, og ingen kan åpne den. Send den på nytt som PDF."
    ),
    ARCHIVED: N_("Kontoret la saken i kommunens arkiv"),
    NOT_ARCHIVED: N_("Kontoret rettet en feil: Saken ligger ikke i kommunens arkiv ennå"),
}
FROM_LATER_DAY = {
    WITHDRAWN_FROM: N_("Du har trukket %(form)s fra %(date)s"),
    PARTLY_WITHDRAWN_FROM: N_("Du har trukket en del av %(form)s fra %(date)s"),
}

FOR_YOU = N_("For deg")
SENT_BY_ANOTHER = N_("Kommunen har fått %(form)s")


@dataclass(frozen=True)
class CaseLine:
    """A line of "my cases"."""

    id: UUID | CaseAddress
    title: str
    about: str
    apart: str
    reference: str
    status: str
    changed: str
    draft: bool
    waits: bool
    """Whether it waits for others to sign."""
    deadline: DeadlineBox | None
    routed: str
    filled_in_by: str
    """Who fills it in for the reader; empty for what they fill in themselves."""
    goes: str
    """The day on which the draft is deleted if nobody touches it; empty for what stays."""
    archived: str
    """The day on which it goes from here, since it lies in the municipality's archive; empty for any other."""
    lacks_file: bool
    """Whether the office did not get a file that was sent, and a new copy is wanted."""

    @property
    def wants_something(self) -> bool:
        """Whether its owner has something to do: what waits for others comes after."""
        return self.lacks_file or bool(self.goes) or (self.draft and not self.waits)


def named(case: CaseRow) -> str:
    """What the case's form is called, such as "the application"."""
    return language().text(journey(case.journey).naming)


def status(events: tuple[Happened, ...], form: str) -> str:
    """How the case stands: read from what happened, never stored."""
    kinds = [event.kind for event in events]
    stands = standing(kinds)
    if assisting() and awaits_paper(kinds):
        return language().text(lacks_paper(kinds))
    if (signs() or assisting()) and stands in {"submitted", "documents_made"}:
        return language().text(SENT_BY_ANOTHER, form=form)
    return language().text(STATUS[stands] if stands else N_("Utkastet er ikke sendt"), form=form)


def own_status(events: tuple[Happened, ...], form: str) -> str:
    """As ``status``, for the citizen: until the office is at work, their signature on paper comes first."""
    kinds = [event.kind for event in events]
    stands = standing(kinds)
    other = quiet_status(events, form) or status_by_office(events, form) or status_by_another(events, form)
    if other and not away(routed_to(events)):
        return other
    if stands in {WITHDRAWN, GIVEN_BACK} or signs() or assisting():
        return status(events, form)
    sent_on = language().text(N_("Sendt videre")) if away(routed_to(events)) else ""
    if elsewhere := sent_on or _from_later_day(events, form):
        return elsewhere
    if PARTLY_WITHDRAWN in kinds:
        rest = N_("Du har trukket en del av %(form)s. Kontoret arbeider med resten.")
        said = rest if stands == TAKEN else N_("Du har trukket en del av %(form)s")
        return language().text(said, form=form)
    if not set(LACK_SIGNATURE).intersection(kinds) or stands == TAKEN:
        return status(events, form)
    return language().text(_on_paper(kinds), form=form)


def _on_paper(kinds: list[str]) -> str:
    """How it stands with the signature that was promised on paper."""
    if office_looks(kinds):
        return OFFICE_LOOKS
    if awaits_paper(kinds):
        return N_("Du har sendt %(form)s. Underskriften din på papir mangler.")
    return N_("Kontoret har fått %(form)s og underskriften din")


def _from_later_day(events: tuple[Happened, ...], form: str) -> str:
    """What is withdrawn from which later day; empty where nothing is."""
    days = (
        (from_later_day(events, kind), later_day_at_office(events, kind) or text)
        for kind, text in FROM_LATER_DAY.items()
    )
    return next(
        (language().text(text, form=form, date=language().date(day)) for day, text in days if day), ""
    )


def happened(event: Happened, form: str) -> str:
    """One event, as its page tells it."""
    helped = told_of_help(event, form)
    at_office = "" if helped else quiet_event(event, form) or happened_at_office(event, form)
    if other := at_office or happened_by_another(event, form):
        return other
    if event.kind == ROUTED:
        return track_told(event.detail, municipality(), language(), _day(event))
    if event.kind == REGISTERED:
        return came_on_paper(event, form)
    if (event.kind, event.detail) == (PAPER_SCANNED, ANEW):
        return language().text(N_("Et nytt papir ble skannet i skranken. Det er det som gjelder."))
    if event.kind in FROM_LATER_DAY:
        return _from_later_day((event,), form)
    return helped or told_of_signing(event, form) or language().text(HAPPENED[event.kind], form=form)


def routed(events: tuple[Happened, ...]) -> str:
    """Where it was sent on to, and what its writer need not do; empty where it was not."""
    last = next((event for event in reversed(events) if event.kind == ROUTED), None)
    if last is None:
        return ""
    return f"{track_told(last.detail, municipality(), language(), _day(last))} {language().text(kept(last.detail))}"


def _day(event: Happened) -> date:
    """The day in Norway when it happened."""
    return event.at.astimezone(OSLO).date()


def _principal(case: CaseRow, address: CaseAddress | None) -> str:
    """For whom a draft is that does not tell yet; empty for the reader's own."""
    if address is None:
        return ""
    return language().text(N_("For %(name)s"), name=name_of(tools(), case.owner_id))


def _status(line: Line) -> str:
    if line.case.removed:
        return language().text(N_("Ligger i kommunens arkiv"))
    return awaited_by(line.case) if line.waits else own_status(line.events, named(line.case))


def _archived(line: Line) -> str:
    at = None if line.case.removed else archived_since(line.events)
    return language().date(archiving.stays_until(tools(), line.case, at, line.events)) if at else ""


def case_line(line: Line, address: CaseAddress | None = None) -> CaseLine:
    """Of the reader's own case; with an address, of one that they fill in for another."""
    case, own = line.case, reader()
    taking_part = address and Reader(own.person, own.language, own.account_id, address.participant_id)
    walk = None if case.removed else walk_of(tools(), case, taking_part or own)
    draft = line.received_at is None
    by_another = address is None and case.author_id != case.owner_id
    return CaseLine(
        id=address or case.id,
        title=language().text(journey(case.journey).title),
        about=language().text(FOR_YOU) if by_another else about(walk) or _principal(case, address),
        apart=ends_in_list(address) if draft else apart(walk),
        reference=case.reference,
        status=_status(line),
        changed=came_at(line.changed_at, line.events),
        draft=draft,
        waits=line.waits,
        deadline=deadline_box(walk) if draft and walk else None,
        routed=routed(line.events),
        filled_in_by=name_of(tools(), case.author_id) if by_another and draft else "",
        goes=going(case, line.events) if draft else "",
        archived=_archived(line),
        lacks_file=not case.removed and lacks_file(line.events),
    )
