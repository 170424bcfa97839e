"""What pages show of each yes in the ledger of consents, as finished text in the reader's language."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from forms.acting import ROLES
from forms.consent_words import service_told, yes_told
from forms.language import N_, OSLO
from forms.marks import NO_AUTHORIZATION, OWN_CONSENT, UNREAD, UNSIGNED
from forms.powers import SOON
from forms.yes import NUMBER, PAPER, PARENTS, SHARING
from wizard.cases.acting import at_an_office, name_of
from wizard.cases.consented import (
    CAN_BE_TAKEN_BACK,
    EXPIRED,
    HOLDS,
    TAKEN_BACK,
    USED,
    WAITS,
    Consented,
    Limit,
)
from wizard.routes.here import language, tools, visitor

LACKS = {
    PAPER: N_("Gjelder når papiret med underskriften har kommet."),
    OWN_CONSENT: N_("Gjelder ikke ennå. Den det gjelder, må si ja selv."),
    NO_AUTHORIZATION: N_("Gjelder ikke ennå. Fullmakten mangler."),
    UNSIGNED: N_("Gjelder ikke ennå. En underskrift mangler."),
    UNREAD: N_("Gjelder ikke ennå. Noe på papiret er ikke lest av."),
    NUMBER: N_("Gjelder ikke ennå. Fødselsnummeret mangler."),
    PARENTS: N_("Gjelder ikke ennå. Foreldrene må si ja."),
}
STATES = {
    HOLDS: N_("Gjelder nå"),
    WAITS: N_("Gjelder ikke ennå"),
    EXPIRED: N_("Gått ut"),
    TAKEN_BACK: N_("Trukket"),
    USED: N_("Brukt"),
}
ANEW = N_("Skal tjenestene dele etter det, trengs et nytt ja.")
PART = {
    (True, True): N_("gir og får opplysninger"),
    (True, False): N_("gir opplysninger"),
    (False, True): N_("får opplysninger"),
}


@dataclass(frozen=True)
class Detail:
    label: str
    value: str
    limits: bool
    """Whether it says what is kept out."""


@dataclass(frozen=True)
class ConsentLine:
    """One yes: what it is to, how it stands, and why."""

    id: UUID
    case_id: UUID
    reference: str
    told: str
    name: str
    """The service of a yes to sharing; empty for any other."""
    part: str
    """What a service does in sharing; empty for any other yes."""
    state: str
    status: str
    explained: str
    given: str
    about: str
    until: str
    details: tuple[Detail, ...]
    text: tuple[str, ...]
    """What was agreed to, line by line."""
    version: str
    """From which day its words are."""
    open: bool
    """Whether it can be taken back."""
    sharing: bool


def consent_line(found: Consented, limits: list[Limit]) -> ConsentLine:
    said, now = found.said, language()
    state = found.state(tools().clock(), tools().today())
    return ConsentLine(
        id=found.id,
        case_id=found.case_id,
        reference=found.reference,
        name=service_told(said.service, said.department, now) if said.service else "",
        told=yes_told(found.kind, said.service, said.department, now),
        part=_part(found),
        state=state,
        status=now.text(STATES[state]),
        explained=_explained(found, state),
        given=_given(found),
        about=said.about,
        until=now.date(found.last_day) if found.last_day else "",
        details=tuple(_details(found, limits)),
        text=said.text,
        version=now.date(date.fromisoformat(found.text_version)),
        open=state in CAN_BE_TAKEN_BACK,
        sharing=found.kind == SHARING,
    )


def _part(found: Consented) -> str:
    """What a service does in sharing; of what cannot be opened nobody knows."""
    side = found.said.gives, found.said.receives
    return language().text(PART[side]) if found.kind == SHARING and side in PART else ""


def _explained(found: Consented, state: str) -> str:
    """Why it does not hold, or from when it will not; empty where there is nothing to tell."""
    told: dict[str, Callable[[Consented], str]] = {
        WAITS: lambda one: language().text(LACKS[one.lacks]),
        EXPIRED: _expired,
        TAKEN_BACK: _taken_back,
        HOLDS: _pending,
        USED: lambda _: language().text(N_("Det ble brukt da meldingen kom.")),
    }
    return told[state](found)


def _last_day(found: Consented) -> str:
    return language().date(found.last_day) if found.last_day else ""


def _expired(found: Consented) -> str:
    return _last(found, N_("Siste dag var %(date)s."))


def _last(found: Consented, sentence: str) -> str:
    """The sentence with the last day, and what it takes to go on."""
    text = language().text
    return f"{text(sentence, date=_last_day(found))} {text(ANEW)}"


def _pending(found: Consented) -> str:
    """Taken back from a day that has not come, or near its last day."""
    if found.ended_at is None:
        last = found.last_day
        near = last is not None and last - tools().today() <= SOON
        return _last(found, N_("Siste dag er %(date)s.")) if near else ""
    return language().text(N_("Trukket fra %(when)s."), when=language().moment(found.ended_at))


def _taken_back(found: Consented) -> str:
    """By whom and when; taken down by the office, it says so."""
    by, when = found.withdrawn_by, language().moment(found.withdrawn_at or found.given_at)
    if by is not None and at_an_office(tools(), by):
        said = N_("Kontoret skrev ned %(when)s at samtykket er trukket.")
    elif by == visitor().account_id:
        said = N_("Du trakk det %(when)s.")
    else:
        said = N_("%(name)s trakk det %(when)s.")
    told = language().text(said, name=name_of(tools(), by) if by else "", when=when)
    return f"{told} {_pending(found)}" if _said_before(found) else told


def _said_before(found: Consented) -> bool:
    """Whether it held no longer already when that was written down."""
    ended, told = found.ended_at, found.withdrawn_at
    return ended is not None and told is not None and ended < told


def _given(found: Consented) -> str:
    """When and by whom; the role stands beside whoever said yes for somebody else."""
    if not found.on_paper:
        return _given_by(found, language().moment(found.given_at))
    day = language().date(found.given_at.astimezone(OSLO).date())
    return language().text(N_("%(given)s, på papir"), given=_given_by(found, day))


def _given_by(found: Consented, when: str) -> str:
    text = language().text
    role = text(ROLES.get(found.capacity, ""))
    own = found.given_by == visitor().account_id
    if found.said.by:
        return text(N_("%(when)s av %(name)s, %(role)s"), when=when, name=found.said.by, role=role)
    if own and found.capacity == "self":
        return text(N_("%(when)s av deg"), when=when)
    name = text(N_("deg")) if own else name_of(tools(), found.given_by)
    return text(N_("%(when)s av %(name)s, %(role)s"), when=when, name=name, role=role)


def _details(found: Consented, said_later: list[Limit]) -> Iterator[Detail]:
    said = found.said
    rows = (
        (N_("Kan deles"), said.topics, False),
        (N_("Skal ikke deles"), said.excluded, True),
        (N_("Skal ikke være med"), said.limits, True),
        (N_("Hvorfor"), said.purpose, False),
        (N_("Skal ikke få vite noe"), said.not_to_know, True),
    )
    yield from (Detail(language().text(label), value, limits) for label, value, limits in rows if value)
    for limit in said_later:
        if limit.case_id == found.case_id and limit.words:
            label = N_("Trukket fra %(when)s")
            yield Detail(
                language().text(label, when=language().moment(limit.holds_from)), limit.words, limits=True
            )
