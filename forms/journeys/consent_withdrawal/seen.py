"""What the office sees at once of a withdrawal, and what its sender should know."""

from collections.abc import Iterator
from datetime import datetime

from forms.blocks import circumstances as are
from forms.blocks.earlier_case import UNLISTED
from forms.blocks.from_when import holds_from, later_day
from forms.blocks.ground import written_by_child
from forms.blocks.notes import filled_in_by, subject_name
from forms.blocks.safe_place import no_letter_home
from forms.blocks.taken_back import OTHERS_DECIDE, PART_TO_BE_FOUND, TO_BE_FOUND, TOLD
from forms.journey import Note
from forms.journeys.consent_withdrawal.parts import (
    STEP,
    WHICH,
    in_part,
    own_words,
    references,
    remaining_told,
    told_in_words,
)
from forms.journeys.consent_withdrawal.spoken import heard, on_paper, said_day
from forms.language import N_
from forms.marks import (
    CONSENT_PARTLY_WITHDRAWN,
    CONSENT_WITHDRAWN,
    MARKS,
    NOT_TIED,
    PART_IN_WORDS,
    from_day,
)
from forms.situation import Situation
from forms.ties import Tie, taken_back


def which(situation: Situation) -> str:
    """References of those that were sent here, and what was told of others."""
    chosen = situation.answer(STEP, "consent_reference") or [UNLISTED]
    told = situation.answer(STEP, "consent_description") if UNLISTED in chosen else ""
    return "; ".join([*(one for one in chosen if one != UNLISTED), *([told] if told else [])])


def notes(situation: Situation) -> Iterator[Note]:
    text, language = situation.language.text, situation.language
    yield Note(text(N_("Gjelder")), subject_name(situation))
    yield from filled_in_by(situation)
    if said := heard(situation):
        yield Note(text(N_("Skrevet på papir av") if on_paper(situation) else N_("Sagt av")), said)
    yield from written_by_child(situation)
    yield from no_letter_home(situation)
    day = later_day(situation, STEP, "from_when")
    part = in_part(situation)
    mark = CONSENT_PARTLY_WITHDRAWN if part else CONSENT_WITHDRAWN
    if references(situation):
        yield Note(text(MARKS[mark]), which(situation), from_day(mark, day))
    if untied := WHICH.untied(situation):
        yield Note(text(MARKS[NOT_TIED]), untied, NOT_TIED)
    if told_in_words(situation):
        yield Note(text(MARKS[PART_IN_WORDS]), own_words(situation), PART_IN_WORDS)
    yield Note(text(N_("Hvor mye")), text(N_("En del, se hvilken under.") if part else N_("Alt")))
    yield Note(text(N_("Trukket fra")), language.date(day) if day else text(N_("Da kommunen fikk beskjeden")))
    rest = text(PART_TO_BE_FOUND) if told_in_words(situation) else remaining_told(situation)
    if rest:
        yield Note(text(N_("Dette gjelder fortsatt")), rest)
    if WHICH.restricted(situation):
        yield Note(text(N_("Skjermet")), text(N_("Begrens hvem som får se saken.")))


def received(situation: Situation, at: datetime) -> Iterator[Note]:
    text = situation.language.text
    if not references(situation):
        yield Note(text(TOLD), situation.language.moment(at))
        return
    said = None if later_day(situation, STEP, "from_when") else said_day(situation)
    told = situation.language.date(said) if said else holds_from(situation, at, STEP, "from_when")
    label = N_("En del av samtykket er trukket fra") if in_part(situation) else N_("Samtykket er trukket fra")
    yield Note(text(label), told)


def tie(situation: Situation) -> Tie | None:
    """To each consent that was chosen; what words point at is told in the answers alone."""
    chosen = references(situation)
    if not chosen:
        return None
    beside = tuple(case.reference for case in WHICH.cases(situation) if case.journey != "consent")
    day = later_day(situation, STEP, "from_when")
    return taken_back(chosen, day, in_part=in_part(situation), beside=beside)


def afterwards(situation: Situation) -> Iterator[str]:
    """The receipt itself tells the moment where it holds at once."""
    text, language = situation.language.text, situation.language
    day = later_day(situation, STEP, "from_when")
    if _child_ends_nothing(situation):
        yield text(OTHERS_DECIDE[0])
        return
    if WHICH.untied(situation):
        yield text(TO_BE_FOUND)
    if not references(situation):
        yield _still_helped(situation)
        return
    if in_part(situation):
        yield (
            text(N_("En del av samtykket er trukket fra %(date)s."), date=language.date(day))
            if day
            else text(N_("Du har trukket en del av samtykket."))
        )
        if told_in_words(situation):
            yield text(PART_TO_BE_FOUND)
            return
        rest = remaining_told(situation)
        yield (
            text(N_("Dette gjelder fortsatt: %(rest)s."), rest=rest)
            if rest
            else text(N_("Resten gjelder fortsatt."))
        )
        return
    yield (
        text(N_("Samtykket er trukket fra %(date)s."), date=language.date(day))
        if day
        else text(N_("Samtykket gjelder ikke lenger."))
    )
    if rest := _rest(situation):
        yield rest
    yield _still_helped(situation)


def steps_after(situation: Situation) -> Iterator[str]:
    """Until it is 16, a child ends nothing alone that others said yes to for it, but it is heard (pbrl §§ 3-1, 4-4)."""
    if _child_ends_nothing(situation):
        yield from map(situation.language.text, OTHERS_DECIDE[1:])


def _child_ends_nothing(situation: Situation) -> bool:
    """A child for whom the parents decide takes back what is no yes of its own, as far as anybody knows here."""
    return are.child_writes(situation) and not references(situation)


def _rest(situation: Situation) -> str:
    rest = remaining_told(situation)
    return situation.language.text(N_("Dette gjelder fortsatt: %(rest)s."), rest=rest) if rest else ""


def _still_helped(situation: Situation) -> str:
    text = situation.language.text
    name = situation.answer("subject", "subject_given_name") if are.for_other(situation) else ""
    if name:
        return text(
            N_("Kommunen vurderer fortsatt hva %(name)s trenger. Du kan si ja igjen senere."), name=name
        )
    return text(N_("Kommunen vurderer fortsatt hva du trenger. Du kan si ja igjen senere."))
