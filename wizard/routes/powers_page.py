"""What the page of somebody who acts for others shows of each power of attorney, as finished text."""

from dataclasses import dataclass
from uuid import UUID

from forms.fields.identity_number import masked
from forms.journeys.registry import journey
from forms.language import N_
from forms.powers import CAN
from wizard.cases.held import ENDS_SOON, Held
from wizard.cases.participants import ENDED, EXPIRED, NOT_BEGUN
from wizard.cases.shown import Seen, readable
from wizard.routes.here import language, municipality, tools

STATES = {
    ENDED: N_("Avsluttet"),
    EXPIRED: N_("Gått ut"),
    NOT_BEGUN: N_("Gjelder ikke ennå"),
    ENDS_SOON: N_("Går snart ut"),
    "": N_("Gjelder nå"),
}
EXPLAINED = {
    ENDED: N_(
        "Fullmakten ble avsluttet %(when)s. Du kan ikke handle for %(name)s lenger."
        " Det du alt har sendt, gjelder fortsatt."
    ),
    EXPIRED: N_("Fullmakten gikk ut %(last)s. Vil %(name)s at du skal fortsette, må du få en ny."),
    NOT_BEGUN: N_("Fullmakten må være skrevet under, og dagen den gjelder fra, må ha kommet."),
    ENDS_SOON: N_("Spør %(name)s om en ny fullmakt hvis du skal fortsette etter det."),
}
SPENT = N_(
    "Fullmakten gjaldt én sak, og den har du begynt på. Skal du søke eller klage om noe annet, må du få en ny."
)


@dataclass(frozen=True)
class Way:
    """A form that the proxy can begin for the principal."""

    journey: str
    title: str


@dataclass(frozen=True)
class SeenLine:
    reference: str
    title: str
    sent: str


@dataclass(frozen=True)
class PowerLine:
    """One power: for whom, what, until when, and whether there is something to mind."""

    id: UUID
    name: str
    number: str
    reference: str
    period: str
    case: str
    can: list[str]
    state: str
    told: str
    explained: str
    holds: bool
    ways: list[Way]
    seen: list[SeenLine]


def power_line(found: Held) -> PowerLine:
    power, text = found.power, language().text
    state = found.state(tools().today())
    holds = state in {"", ENDS_SOON}
    name = power.principal.name
    return PowerLine(
        id=found.id,
        name=name,
        number=masked(power.principal.national_id),
        reference=power.reference,
        period=period(found),
        case=_case(found),
        can=[text(label) for key, label in CAN if key in power.scope],
        state=state,
        told=text(STATES[state]),
        explained=_explained(found, state),
        holds=holds,
        ways=_ways(found) if holds else [],
        seen=[_seen(one) for one in _readable(found)] if holds else [],
    )


def _explained(found: Held, state: str) -> str:
    """What there is to mind; that it is spent only where nothing weighs more."""
    if not state:
        return language().text(SPENT) if found.spent else ""
    last = language().date(found.last_day) if found.last_day else ""
    when = language().moment(found.ended_at) if found.ended_at else ""
    return language().text(EXPLAINED[state], name=found.power.principal.name, last=last, when=when)


def period(found: Held) -> str:
    """From which day to which it holds, as finished text."""
    text, language_ = language().text, language()
    first = language_.date(found.first_day)
    if found.last_day is None:
        return text(N_("Fra %(first)s, uten siste dag"), first=first)
    return text(N_("Fra %(first)s til og med %(last)s"), first=first, last=language_.date(found.last_day))


def _case(found: Held) -> str:
    power, text = found.power, language().text
    if power.about:
        return text(N_("Bare for saken %(reference)s"), reference=power.about)
    return text(
        N_("Bare for den ene saken som står i fullmakten") if power.one_case else N_("Alle saker her")
    )


def _ways(found: Held) -> list[Way]:
    return [
        Way(slug, language().text(journey(slug).title))
        for slug in municipality().journeys
        if found.begins(slug)
    ]


def _readable(found: Held) -> list[Seen]:
    with tools().store.connect() as db:
        return readable(db, found)


def _seen(one: Seen) -> SeenLine:
    title = language().text(journey(one.journey).title)
    return SeenLine(one.reference, title, language().moment(one.received_at))
