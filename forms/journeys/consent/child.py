"""The child's own voice: from seven years, and before that where it has a view."""

from collections.abc import Iterator

from forms.blocks import circumstances as are
from forms.blocks.wording import WordedForm
from forms.fields.longtext import LongText
from forms.fields.yesno import NO, YES, YesNo
from forms.language import N_
from forms.question import When
from forms.situation import Situation

GREAT_WEIGHT = 12


class ChildForm(WordedForm):
    child_heard = YesNo(
        N_("Har barnet fått si hva det mener?"),
        hint=N_("Barn skal få si hva de mener fra de er 7 år, og før det hvis de kan."),
        missing=N_("Svar på om barnet har fått si hva det mener."),
    )
    child_heard_what = LongText(
        N_("Hva mener barnet?"),
        hint=N_("Skriv det slik barnet ville sagt det, hvis du kan."),
        missing=N_("Skriv hva barnet mener. Vet du det ikke, skriver du det."),
        when=When("child_heard", (YES,)),
    )
    child_heard_why_not = LongText(N_("Hvorfor ikke?"), soft_limit=500, when=When("child_heard", (NO,)))

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        if not are.own_view_expected(situation):
            self.child_heard.missing = ""


def born_child(situation: Situation) -> bool:
    return are.about_child(situation) and not are.expected_child(situation)


def grown_up_other(situation: Situation) -> bool:
    return are.for_other(situation) and not are.about_child(situation)


def told(situation: Situation) -> Iterator[str]:
    if any(years >= GREAT_WEIGHT for years in are.possible_ages(situation)):
        text = situation.language.text
        yield text(N_("Fra barnet er 12 år, skal det barnet mener, telle mye."))
        yield text(
            N_("Barnet kan snakke med oss alene. Noen ganger får ikke foreldrene vite alt barnet sier.")
        )
