"""The lines of who has seen a case, as finished text in the reader's language."""

from dataclasses import dataclass

from forms.language import N_, OSLO
from wizard.cases.access_log import FOR_ARCHIVE, STAFF
from wizard.cases.access_reasons import (
    COLLEAGUE,
    FOR_PAPER,
    HANDLES,
    IN_HAND,
    OTHER,
    REGISTERS,
    SOUGHT,
    WAS_ASKED,
)
from wizard.cases.participants import (
    APPLICANT,
    ASSISTANT,
    PRINCIPAL,
    PROXY,
    SECOND_PARENT,
    YOUNG_PERSON,
)
from wizard.cases.who_has_seen import Seen
from wizard.routes.here import language

TO_SIGN = N_("Er bedt om å lese og skrive under")
WHY = {
    IN_HAND: N_("Har tatt saken og arbeider med den"),
    REGISTERS: N_("Registrerte skjemaet som kom på papir"),
    HANDLES: N_("Arbeider med saken"),
    WAS_ASKED: N_("Noen har spurt kontoret om saken"),
    SOUGHT: N_("Søkte etter et navn eller en referanse"),
    FOR_PAPER: N_("Så etter saken som et skjema på papir hører til"),
    COLLEAGUE: N_("En kollega ba om hjelp med saken"),
    OTHER: N_("Har skrevet: «%(words)s»"),
}
AS_WHAT = {
    PROXY: (N_("Fullmektig"), N_("Handler for deg med fullmakt")),
    ASSISTANT: (N_("Hjelper"), N_("Hjelper deg med å fylle ut")),
    SECOND_PARENT: (N_("Den andre forelderen"), TO_SIGN),
    YOUNG_PERSON: (N_("Den det gjelder"), TO_SIGN),
    APPLICANT: (N_("Den det gjelder"), TO_SIGN),
    PRINCIPAL: (N_("Den som gir fullmakt"), TO_SIGN),
    FOR_ARCHIVE: (N_("Den som drifter tjenesten for kommunen"), N_("Hentet saken til arkivet i kommunen")),
}
PARTS = {
    "seek": N_("linjen i kontorets søk"),
    "for_paper": N_("tittelen, referansen og dagen"),
    "document": N_("dokumentet"),
    "attachment": N_("vedlegg"),
}
"""What is told apart, by the end of the route's name; everything else is a page of the case."""


@dataclass(frozen=True)
class SeenLine:
    name: str
    as_what: str
    """The office they work at, or as what they take part."""
    when: str
    what: str
    why: str


def seen_line(found: Seen) -> SeenLine:
    text = language().text
    if found.capacity == STAFF:
        as_what, why = found.office, text(WHY[found.reason], words=found.words)
    else:
        as_what, why = (text(one) for one in AS_WHAT[found.capacity])
    return SeenLine(found.name, as_what, _when(found), _what(found), why)


def _when(found: Seen) -> str:
    first, last = (language().clock(one) for one in (found.first, found.last))
    if first == last:
        return language().moment(found.first)
    day = language().date(found.first.astimezone(OSLO).date())
    return language().text(N_("%(date)s mellom kl. %(first)s og %(last)s"), date=day, first=first, last=last)


def _what(found: Seen) -> str:
    ends = {route.rpartition(".")[2] for route in found.what}
    parts = [N_("saken")] if ends - PARTS.keys() else []
    parts += [name for end, name in PARTS.items() if end in ends]
    return language().all_of([language().text(part) for part in parts])
