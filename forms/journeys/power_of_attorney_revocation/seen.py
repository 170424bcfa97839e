"""What the office sees at once of a revocation, and what its sender should know."""

from collections.abc import Iterator
from datetime import datetime

from forms.blocks.earlier_case import UNLISTED
from forms.blocks.from_when import holds_from, later_day
from forms.blocks.taken_back import TO_BE_FOUND, TOLD
from forms.fields.yesno import YES
from forms.journey import Note
from forms.journeys.power_of_attorney_revocation.revocation import STEP, WHICH
from forms.language import N_
from forms.marks import MARKS, NOT_TIED, REVOKED, from_day
from forms.situation import Situation
from forms.ties import Tie, taken_back


def which(situation: Situation) -> str:
    """The reference of one that was sent here, else what was told of it."""
    chosen = situation.answer(STEP, "poa_reference")
    return (situation.answer(STEP, "poa_description") if chosen in {None, UNLISTED} else chosen) or ""


def notes(situation: Situation) -> Iterator[Note]:
    text, language = situation.language.text, situation.language
    yield Note(text(N_("Trukket av")), situation.submitter.name)
    day = later_day(situation, STEP, "revoke_from")
    if untied := WHICH.untied(situation):
        yield Note(text(MARKS[NOT_TIED]), untied, NOT_TIED)
    else:
        yield Note(text(MARKS[REVOKED]), which(situation), from_day(REVOKED, day))
    yield Note(text(N_("Trukket fra")), language.date(day) if day else text(N_("Da kommunen fikk beskjeden")))
    tell = situation.answer(STEP, "tell_proxy") == YES
    yield Note(text(N_("Si fra til fullmektigen")), text(N_("Ja") if tell else N_("Nei")))
    if WHICH.restricted(situation):
        yield Note(text(N_("Skjermet")), text(N_("Begrens hvem som får se saken.")))


def received(situation: Situation, at: datetime) -> Iterator[Note]:
    text = situation.language.text
    if WHICH.untied(situation):
        yield Note(text(TOLD), situation.language.moment(at))
        return
    yield Note(text(N_("Fullmakten er trukket fra")), holds_from(situation, at, STEP, "revoke_from"))


def tie(situation: Situation) -> Tie | None:
    """A later day leaves the authorization as it is until then."""
    chosen = WHICH.references(situation)
    if not chosen:
        return None
    return taken_back(chosen, later_day(situation, STEP, "revoke_from"))


def afterwards(situation: Situation) -> Iterator[str]:
    """The receipt itself tells the moment where it holds at once."""
    text, language = situation.language.text, situation.language
    day = later_day(situation, STEP, "revoke_from")
    if WHICH.untied(situation) and not situation.tied:
        yield text(TO_BE_FOUND)
    elif day:
        yield text(N_("Fullmakten er trukket fra %(date)s."), date=language.date(day))
    else:
        yield text(N_("Fullmakten gjelder ikke lenger."))
    tells = situation.answer(STEP, "tell_proxy") == YES
    yield text(
        N_("Kommunen sier fra til fullmektigen.")
        if tells
        else N_("Husk å si fra til den som hadde fullmakten. Kommunen gjør det ikke.")
    )
