"""To which earlier case of the person something belongs that came on paper, and what that means for the case."""

from collections.abc import Callable, Iterator
from datetime import date

from forms.blocks.taken_back import OTHERS_DECIDE, PART_TO_BE_FOUND, TO_BE_FOUND
from forms.fields.choice import Choice
from forms.fields.dateparts import DateParts
from forms.fields.text import Text
from forms.journey import Journey, Note
from forms.language import N_
from forms.marks import MARKS, NOT_TIED, PART_IN_WORDS, POWER_STOPPED
from forms.paper_intake import seen
from forms.paper_intake.days import arrived_on
from forms.paper_intake.elsewhere import is_anothers
from forms.paper_intake.papers import is_signed
from forms.paper_intake.sender import authority_came
from forms.situation import SentCase, Situation
from forms.stepform import StepForm
from forms.ties import AUTHORIZATION_SENT, SUPPLEMENTED, Tie, taken_back
from forms.yes import Taken

ALL, PART = "all", "part"
SIGNED_OR_NOT = "consent_withdrawal"
"""A consent can be taken back by word of mouth, and so without a signature."""
OF_POWER = "power_of_attorney_revocation"
"""A power holds for what stands in it, or not at all: nobody can tell which part of it a paper leaves."""
STOPPED = N_(
    "På papiret trekker du en del av fullmakten. Vi har stoppet hele, for kontoret må finne ut hvilken del det er."
)
DECIDES = N_(
    "Den samtykket gjelder, er fylt 16 år og må trekke det selv. La feltet stå tomt, og snakk med den unge."
)
GIVE_NEW = N_("Du kan gi en ny fullmakt for det som fortsatt skal gjelde.")
SENT = N_("%(title)s, %(reference)s, sendt %(date)s.")


class EarlierForm(StepForm):
    """By its reference alone: whoever types it has it from the form."""

    earlier_reference = Text(
        N_("Referansen til saken det hører til"),
        hint=N_("Den står på skjemaet, for eksempel V-2345-6789. Vet du den ikke, lar du feltet stå tomt."),
        max_length=40,
    )

    def check(self) -> None:
        question = self.earlier_reference
        found = case_of(self.situation, question.data) if question.data else None
        if question.data and found is None:
            question.errors = [
                question.say(
                    N_("Vi finner ingen slik sak hos personen. Se på referansen, eller la feltet stå tomt.")
                )
            ]
        elif found and found.decided_by_subject:
            question.errors = [question.say(DECIDES)]


class TakenBackForm(EarlierForm):
    withdraw_extent = Choice(
        N_("Hvor mye blir trukket?"),
        choices=((ALL, N_("Alt")), (PART, N_("En del"))),
        missing=N_("Velg om alt eller en del blir trukket."),
    )


class DeclarationTakenBackForm(TakenBackForm):
    """A power of attorney or a consent may be taken back from a later day; until then it holds as before."""

    taken_back_from = DateParts(
        N_("Fra hvilken dag?"),
        hint=N_("Bare hvis det står en senere dag på skjemaet. Ellers lar du feltene stå tomme."),
    )


class PowerTakenBackForm(DeclarationTakenBackForm):
    """What is left of a power nobody knows from a paper: it stops, and the office finds out."""

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self.withdraw_extent.description = N_(
            "Er det bare en del, stopper likevel hele fullmakten. Dere må finne ut hva som er trukket. "
            "Det som fortsatt skal gjelde, trenger en ny fullmakt."
        )


def case_of(situation: Situation, typed: str) -> SentCase | None:
    """The person's own case of that reference, however it is typed."""
    wanted = "".join(typed.split()).upper()
    return next((one for one in situation.sent if one.reference == wanted), None)


def shown(real: Journey, situation: Situation) -> list[SentCase]:
    """What the person has sent that a paper may belong to, except what is kept from most eyes."""
    return [one for one in situation.sent if real.follows(one) and not one.restricted]


def told(real: Journey) -> Callable[[Situation], Iterator[str]]:
    """What the person has sent that it may belong to; what is kept from most eyes is not told of."""

    def lines(situation: Situation) -> Iterator[str]:
        language = situation.language
        for one in shown(real, situation):
            title, date = language.text(one.title), language.date(one.sent)
            yield language.text(SENT, title=title, reference=one.reference, date=date)

    return lines


