"""What pages show of each yes in the ledger of consents, as finished text in the reader's language."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from forms.acting import ROLES
from forms.consent_words import service_told, yes_told
from forms.language import N_, OSLO
from forms.yes import SHARING
from wizard.case_address import CaseAddress
from wizard.cases.acting import name_of
from wizard.cases.consented import CAN_BE_TAKEN_BACK, Consented, Limit
from wizard.cases.quiet import limited_quietly
from wizard.routes.consent_told import explained, outgrown, reads_own, settled, status
from wizard.routes.here import language, tools, visitor

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
    settled: bool
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
    closed: bool
    """Whether whoever reads may not take it back themselves."""
    outgrown: bool
    """Whether the reader said it for somebody who is 16 by now, and decides instead."""
    address: CaseAddress | None
    """By which the reader opens the case in which it was said; None where they cannot."""
    sharing: bool


class LimitTold(NamedTuple):
    """What limits a yes, and whether the reader may not know by whom."""

    limit: Limit
    quiet: bool


def limit_told(limit: Limit) -> LimitTold:
    """Asked once, whatever the number of yeses that it stands beside."""
    quiet = not visitor().staff and limited_quietly(tools(), limit, visitor().account_id)
    return LimitTold(limit, quiet)


def consent_line(found: Consented, limits: list[LimitTold]) -> ConsentLine:
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
        status=status(found, state),
        settled=settled(found, state),
        explained=explained(found, state),
        given=_given(found),
        about=said.about,
        until=_until(found),
        details=tuple(_details(found, limits)),
        text=said.text,
        version=now.date(date.fromisoformat(found.text_version)),
        open=state in CAN_BE_TAKEN_BACK,
        closed=found.closed,
        outgrown=outgrown(found),
        address=_address(found),
        sharing=found.kind == SHARING,
    )


def _address(found: Consented) -> CaseAddress | None:
    if found.owner_id == visitor().account_id:
        return CaseAddress(found.case_id)
    return CaseAddress(found.case_id, found.signed_as) if found.signed_as else None


def _until(found: Consented) -> str:
    """The last day on which it holds; empty where none is told, and it is not taken back from a later day."""
    ended = found.ended_at
    over = ended.astimezone(OSLO).date() - timedelta(1) if ended and ended > tools().clock() else None
    days = [day for day in (found.last_day, over) if day]
    return language().date(min(days)) if days else ""


def _part(found: Consented) -> str:
    """What a service does in sharing; of what cannot be opened nobody knows."""
    side = found.said.gives, found.said.receives
    return language().text(PART[side]) if found.kind == SHARING and side in PART else ""


def _given(found: Consented) -> str:
    """When and by whom; the role stands beside whoever said yes for somebody else."""
    if found.signed_as:
        by = _given_by(found, language().moment(found.given_at))
        return language().text(N_("%(given)s, og av deg"), given=by)
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


def _details(found: Consented, said_later: list[LimitTold]) -> Iterator[Detail]:
    said = found.said
    rows = (
        (N_("Kan deles"), said.topics, False),
        (N_("Skal ikke deles"), said.excluded, True),
        (N_("Skal ikke være med"), said.limits, True),
        (N_("Hvorfor"), said.purpose, False),
        (N_("Skal ikke få vite noe"), said.not_to_know, True),
    )
    yield from (Detail(language().text(label), value, limits) for label, value, limits in rows if value)
    for limit, quiet in said_later:
        words = _words(found, limit, quiet=quiet) if limit.case_id == found.case_id else ""
        if words:
            told = N_("Gjelder ikke fra %(when)s") if quiet else N_("Trukket fra %(when)s")
            label = language().text(told, when=language().moment(limit.holds_from))
            yield Detail(label, words, limits=True)


def _words(found: Consented, limit: Limit, *, quiet: bool) -> str:
    """What whom it is about took back in words of their own is for the office, and so is what stays hidden."""
    if visitor().staff or limit.said_by == visitor().account_id:
        return limit.words
    if quiet:
        return language().text(N_("Noe gjelder ikke lenger. Kontoret vet hva."))
    if not reads_own(found):
        told = N_("Noe er trukket av den det gjelder. Kontoret vet hva.")
        return language().text(told if limit.by_subject else N_("Noe er trukket. Kontoret vet hva."))
    return "" if found.closed or found.restricted else limit.words
