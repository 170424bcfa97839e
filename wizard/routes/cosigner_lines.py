"""What pages tell of those who sign beside the author, as finished text in the reader's language."""

from dataclasses import dataclass

from forms.language import N_
from forms.signers import APPLICANT, NAMES, PRINCIPAL, SECOND_PARENT, YOUNG_PERSON
from wizard.cases.cosigners import (
    ASKED,
    DECLINED,
    EXPIRED,
    LOCKED,
    NOT_ASKED,
    READING,
    SIGNED,
    VOIDED,
    Cosigner,
    Round,
    round_of,
)
from wizard.cases.drafts import Draft, read_draft
from wizard.cases.finding import CaseRow
from wizard.routes.here import language, reader, signs, tools
from wizard.routes.waiting_told import refused_by
from wizard.vault import SealBrokenError

WHY = {
    SECOND_PARENT: N_("Du har svart at dere er enige. Da kan dere skrive under begge to."),
    APPLICANT: N_("Den det gjelder, kan lese det du har skrevet og skrive under selv."),
    PRINCIPAL: N_("Bare den som gir fullmakten, kan skrive under på den."),
}
FROM_SIXTEEN = N_("Fra 16 år bestemmer man selv, og skriver under selv.")
FROM_TWELVE = N_("Fra 12 år kan barnet skrive under selv, hvis det vil.")
SAFELY = N_("Kontoret ordner underskriften fra %(who)s på en trygg måte. Vi spør ikke herfra.")
STATES = {
    NOT_ASKED: N_("Ikke spurt ennå"),
    ASKED: N_("Har fått en kode, som gjelder til %(until)s"),
    EXPIRED: N_("Koden gikk ut %(until)s"),
    LOCKED: N_("Koden er sperret, for mange andre har prøvd den"),
    READING: N_("Har logget inn, men ikke skrevet under"),
    SIGNED: N_("Skrev under %(at)s"),
    DECLINED: N_("Vil ikke skrive under"),
    VOIDED: N_("Må skrive under på nytt, fordi noe er endret"),
}
GREEN, YELLOW = "success", "warning"


@dataclass(frozen=True)
class CosignerLine:
    """One who signs: as what, who it is as far as the reader knows, how it stands, and what can be done."""

    capacity: str
    heading: str
    name: str
    why: str
    law: str
    state: str
    colour: str
    word: str
    logged_in: str
    required: bool
    may_be_asked: bool
    asks_again: bool
    may_be_taken_back: bool


def cosigner_line(found: Cosigner) -> CosignerLine:
    text = language().text
    heading = text(NAMES[found.capacity])
    return CosignerLine(
        capacity=found.capacity,
        heading=heading[:1].upper() + heading[1:],
        name=found.name,
        why=text(_why(found), who=text(NAMES[found.capacity])),
        law=found.law.shown(language()),
        state=_state(found),
        colour=GREEN if found.state == SIGNED else YELLOW,
        word=found.word,
        logged_in=found.logged_in,
        required=found.required,
        may_be_asked=found.asked_here and found.state in {NOT_ASKED, ASKED, EXPIRED, LOCKED, DECLINED},
        asks_again=found.state in {ASKED, EXPIRED, LOCKED, DECLINED},
        may_be_taken_back=found.may_be_let_go,
    )


def _why(found: Cosigner) -> str:
    if not found.asked_here:
        return SAFELY
    if found.capacity == YOUNG_PERSON:
        return FROM_SIXTEEN if found.required else FROM_TWELVE
    return WHY[found.capacity]


def _state(found: Cosigner) -> str:
    moment = language().moment
    until, at = (moment(one) if one else "" for one in (found.until, found.at))
    return language().text(STATES[found.state], until=until, at=at)


def waiting_for(found: Round, *, named: bool, but: str = "") -> str:
    """Such as "Venter på den andre forelderen"; ``named`` where the reader asked them, and knows who they are.

    Whoever reads it as ``but`` knows of themselves.
    """
    awaited = [_called(one, named=named) for one in found.awaited if one.capacity != but]
    if not awaited:
        return ""
    return language().text(N_("Venter på underskrift fra %(who)s."), who=language().all_of(awaited))


def _called(found: Cosigner, *, named: bool) -> str:
    return (found.name if named else "") or language().text(NAMES[found.capacity])


def missing_signatures(sent: Draft | None) -> str:
    """Whose signatures a case that is in lacks; empty where it lacks none, or cannot be opened."""
    if sent is None:
        return ""
    with tools().store.read() as db:
        found = round_of(db, tools(), sent)
    missing = [language().text(NAMES[one.capacity]) for one in found.awaited]
    said_no = [] if signs() else [f"{one}." for one in refused_by(found)]
    if missing:
        lacks = language().text(N_("Underskrift mangler fra %(who)s."), who=language().all_of(missing))
        return " ".join([lacks, *said_no])
    return " ".join(said_no)


def awaited_by(draft: CaseRow) -> str:
    """What the author's list says of a draft that waits for others."""
    found = _round(draft)
    if found and found.declined:
        return language().text(N_("%(no)s. Du må velge"), no=language().all_of(refused_by(found)))
    if found and found.fallen and found.aged:
        return language().text(N_("Må skrives under på nytt"))
    told = waiting_for(found, named=True) if found else ""
    return told.removesuffix(".") or language().text(N_("Ikke sendt. Ingen er bedt om å skrive under"))


def _round(row: CaseRow) -> Round | None:
    try:
        with tools().store.read() as db:
            return round_of(db, tools(), read_draft(db.connection(), tools(), row, reader()))
    except SealBrokenError:
        return None
