"""What one disagrees with, what should be changed, and why: the law's own content, in the person's own words."""

from typing import ClassVar

from forms.blocks.wording import WordedForm, Wording
from forms.fields.choices import Choices
from forms.fields.longtext import LongText
from forms.fields.yesno import YES, YesNo
from forms.journeys.appeal.circumstances import awaits_answer
from forms.journeys.appeal.decider import words
from forms.language import N_
from forms.question import When
from forms.situation import Situation


class DecidedForm(WordedForm):
    """Texts that tell who has the say over the answer."""

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self.words |= words(situation)

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self.words |= words(situation)


class DisagreeForm(WordedForm):
    what_about = LongText(
        N_("Hva er du uenig i?"),
        hint=N_("Skriv det slik du ville fortalt det. Du trenger ikke vise til noen lov."),
        missing=N_("Skriv hva du er uenig i. En setning er nok."),
    )
    while_waiting: ClassVar[Wording] = Wording(
        N_("Hva har du ikke fått svar på?"),
        missing=N_("Skriv hva du ikke har fått svar på. En setning er nok."),
    )

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        if awaits_answer(situation):
            self.what_about.reword(*self.while_waiting)


class ChangeForm(DecidedForm):
    change_wanted = LongText(
        N_("Hva vil du ha endret?"),
        hint=N_("Skriv hva du mener er riktig. Vet du det ikke ennå, kan du sende %(form)s likevel."),
    )
    reasons = LongText(
        N_("Hvorfor?"),
        hint=N_("Fortell gjerne om ting %(decider)s ikke visste."),
    )


class LateForm(WordedForm):
    """It is asked for, and nobody is stopped without it."""

    late_reason = Choices(
        N_("Hvorfor kommer %(form)s sent?"),
        hint=N_("Du kan velge flere, og du kan sende %(form)s uten å svare."),
        choices=(
            ("illness", N_("Sykdom")),
            ("not_received", N_("Svaret kom ikke fram, eller det kom sent")),
            ("misinformed", N_("Jeg fikk feil råd om å klage")),
            ("other", N_("Noe annet")),
        ),
    )
    late_reason_text = LongText(
        N_("Fortell gjerne mer"), hint=N_("For eksempel fra hvilken dag til hvilken dag.")
    )


class SuspensionForm(DecidedForm):
    ask_suspension = YesNo(
        N_("Ber du om at endringen venter til klagen er avgjort?"),
        hint=N_(
            "Til vanlig gjelder svaret mens klagen blir behandlet."
            " %(decider_first)s avgjør om endringen kan vente."
        ),
    )
    suspension_text = LongText(N_("Hva skjer hvis den ikke venter?"), when=When("ask_suspension", (YES,)))
