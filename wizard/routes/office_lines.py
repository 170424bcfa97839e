"""What the office's pages show of a case, as finished text."""

from dataclasses import dataclass
from uuid import UUID

from werkzeug.exceptions import BadRequest

from forms.journeys.registry import journey
from forms.language import N_
from forms.marks import NO_AUTHORIZATION, TO_BE_PASSED_ON, mark_told
from forms.ties import (
    AUTHORIZATION_SENT,
    PARTLY_WITHDRAWN,
    PARTLY_WITHDRAWN_FROM,
    SIGNED_PAPER_SENT,
    WITHDRAWN,
    WITHDRAWN_FROM,
)
from forms.tracks import TRACKS, away, sent_on_to
from wizard.cases.acting import name_of
from wizard.cases.edge import Edge
from wizard.cases.following import Sent, Shut
from wizard.cases.paper_read import GIVES_POWER
from wizard.cases.standing import (
    CAME_UNSIGNED,
    FILE_GIVEN_UP,
    FILE_INFECTED,
    GIVEN_BACK,
    PAPER_SCANNED,
    REGISTERED,
    TAKEN,
    Happened,
    came_since_archived,
    from_later_day,
    routed_to,
    standing,
)
from wizard.cases.tied import Tied
from wizard.routes.came_lines import came_at, happened_at, tied_at
from wizard.routes.case_lines import named
from wizard.routes.here import language, tools, visitor
from wizard.routes.refusal_lines import is_about, with_refused

SHUT = N_("Saken er trygg, men kan ikke vises nå. Si fra til dem som drifter tjenesten.")
OFFICE_STATUS = {
    "submitted": N_("Mottatt. Dokumentene lages nå."),
    "documents_made": N_("Mottatt. Dokumentene er klare."),
    "delivered": N_("Mottatt"),
    "handover_refused": N_("Mottatt, men dokumentene kunne ikke lages"),
    "handover_retried": N_("Mottatt. Dokumentene lages på nytt."),
    "handover_delayed": N_("Mottatt, men dokumentene lar vente på seg"),
    TAKEN: N_("I arbeid"),
    WITHDRAWN: N_("Trukket"),
    GIVEN_BACK: N_("Fullmektigen har avsluttet fullmakten"),
}
FROM_LATER_DAY = {
    WITHDRAWN_FROM: N_("Trukket fra %(date)s"),
    PARTLY_WITHDRAWN_FROM: N_("En del er trukket fra %(date)s"),
}
TOOK = N_("%(name)s tok saken %(when)s.")


@dataclass(frozen=True)
class OfficeLine:
    """A line of the office's list."""

    id: UUID
    reference: str
    title: str
    received: str
    status: str
    marks: list[str]
    by: str
    held: str
    """Who has it in hand, and since when; empty where nobody has."""
    written: str
    """The language of the title: the citizen's, not the page's."""
    over: bool
    """Whether nobody has anything to do with it any more."""


def office_line(found: Sent) -> OfficeLine:
    content = found.request.content
    return OfficeLine(
        id=found.case.id,
        reference=found.case.reference,
        title=content.title,
        received=came_at(found.received_at, found.events),
        status=office_status(found.events, named(found.case)),
        marks=marks(found),
        written=content.language,
        over=bool(over_line(found)),
        held=", ".join([found.held.name, language().moment(found.held.since)]) if found.held else "",
        by=next((fact.value for fact in content.facts), ""),
    )


def office_status(events: tuple[Happened, ...], _form: str) -> str:
    """How the case stands, in the office's words: another person sent it."""
    stands = standing(event.kind for event in events)
    if stands != WITHDRAWN and away(routed_to(events)):
        return language().text(N_("Sendt videre"))
    return language().text(OFFICE_STATUS[stands])


def shut_line(found: Shut) -> OfficeLine:
    """What is known of a case that cannot be opened."""
    return OfficeLine(
        id=found.case.id,
        reference=found.case.reference,
        title=language().text(SHUT),
        received=language().moment(found.received_at),
        status=language().text(N_("Kan ikke åpnes")),
        marks=[],
        by="",
        held="",
        written=language().code,
        over=False,
    )


def any_line(found: Sent | Shut) -> OfficeLine:
    return shut_line(found) if isinstance(found, Shut) else office_line(found)


