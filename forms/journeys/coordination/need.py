"""What is asked for, and why."""

from typing import ClassVar

from forms.fields.choice import Choice
from forms.fields.choices import Choices
from forms.fields.longtext import LongText
from forms.journeys.coordination.circumstances import may_be_child
from forms.journeys.coordination.wording import WordedForm, Wording, Words
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
            N_("Hva gjelder søknaden?"),
        ),
    }

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        for_children = {"child_coordinator"} if not may_be_child(situation) else set()
        self.request_types.offer(set(situation.municipality.request_types) - for_children)


class NeedForm(WordedForm):
    need_description = LongText(
        N_("Hva trenger du hjelp til?"),
        hint=N_(
            "Skriv om hverdagen: Hva klarer du? Hva er vanskelig? Hvor ofte? Du trenger ikke vite hva hjelpen heter."
        ),
        missing=N_("Skriv litt om hva du trenger hjelp til. Noen få ord er nok."),
    )
    what_matters = LongText(N_("Hva er viktig for deg?"), hint=N_("Mål og ønsker, store eller små."))
    duration = Choice(
        N_("Hvor lenge tror du at du trenger hjelp?"),
        hint=N_("Behovet trenger ikke være varig."),
        choices=(
            ("under_two_weeks", N_("Mindre enn to uker")),
            ("weeks", N_("Noen uker")),
            ("months", N_("Noen måneder")),
            ("long", N_("Lenge")),
            ("not_known", N_("Vet ikke")),
        ),
    )
    for_others: ClassVar[Words] = {
        "need_description": Wording(
            N_("Hva trenger %(helped)s hjelp til?"),
            N_(
                "Skriv om hverdagen: Hva går bra? Hva er vanskelig? Hvor ofte? Du trenger ikke vite hva hjelpen heter."
            ),
            N_("Skriv litt om hva %(helped)s trenger hjelp til. Noen få ord er nok."),
        ),
        "what_matters": Wording(N_("Hva er viktig for %(helped)s?")),
        "duration": Wording(N_("Hvor lenge tror du at %(helped)s trenger hjelp?")),
    }
