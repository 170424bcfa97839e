"""Which application or complaint is taken back, and whether it was answered already."""

from collections.abc import Iterator

from forms.blocks import concerned
from forms.blocks.earlier_case import EarlierCase, EarlierCaseForm, when_unlisted
from forms.fields.choice import Choice
from forms.fields.longtext import LongText
from forms.fields.yesno import NO, YES
from forms.language import N_
from forms.naming import APPEAL, APPLICATION, SERVICE_COMPLAINT
from forms.situation import SentCase, Situation
from forms.stepform import StepForm

APPLICATION_KIND, APPEAL_KIND, SERVICE_KIND = "application", "appeal", "service_complaint"
KINDS = (
    (APPLICATION_KIND, N_("En søknad")),
    (APPEAL_KIND, N_("En klage på et svar")),
    (SERVICE_KIND, N_("En klage på hvordan hjelpen blir gitt")),
)


def may_be_withdrawn(case: SentCase) -> bool:
    """Applications and complaints; a fullmakt and a consent have forms of their own."""
    return case.naming in {APPLICATION, APPEAL, SERVICE_COMPLAINT}


class CaseForm(EarlierCaseForm):
    earlier_case = EarlierCase(
        N_("Hva vil du trekke?"),
        which=may_be_withdrawn,
        missing=N_("Velg hva du vil trekke."),
    )
    withdrawal_kind = Choice(
        N_("Er det en søknad eller en klage?"),
        choices=KINDS,
        missing=N_("Velg om det er en søknad eller en klage."),
        when=when_unlisted(concerned.CASE),
    )
    earlier_case_text = LongText(
        N_("Hvilken sak er det?"),
        hint=N_(
            "Skriv referansen eller saksnummeret hvis du har det. Skriv ellers hva saken gjelder, og når den ble sendt."
        ),
        missing=N_("Skriv hvilken sak det er."),
        soft_limit=500,
        when=when_unlisted(concerned.CASE),
    )

    def check(self) -> None:
        case = next((one for one in self.situation.sent if one.reference == self.earlier_case.data), None)
        if case and case.withdrawn:
            sentence = N_("Du har trukket denne før, og kontoret vet det. Du trenger ikke gjøre noe mer.")
            self.earlier_case.errors = [self.earlier_case.say(sentence)]


class AnsweredForm(StepForm):
    withdrawal_answered = Choice(
        N_("Har du fått svar?"),
        hint=N_("Vi spør fordi det har noe å si for hva som skjer når du trekker den."),
        choices=((NO, N_("Nei")), (YES, N_("Ja")), ("unsure", N_("Jeg er usikker"))),
        missing=N_("Svar ja, nei eller at du er usikker."),
    )


def kind(situation: Situation) -> str:
    """What is taken back; empty as long as that is not told."""
    case = concerned.chosen(situation)
    if case is None:
        return str(situation.answer(concerned.STEP, "withdrawal_kind") or "")
    if case.naming == APPLICATION:
        return APPLICATION_KIND
    return SERVICE_KIND if case.journey == SERVICE_KIND else APPEAL_KIND


def kind_name(situation: Situation) -> str:
    return situation.language.text(dict(KINDS)[kind(situation)])


def is_appeal(situation: Situation) -> bool:
    """A complaint on an answer, for which there is a deadline."""
    return kind(situation) == APPEAL_KIND


def is_untold_appeal(situation: Situation) -> bool:
    """As ``is_appeal``, where the complaint was not sent here and so told nothing."""
    return concerned.unknown(situation) and is_appeal(situation)


def told(situation: Situation) -> Iterator[str]:
    """That it is taken back already: the draft may have been begun before."""
    case = concerned.chosen(situation)
    if case and case.withdrawn:
        yield situation.language.text(
            N_("Du har trukket denne før, og kontoret vet det. Du trenger ikke gjøre noe mer.")
        )
