"""The help there is, the help that lacks, and what is hard to make hang together."""

from typing import ClassVar

from forms.fields.choice import Choice
from forms.fields.choices import Choices
from forms.fields.longtext import LongText
from forms.fields.text import Text
from forms.fields.yesno import YES, YesNo
from forms.journeys.coordination.circumstances import protected, requested
from forms.journeys.coordination.wording import WordedForm, Wording, Words
from forms.language import N_
from forms.question import When
from forms.situation import Situation


class ServicesForm(WordedForm):
    """However few the services are, the form goes on: the need counts."""

    current_services = Choices(
        N_("Hvem hjelper deg i dag?"),
        hint=N_("Velg alle som passer. Får du ingen hjelp nå, går du bare videre."),
        choices=(
            (
                "municipality",
                N_("Kommunen"),
                N_("For eksempel hjemmesykepleie, avlastning eller støttekontakt."),
            ),
            ("hospital", N_("Sykehus eller spesialist")),
            ("nav", N_("NAV")),
            ("child_welfare", N_("Barnevernet")),
            ("school", N_("Skole")),
            ("kindergarten", N_("Barnehage")),
            ("ppt", N_("PPT"), N_("Pedagogisk-psykologisk tjeneste.")),
            ("volunteers", N_("Frivillige")),
            ("family", N_("Familie og venner")),
        ),
    )
    current_services_text = LongText(
        N_("Fortell gjerne mer om hjelpen"), hint=N_("For eksempel hva de hjelper med, og hvor ofte.")
    )
    services_needed_text = LongText(
        N_("Hvilken hjelp tror du at du trenger, og fra hvem?"),
        hint=N_("Skriv det du vet. Det er kommunen som finner ut hva som passer."),
        missing=N_("Skriv litt om hjelpen du tror du trenger. Er du usikker, skriver du det."),
    )
    for_others: ClassVar[Words] = {
        "current_services": Wording(
            N_("Hvem hjelper %(helped)s i dag?"),
            N_("Velg alle som passer. Er det ingen hjelp nå, går du bare videre."),
        ),
        "services_needed_text": Wording(
            N_("Hvilken hjelp tror du at %(helped)s trenger, og fra hvem?"),
            missing=N_("Skriv litt om hjelpen du tror %(helped)s trenger. Er du usikker, skriver du det."),
        ),
    }

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        if not requested(situation, "individual_plan", "coordinator"):
            self.services_needed_text.missing = ""


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


class CoordinatorForm(WordedForm):
    coordinator_wish_has = YesNo(
        N_("Er det noen du ønsker som koordinator?"),
        hint=N_("Det er ofte en som allerede arbeider i en av tjenestene. Kommunen bestemmer til slutt."),
    )
    coordinator_wish_name = Text(
        N_("Hvem er det?"),
        hint=N_("Den du ønsker, får ikke vite om det før du har fått svar, med mindre du sier ja."),
        missing=N_("Skriv navnet på den du ønsker."),
        max_length=100,
        when=When("coordinator_wish_has", (YES,)),
    )
    coordinator_wish_workplace = Text(
        N_("Hvor arbeider den personen?"), max_length=100, when=When("coordinator_wish_has", (YES,))
    )
    coordinator_wish_why = LongText(
        N_("Hvorfor akkurat denne personen?"),
        soft_limit=500,
        when=When("coordinator_wish_has", (YES,)),
    )
    coordinator_not = Text(
        N_("Er det noen du ikke vil ha?"), hint=N_("Du trenger ikke skrive hvorfor."), max_length=200
    )
    for_others: ClassVar[Words] = {
        "coordinator_wish_has": Wording(N_("Er det noen dere ønsker som koordinator?")),
        "coordinator_not": Wording(N_("Er det noen dere ikke vil ha?")),
    }

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        if protected(situation):
            del self.coordinator_wish_workplace
