"""The help there is, and the help that lacks."""

from typing import ClassVar

from forms.blocks.circumstances import protected, requested
from forms.blocks.wording import WordedForm, Wording, Words
from forms.fields.choices import Choices
from forms.fields.longtext import LongText
from forms.language import N_
from forms.situation import Situation

TELL_WHERE = ("school", "kindergarten", "ppt", "volunteers")
"""Who knows which school or kindergarten helps, knows where to look for a child."""


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
        if protected(situation):
            self.current_services.leave_out(TELL_WHERE)
            del self.current_services_text
        if not requested(situation, "individual_plan", "coordinator"):
            self.services_needed_text.missing = ""
