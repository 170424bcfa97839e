"""What staff are asked before a case opens that they have not in hand."""

from forms.fields.choice import Choice
from forms.fields.text import Text
from forms.fields.yesno import YesNo
from forms.language import N_
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm
from wizard.cases.access_reasons import COLLEAGUE, HANDLES, OTHER, WAS_ASKED
from wizard.cases.drafts import Typed
from wizard.routes.here import language, municipality, tools, visitor


class ReasonForm(StepForm):
    reason = Choice(
        N_("Hva er grunnen?"),
        choices=(
            (HANDLES, N_("Jeg arbeider med saken")),
            (WAS_ASKED, N_("Noen har spurt om saken")),
            (COLLEAGUE, N_("En kollega ba meg se på saken")),
            (OTHER, N_("Noe annet")),
        ),
        missing=N_("Velg hvorfor du åpner saken."),
    )
    own_words = Text(
        N_("Skriv hva grunnen er"),
        hint=N_("Kort, og uten noe som andre ikke skal vite."),
        missing=N_("Skriv hva grunnen er."),
        when=When("reason", (OTHER,)),
        max_length=150,
    )
    related = YesNo(
        N_("Er du i slekt med noen i saken, eller kjenner du noen av dem privat?"),
        hint=N_("Svarer du ja, bør en kollega ta saken. Åpner du den likevel, ser kontoret det."),
        missing=N_("Svar ja eller nei."),
    )


def reason_form(typed: Typed | None = None) -> ReasonForm:
    here = Situation(municipality(), visitor().person, tools().today(), language())
    return ReasonForm(here, typed)
