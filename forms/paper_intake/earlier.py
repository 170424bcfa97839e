"""To which earlier case of the person something belongs that came on paper, and what that means for the case."""

from collections.abc import Callable, Iterator

from forms.fields.choice import Choice
from forms.fields.text import Text
from forms.journey import Journey, Note
from forms.language import N_
from forms.marks import MARKS, NOT_TIED
from forms.paper_intake import seen
from forms.paper_intake.papers import is_signed
from forms.paper_intake.sender import authority_came
from forms.situation import SentCase, Situation
from forms.stepform import StepForm
from forms.ties import AUTHORIZATION_SENT, PARTLY_WITHDRAWN, SUPPLEMENTED, WITHDRAWN, Tie
from forms.yes import Taken

ALL, PART = "all", "part"
SIGNED_OR_NOT = "consent_withdrawal"
"""A consent can be taken back by word of mouth, and so without a signature."""
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
        if question.data and case_of(self.situation, question.data) is None:
            question.errors = [
                question.say(
                    N_("Vi finner ingen slik sak hos personen. Se på referansen, eller la feltet stå tomt.")
                )
            ]


class TakenBackForm(EarlierForm):
    withdraw_extent = Choice(
        N_("Hvor mye blir trukket?"),
        choices=((ALL, N_("Alt")), (PART, N_("En del"))),
        missing=N_("Velg om alt eller en del blir trukket."),
    )


def case_of(situation: Situation, typed: str) -> SentCase | None:
    """The person's own case of that reference, however it is typed."""
    wanted = "".join(typed.split()).upper()
    return next((one for one in situation.sent if one.reference == wanted), None)


def told(real: Journey) -> Callable[[Situation], Iterator[str]]:
    """What the person has sent that it may belong to; what is kept from most eyes is not told of."""

    def lines(situation: Situation) -> Iterator[str]:
        language = situation.language
        for one in situation.sent:
            if real.follows(one) and not one.restricted:
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
        part = situation.answer("earlier", "withdraw_extent") == PART
        kind = PARTLY_WITHDRAWN if part else WITHDRAWN
        if real.slug == SIGNED_OR_NOT:
            beside = () if found.journey == "consent" else (found.reference,)
            return Tie((found.reference,), when_sent=(kind,), beside=beside)
        if is_signed(situation):
            return Tie((found.reference,), when_sent=(kind,))
        return Tie((found.reference,), when_signed=(kind,))

    return tied


def _found(real: Journey, situation: Situation) -> SentCase | None:
    """The case that was named, if it is of a kind that the form can be about."""
    found = case_of(situation, situation.answer("earlier", "earlier_reference") or "")
    return found if found and real.follows(found) else None


def notes(real: Journey) -> Callable[[Situation], Iterator[Note]]:
    """As of any form that came on paper; and that what is taken back was found nowhere."""

    def noted(situation: Situation) -> Iterator[Note]:
        yield from seen.notes(situation)
        if situation.answer("earlier", "withdraw_extent") and _found(real, situation) is None:
            text = situation.language.text
            yield Note(text(MARKS[NOT_TIED]), text(N_("Se på papiret som kom.")), NOT_TIED)

    return noted


def takes(situation: Situation) -> Taken | None:
    """What a consent that is taken back on paper ends; which part, the paper itself says."""
    found = case_of(situation, situation.answer("earlier", "earlier_reference") or "")
    if found is None:
        return None
    if situation.answer("earlier", "withdraw_extent") != PART:
        return Taken((found.reference,))
    words = situation.language.text(N_("En del, slik det står på papiret som kom."))
    return Taken((), words=words, words_for=(found.reference,))