def tie(real: Journey) -> Callable[[Situation], Tie | None]:
    """As the digital form's: what takes something back does so once it is signed."""

    def tied(situation: Situation) -> Tie | None:
        found = _found(real, situation)
        if found is None:
            return None
        if real.slug == "supplement":
            brought = (AUTHORIZATION_SENT,) if authority_came(situation) else ()
            return Tie((found.reference,), (SUPPLEMENTED, *brought))
        part = _in_part(situation) and real.slug != OF_POWER
        oral = real.slug == SIGNED_OR_NOT
        beside = (found.reference,) if oral and found.journey != "consent" else ()
        told = taken_back((found.reference,), later_day(situation), in_part=part, beside=beside)
        if oral or is_signed(situation):
            return told
        return told._replace(when_sent=(), when_signed=told.when_sent)

    return tied


def later_day(situation: Situation) -> date | None:
    """The day from which it is taken back, where that has not come yet; None where it is at once."""
    day = told_day(situation)
    return day if day and day > situation.today else None


def told_day(situation: Situation) -> date | None:
    """The day from which it is taken back, as it stands on the paper; None where none does."""
    typed = situation.answer("earlier", "taken_back_from")
    return date.fromisoformat(typed) if typed else None


def _found(real: Journey, situation: Situation) -> SentCase | None:
    """The case that was named, if it is of a kind that the form can be about."""
    found = case_of(situation, situation.answer("earlier", "earlier_reference") or "")
    return found if found and real.follows(found) and not is_anothers(situation) else None


def notes(real: Journey) -> Callable[[Situation], Iterator[Note]]:
    """As of any form that came on paper; and that what is taken back was found nowhere."""

    def noted(situation: Situation) -> Iterator[Note]:
        yield from seen.notes(situation)
        taken = situation.answer("earlier", "withdraw_extent") and not is_anothers(situation)
        if not taken:
            return
        mark = NOT_TIED if _found(real, situation) is None else _part_mark(real, situation)
        if mark:
            text = situation.language.text
            yield Note(text(MARKS[mark]), text(N_("Se på papiret som kom.")), mark)

    return noted


def afterwards(real: Journey) -> Callable[[Situation], Iterator[str]]:
    """What the person reads of a part that stands on the paper alone, or of what was found nowhere."""

    def told_after(situation: Situation) -> Iterator[str]:
        text = situation.language.text
        if is_anothers(situation):
            return
        if not situation.tied:
            alone = real.slug == SIGNED_OR_NOT and seen.child_writes(situation)
            yield from map(text, OTHERS_DECIDE if alone else (TO_BE_FOUND,))
        elif (mark := _part_mark(real, situation)) == PART_IN_WORDS:
            yield text(PART_TO_BE_FOUND)
        elif mark and is_signed(situation) and later_day(situation) is None:
            yield text(STOPPED)
            yield text(GIVE_NEW)
        elif not mark:
            yield from _ended(real, situation)

    return told_after


def _ended(real: Journey, situation: Situation) -> Iterator[str]:
    """What is over from when, and what is not: a paper that nobody signed ends no power before the signature comes."""
    text, oral = situation.language.text, real.slug == SIGNED_OR_NOT
    day = max(filter(None, (arrived_on(situation), told_day(situation))), default=None)
    if not oral and situation.awaits_paper:
        yield text(N_("Fullmakten er ikke trukket før kontoret har sett underskriften din."))
    elif day and (oral or is_signed(situation) or later_day(situation)):
        over = N_("Samtykket er trukket fra %(date)s.") if oral else N_("Fullmakten er trukket fra %(date)s.")
        yield text(over, date=situation.language.date(day))
    else:
        yield text(N_("Fullmakten gjelder ikke lenger."))
    if oral:
        yield text(N_("Andre samtykker du har gitt, gjelder fortsatt. Du ser dem under «Samtykkene dine»."))


def _in_part(situation: Situation) -> bool:
    return bool(situation.answer("earlier", "withdraw_extent") == PART)


def _part_mark(real: Journey, situation: Situation) -> str:
    """What the office must find out where only a part is taken back of a consent or a power; else empty."""
    found = {SIGNED_OR_NOT: PART_IN_WORDS, OF_POWER: POWER_STOPPED}
    return found.get(real.slug, "") if _in_part(situation) else ""


def takes(situation: Situation) -> Taken | None:
    """What a consent that is taken back on paper ends; which part, the paper itself says."""
    found = case_of(situation, situation.answer("earlier", "earlier_reference") or "")
    if found is None or found.decided_by_subject or is_anothers(situation):
        return None
    if situation.answer("earlier", "withdraw_extent") != PART:
        return Taken((found.reference,), day=later_day(situation))
    words = situation.language.text(N_("En del, slik det står på papiret som kom."))
    return Taken((), words=words, words_for=(found.reference,), day=later_day(situation))
