"""Which single yes is taken back, out of those that hold, and what holds still when that is done."""

from collections.abc import Iterator
from datetime import date

from forms.blocks.earlier_case import UNLISTED
from forms.blocks.from_when import AT_ONCE, later_day
from forms.blocks.taken_back import TakenBack
from forms.consent_words import yes_told
from forms.journeys.consent_withdrawal.spoken import OTHER, said_day
from forms.language import N_
from forms.situation import SentCase, Situation
from forms.yes import HeldYes, Taken

STEP = "withdrawal"
ALL, A_PART = "all", "part"


def may_be_taken_back(case: SentCase) -> bool:
    """A consent, or an application that a yes to help stands in; not where whom it is about decides instead by now."""
    return (case.journey == "consent" or case.helps_by_consent) and not case.decided_by_subject


WHICH = TakenBack(STEP, "consent_reference", "consent_description", may_be_taken_back)


def offered(situation: Situation) -> list[tuple[str, str, str]]:
    """Each yes that holds: its id, what it is, and in which case it was said where there are several."""
    cases = [case for case in situation.sent if case.consents and not case.decided_by_subject]
    several = len(cases) > 1
    return [
        (held.id, _plain(situation, held), case.reference if several else "")
        for case in cases
        for held in case.consents
    ]


def _plain(situation: Situation, held: HeldYes) -> str:
    """Somebody's own words may have a sign in them that a text takes for a place to fill."""
    told = yes_told(held.kind, held.service, held.department, situation.language)
    return told.replace("%", "%%")


def chosen_parts(situation: Situation) -> tuple[str, ...]:
    """The ids of what is taken back alone; none where all is."""
    if situation.answer(STEP, "withdraw_extent") != A_PART:
        return ()
    return tuple(one for one in situation.answer(STEP, "withdraw_parts") or () if one != OTHER)


def own_words(situation: Situation) -> str:
    """What words alone point at: nothing once the list told all of it."""
    parts = situation.answer(STEP, "withdraw_parts")
    if situation.answer(STEP, "withdraw_extent") != A_PART or (parts and OTHER not in parts):
        return ""
    return situation.answer(STEP, "withdraw_part") or ""


def told_in_words(situation: Situation) -> bool:
    """Whether which part it is stands in words alone, of whoever was shown no list: then nothing ends by itself."""
    unlisted = WHICH.answered(situation) == (UNLISTED,) or not situation.answer(STEP, "withdraw_parts")
    return unlisted and bool(own_words(situation) and references(situation))


def references(situation: Situation) -> tuple[str, ...]:
    """Of the cases that were chosen, or named."""
    return WHICH.references(situation)


def _left(situation: Situation, case: SentCase) -> tuple[HeldYes, ...]:
    """What is left of one case's once this is taken back."""
    if case.reference not in references(situation):
        return case.consents
    if situation.answer(STEP, "withdraw_extent") != A_PART:
        return ()
    gone = chosen_parts(situation)
    return tuple(one for one in case.consents if one.id not in gone)


def remaining_told(situation: Situation) -> str:
    """All that holds still, as one finished text, whatever case it was said in; empty where nothing is known to.

    What only some may see is told in no document that more may see.
    """
    told = [
        text
        for case in situation.sent
        if case.reference in references(situation) or not case.restricted
        for text in _told(situation, case)
    ]
    return "; ".join(told)


def _told(situation: Situation, case: SentCase) -> Iterator[str]:
    """Of another case than those that were chosen, with its reference."""
    other = "" if case.reference in references(situation) else f" ({case.reference})"
    for one in _left(situation, case):
        if not one.waits:
            told = yes_told(one.kind, one.service, one.department, situation.language) + other
            yield _until(situation, told, one.ends) if one.ends else told


def _until(situation: Situation, told: str, ends: date) -> str:
    """What is taken back already from a later day goes on until then alone."""
    language = situation.language
    return language.text(N_("%(told)s (til %(date)s)"), told=told, date=language.date(ends))


def in_part(situation: Situation) -> bool:
    """Whether something is left of the cases that were chosen: whoever ticks everything takes back all."""
    if situation.answer(STEP, "withdraw_extent") != A_PART:
        return False
    cases = WHICH.cases(situation)
    return not (chosen_parts(situation) and cases) or any(_left(situation, case) for case in cases)


def takes(situation: Situation) -> Taken | None:
    cases = references(situation)
    if not cases:
        return None
    day = later_day(situation, STEP, "from_when")
    said = None if day else _said(situation)
    if not in_part(situation):
        return Taken(cases, day=day, said=said)
    words = own_words(situation)
    return Taken((), chosen_parts(situation), words, cases if words else (), day, said)


def _said(situation: Situation) -> date | None:
    """The day when it was said; what a child said before it was 16 is over when it began to decide (pbrl § 4-3)."""
    said = said_day(situation)
    own = [case for case in WHICH.cases(situation) if case.given_by and not case.signed_too]
    begins = (case.subject_decides_from for case in own)
    return max([said, *(day for day in begins if day)]) if said else None


def part_pairs(ids: tuple[str, ...]) -> list[tuple[str, str]]:
    """What a browser would send beside the case that is chosen, to take back these alone, at once."""
    if not ids:
        return []
    chosen = (("withdraw_parts", one) for one in ids)
    return [("withdraw_extent", A_PART), *chosen, ("from_when", AT_ONCE)]


def mistaken_parts(situation: Situation, cases: list[str], parts: list[str]) -> Iterator[str]:
    """What is wrong with a choice of parts, as source texts."""
    of = {held.id: case.reference for case in situation.sent for held in case.consents}
    told = {of[part] for part in parts if part in of}
    if told - set(cases):
        yield N_("Du har valgt en del av et samtykke som ikke er krysset av over. Kryss av for det også.")
    if OTHER not in parts and set(of.values()).intersection(cases) - told:
        yield N_("Du har krysset av for et samtykke over uten å velge hvilken del. Velg en del av det også.")
