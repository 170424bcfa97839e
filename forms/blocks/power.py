"""The power of attorney, given here, by which a form is filled in: what the form and its document tell of it."""

from collections.abc import Iterator
from datetime import date

from forms.journey import Note
from forms.language import N_
from forms.marks import REVOKED
from forms.powers import CAN, HeldPower
from forms.situation import Situation

ENDED = "ended"
LOST = {
    True: N_("%(reference)s er trukket, og gjelder ikke lenger"),
    False: N_("%(reference)s gjelder ikke i dag"),
}
"""What is told of a power that does not hold, by whether it was ended."""
FROM_POWER = N_("Dette vet vi fra fullmakten.")


def by_power(situation: Situation) -> Iterator[Note]:
    """For a document: by which power, and what it covers. Nothing where there is none that was given here."""
    if situation.power:
        mark = REVOKED if situation.power.lost == ENDED else ""
        yield Note(situation.language.text(N_("Etter fullmakt")), evidence(situation), mark)


def evidence(situation: Situation) -> str:
    """The power by its reference, its period, its scope and its case, as finished text; empty without one."""
    power, text = situation.power, situation.language.text
    if power is None:
        return ""
    if power.lost:
        return text(LOST[power.lost == ENDED], reference=power.reference)
    parts = [
        text(N_("%(reference)s, gitt her"), reference=power.reference),
        period(situation, power.first_day, power.last_day),
        text(N_("Omfatter: %(scope)s"), scope=scope_told(situation, power.scope)),
    ]
    return ". ".join([*parts, *_case(situation, power)])


def scope_told(situation: Situation, scope: tuple[str, ...]) -> str:
    text = situation.language.text
    return "; ".join(text(label) for key, label in CAN if key in scope)


def period(situation: Situation, first_day: date, last_day: date | None) -> str:
    """From when until when it holds, as finished text."""
    language = situation.language
    first = language.date(first_day)
    if last_day is None:
        return language.text(N_("Fra %(first)s, uten siste dag"), first=first)
    return language.text(N_("Fra %(first)s til og med %(last)s"), first=first, last=language.date(last_day))


def _case(situation: Situation, power: HeldPower) -> Iterator[str]:
    text = situation.language.text
    if power.about:
        yield text(N_("Bare for saken %(reference)s"), reference=power.about)
    elif power.one_case:
        yield text(N_("Bare for den ene saken som står i fullmakten"))
