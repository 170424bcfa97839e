"""What is hard to make hang together."""

from typing import ClassVar

from forms.blocks.circumstances import requested
from forms.blocks.wording import WordedForm, Wording, Words
from forms.fields.choice import Choice
from forms.fields.longtext import LongText
from forms.language import N_
from forms.situation import Situation


class CoordinationForm(WordedForm):
    coordination_problem = LongText(
        N_("Hva er vanskelig å få til å henge sammen?"),
        hint=N_("For eksempel mange kontakter, avtaler som kolliderer, eller at ingen har oversikt."),
        missing=N_("Skriv litt om hva som er vanskelig å få til å henge sammen."),
    )
    child_condition = LongText(
        N_("Hvorfor trenger barnet og familien en barnekoordinator?"),
        hint=N_("Alvorlig sykdom, skade eller nedsatt funksjonsevne, også hvis det bare er ventet."),
        missing=N_("Skriv litt om hvorfor barnet og familien trenger en barnekoordinator."),
    )
    wants_plan = Choice(
        N_("Vil du ha en skriftlig plan?"),
        hint=N_("Det går an å få koordinator uten plan."),
        choices=(("yes", N_("Ja")), ("no", N_("Nei")), ("unsure", N_("Jeg er usikker"))),
        missing=N_("Svar ja, nei eller at du er usikker."),
    )
    for_others: ClassVar[Words] = {
        "wants_plan": Wording(N_("Ønsker dere en skriftlig plan?")),
    }

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        if not requested(situation, "individual_plan", "coordinator", "child_coordinator"):
            self.coordination_problem.missing = ""
        if not requested(situation, "child_coordinator"):
            del self.child_condition
        if requested(situation, "individual_plan"):
            self.wants_plan.settle("yes")
        elif not requested(situation, "coordinator"):
            del self.wants_plan
