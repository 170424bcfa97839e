"""The answer that the complaint is about: what it was, who gave it, and whether it was understood."""

from typing import ClassVar

from forms.blocks.wording import WordedForm, Wording, Words
from forms.fields.choice import Choice
from forms.fields.text import Text
from forms.fields.yesno import NO, YES
from forms.journeys.appeal.circumstances import (
    CHILD_WELFARE,
    DEPARTMENT,
    HOSPITAL,
    NAV,
    NO_ANSWER,
    OFFICE,
    UNSURE,
    asks_understood,
    awaits_answer,
)
from forms.language import N_
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm

ASK_CASEWORKER = N_(
    "Er noe vanskelig å forstå? Da kan du spørre saksbehandleren som har skrevet under brevet."
)
TO_DEPARTMENT = N_("Det står øverst i brevet. Klagen blir sendt til den avdelingen som svarte.")


class UnderstoodForm(StepForm):
    understood_decision = Choice(
        N_("Forstår du svaret du fikk?"),
        choices=((YES, N_("Ja")), ("partly", N_("Delvis")), (NO, N_("Nei"))),
    )

    def arrange_on_paper(self, situation: Situation) -> None:
        """A printed form leaves out no step by itself, but one without questions."""
        self.understood_decision.description = ASK_CASEWORKER
        if not asks_understood(situation):
            del self.understood_decision


class KindForm(StepForm):
    appeal_kind = Choice(
        N_("Hva gjelder %(form)s?"),
        hint=N_("Velg det som passer best."),
        choices=(
            ("refused", N_("Avslag"), N_("Svaret var nei.")),
            ("less", N_("Mindre hjelp enn det ble søkt om")),
            ("other", N_("Noe annet enn det ble søkt om")),
            ("changed", N_("Hjelpen er endret eller stanset")),
            (NO_ANSWER, N_("Det har ikke kommet noe svar")),
            (
                "coordinator_duty",
                N_("Hvem som er koordinator, eller hvem som har ansvar for planen"),
                N_("Også når svaret ikke er et vedtak."),
            ),
            ("dismissed", N_("De ville ikke behandle saken"), N_("Det kalles å avvise saken.")),
        ),
        missing=N_("Velg hva %(form)s gjelder."),
    )


class AnswerForm(WordedForm):
    """Nothing here need be known: the office finds the answer by the person it is about."""

    decision_maker = Choice(
        N_("Hvem svarte?"),
        hint=N_("Det står øverst i brevet."),
        choices=(
            (OFFICE, N_("%(office)s")),
            (DEPARTMENT, N_("En annen avdeling i kommunen")),
            (NAV, N_("NAV")),
            (CHILD_WELFARE, N_("Barnevernet")),
            (HOSPITAL, N_("Sykehuset")),
            (UNSURE, N_("Jeg vet ikke")),
        ),
        missing=N_("Velg hvem som svarte. Du kan svare at du ikke vet."),
    )
    decision_department = Text(
        N_("Hvilken avdeling?"),
        hint=N_("Skriv navnet slik det står i brevet."),
        missing=N_("Skriv navnet på avdelingen, eller velg at du ikke vet."),
        max_length=100,
        when=When("decision_maker", (DEPARTMENT,)),
    )
    case_reference = Text(
        N_("Saksnummer"), hint=N_("Hvis det står i brevet. Du kan la feltet stå tomt."), max_length=50
    )
    while_waiting: ClassVar[Words] = {
        "decision_maker": Wording(
            N_("Hvem skulle ha svart?"),
            N_("Det er den du sendte søknaden til."),
            N_("Velg hvem som skulle ha svart. Du kan svare at du ikke vet."),
        ),
        "decision_department": Wording(N_("Hvilken avdeling?"), N_("Skriv navnet slik du kjenner det.")),
        "case_reference": Wording(N_("Saksnummer"), N_("Hvis du har et. Du kan la feltet stå tomt.")),
    }

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self.words["office"] = situation.municipality.office.name
        if awaits_answer(situation):
            for name, wording in self.while_waiting.items():
                self[name].reword(*wording)
        else:
            self._tell_where(situation)

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self.words["office"] = situation.municipality.office.name
        self._tell_where(situation)

    def _tell_where(self, situation: Situation) -> None:
        if situation.municipality.appeal.send_to == "answering_department":
            self.decision_maker.description = TO_DEPARTMENT