def marks(found: Sent) -> list[str]:
    """What a caseworker must not overlook: from the answers, and from what happened since."""
    kinds = {event.kind for event in found.events}
    own = [N_("En del er trukket")] if PARTLY_WITHDRAWN in kinds else []
    if found.awaits_paper:
        own.append(_signature_lacks(kinds))
    if found.refused:
        own.append(N_("Dokumentene kunne ikke lages"))
    own += [N_("Virus i en fil")] if FILE_INFECTED in kinds else []
    own += [N_("En fil kunne ikke sjekkes for virus")] if FILE_GIVEN_UP in kinds else []
    own += [N_("Dokumentene lar vente på seg")] if found.delayed else []
    own += [N_("Noe nytt må i arkivet")] if came_since_archived(found.events) else []
    gone = TO_BE_PASSED_ON if away(routed_to(found.events)) else ()
    given = [told for key in with_refused(found) if key not in gone and (told := _since(key, found.events))]
    later = [] if WITHDRAWN in kinds else _from_later_day(found)
    return [*given, *later, *(language().text(mark) for mark in own), *_sent_on(found)]


def _signature_lacks(kinds: set[str]) -> str:
    if PAPER_SCANNED in kinds:
        return N_("Underskrift er skannet: se på den")
    if SIGNED_PAPER_SENT in kinds:
        return N_("Underskrevet ark er sendt")
    return N_("Mangler underskrift") if CAME_UNSIGNED in kinds else N_("Underskrift kommer på papir")


def _from_later_day(found: Sent) -> list[str]:
    days = ((from_later_day(found.events, kind), text) for kind, text in FROM_LATER_DAY.items())
    return [language().text(text, date=language().date(day)) for day, text in days if day]


def _sent_on(found: Sent) -> list[str]:
    track = sent_on_to(found.case.journey, routed_to(found.events))
    if not track:
        return []
    return [language().text(N_("Sendt videre: %(to)s"), to=language().text(TRACKS[track].to))]


def _since(mark: str, events: tuple[Happened, ...]) -> str:
    """A mark's text: what lacked and was sent or signed later does not lack any more."""
    kind, _, what = mark.partition(" ")
    if kind == NO_AUTHORIZATION and any(event.kind == AUTHORIZATION_SENT for event in events):
        return language().text(
            N_("Papiret som manglet, er sendt etterpå") if what else N_("Fullmakt er sendt etterpå")
        )
    if any(is_about(mark, event) for event in events):
        return language().text(N_("Underskriften som manglet, er kommet"))
    return mark_told(mark, language())


@dataclass(frozen=True)
class TiedLine:
    """Another case that hangs together with this one."""

    id: UUID
    reference: str
    title: str
    received: str
    marks: list[str]


def tied_line(found: Tied) -> TiedLine:
    gone = [language().text(OFFICE_STATUS[WITHDRAWN])] if found.withdrawn else []
    return TiedLine(
        id=found.id,
        reference=found.reference,
        title=language().text(journey(found.journey).title),
        received=tied_at(found),
        marks=[*gone, *(told for key in found.marks if (told := mark_told(key, language())))],
    )


@dataclass(frozen=True)
class HeldLine:
    """Who has the case in hand, as a sentence, and the event that a button to let it go is about."""

    text: str
    number: int


def held_line(found: Sent) -> HeldLine | None:
    held = found.held
    if held is None:
        return None
    said = N_("Du tok saken %(when)s.") if held.staff_id == visitor().account_id else TOOK
    return HeldLine(language().text(said, name=held.name, when=language().moment(held.since)), held.number)


def overtaken(found: Sent) -> str:
    """What somebody is told whose button was about the case as it was before."""
    if found.held is None:
        return language().text(N_("Saken er ledig igjen."))
    return language().text(N_("%(name)s har saken nå. Ingenting er endret."), name=found.held.name)


def over_line(found: Sent) -> str:
    """Since when all of it is taken back, or given back; empty while it is not."""
    last = next((one for one in reversed(found.events) if one.kind in {WITHDRAWN, GIVEN_BACK}), None)
    if last is None:
        return ""
    power = found.case.journey == GIVES_POWER
    said = (
        N_("Fullmakten gjelder ikke lenger. Den ble avsluttet %(when)s.")
        if power
        else N_("Trukket %(when)s.")
    )
    return language().text(said, when=happened_at(last))


def registered_line(found: Sent) -> str:
    """Who wrote down what came on paper, and when; empty for what came otherwise."""
    by = next((event for event in found.events if event.kind == REGISTERED), None)
    if by is None or by.actor_id is None:
        return ""
    name, when = name_of(tools(), by.actor_id), language().moment(by.at)
    return language().text(N_("Kom på papir. %(name)s registrerte skjemaet %(when)s."), name=name, when=when)


@dataclass(frozen=True)
class AnswerLine:
    """A question with its answer, as the citizen read them before signing."""

    label: str
    text: str


def edge(value: str | None) -> Edge | None:
    """The end of the page before this one, as it was sent; ``BadRequest`` for anything but that."""
    try:
        return None if value is None else Edge.read(value)
    except (ValueError, OverflowError) as error:
        raise BadRequest from error
