"""How urgent it is, and what everyday life is like."""

from typing import ClassVar

from forms.blocks.circumstances import about_child, expected_child, protected
from forms.blocks.wording import WordedForm, Wording, Words
from forms.fields.choice import Choice
from forms.fields.longtext import LongText
from forms.fields.text import Text
from forms.fields.yesno import YES, YesNo
from forms.language import N_
from forms.question import When
from forms.situation import Situation

LIVES = {
    False: ("alone", "with_family", "with_others", "care_home", "no_fixed", "other"),
    True: ("with_family", "two_homes", "foster_home", "institution", "other"),
}
"""The ways to live that make sense for a grown-up, and for a child."""


class UrgencyForm(WordedForm):
    urgent = YesNo(
        N_("Haster det?"),
        hint=N_("Er det fare for liv, ring 113. Haster det å få lege, ring legevakten på 116117."),
        missing=N_("Svar på om det haster."),
    )
    urgent_why = LongText(
        N_("Hvorfor haster det?"),
        missing=N_("Skriv kort hvorfor det haster."),
        soft_limit=1000,
        when=When("urgent", (YES,)),
    )


class HomeForm(WordedForm):
    """Where somebody lives is left out where an address is protected."""

    living = Choice(
        N_("Hvordan bor du?"),
        choices=(
            ("alone", N_("Alene")),
            ("with_family", N_("Sammen med familie")),
            ("two_homes", N_("I to hjem"), N_("For eksempel like mye hos mor som hos far.")),
            ("foster_home", N_("I fosterhjem")),
            ("with_others", N_("Sammen med andre")),
            ("care_home", N_("I omsorgsbolig, på sykehjem eller i en annen institusjon")),
            ("institution", N_("I barnebolig eller en annen institusjon")),
            ("no_fixed", N_("Uten fast sted å bo")),
            ("other", N_("På en annen måte")),
        ),
    )
    living_text = LongText(
        N_("Er det noe vi bør vite om boligen?"), hint=N_("For eksempel trapper eller heis."), soft_limit=500
    )
    caregivers = LongText(
        N_("Hvem hjelper deg hjemme i dag?"),
        hint=N_("Tenk også på barn og søsken som hjelper til. De kan trenge støtte selv."),
    )
    for_others: ClassVar[Words] = {
        "living": Wording(N_("Hvordan bor %(person)s?")),
        "caregivers": Wording(N_("Hvem hjelper %(helped)s hjemme i dag?")),
    }

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self.living.offer(LIVES[about_child(situation)])
        if protected(situation):
            del self.living, self.living_text
        elif expected_child(situation):
            del self.living


class GpForm(WordedForm):
    gp = Text(N_("Hvem er fastlegen din?"), hint=N_("Navn eller legekontor er godt nok."), max_length=100)
    for_others: ClassVar[Words] = {
        "gp": Wording(N_("Hvem er fastlegen til %(person)s?")),
    }
