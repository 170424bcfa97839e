"""What is asked for."""

from typing import ClassVar

from forms.blocks.circumstances import may_be_child
from forms.blocks.wording import WordedForm, Wording, Words
from forms.fields.choices import Choices
from forms.language import N_
from forms.situation import Situation


class RequestForm(WordedForm):
    """The municipality decides what is offered; a child coordinator is for children and those that are expected."""

    request_types = Choices(
        N_("Hva ønsker du?"),
        hint=N_("Du kan velge flere. Er du usikker, velger du at du vil fortelle om behovet."),
        choices=(
            ("services_general", N_("Helse- og omsorgstjenester")),
            ("individual_plan", N_("Individuell plan"), N_("Én skriftlig plan som samler alle tjenestene.")),
            (
                "coordinator",
                N_("Koordinator"),
                N_("Én person som holder oversikten og sørger for at hjelpen henger sammen."),
            ),
            (
                "child_coordinator",
                N_("Barnekoordinator"),
                N_(
                    "For familier der et barn har alvorlig sykdom, skade eller nedsatt funksjonsevne."
                    " Også før fødselen."
                ),
            ),
            ("not_sure", N_("Jeg er usikker og vil fortelle om behovet")),
        ),
        missing=N_("Velg minst ett svar. Er du usikker, kan du velge at du vil fortelle om behovet."),
    )
    for_others: ClassVar[Words] = {
        "request_types": Wording(
            N_("Hva gjelder %(form)s?"),
        ),
    }

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        for_children = {"child_coordinator"} if not may_be_child(situation) else set()
        self.request_types.offer(set(situation.municipality.request_types) - for_children)

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self.request_types.offer(set(situation.municipality.request_types))
