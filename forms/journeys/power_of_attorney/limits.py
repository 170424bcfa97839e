"""Which case it is for, from when and until when."""

from datetime import date, timedelta
from typing import ClassVar

from forms.blocks.earlier_case import EarlierCase, EarlierCaseForm, when_unlisted
from forms.blocks.from_when import CHOICES, CHOOSE, WHICH_DAY, WRITE_DAY, later_day, only_later, when_later
from forms.blocks.wording import WordedForm, Wording, Words
from forms.fields.choice import Choice
from forms.fields.dateparts import DateParts
from forms.fields.declaration import Declaration
from forms.fields.text import Text
from forms.journeys.power_of_attorney.giver import by_proxy
from forms.language import N_
from forms.naming import APPEAL, APPLICATION, SERVICE_COMPLAINT
from forms.question import When
from forms.situation import SentCase, Situation

ONE_CASE, ALL_CASES = "one_case", "all_cases"


def may_be_case(case: SentCase) -> bool:
    """What was declared is no case that anybody could be proxy in, and what was added belongs to another."""
    return case.naming in {APPLICATION, APPEAL, SERVICE_COMPLAINT}


class LimitsForm(EarlierCaseForm, WordedForm):
    case_limit = Choice(
        N_("Hvilken sak gjelder fullmakten?"),
        choices=(
            (ONE_CASE, N_("Én sak")),
            (ALL_CASES, N_("Alle sakene mine om helse- og omsorgstjenester i kommunen")),
        ),
        missing=N_("Velg om det er én sak eller alle."),
    )
    case_reference = EarlierCase(
        N_("Hvilken sak er det?"),
        which=may_be_case,
        another=N_("En annen sak, eller en jeg ikke har sendt ennå"),
        missing=N_("Velg hvilken sak det er."),
        when=When("case_limit", (ONE_CASE,)),
    )
    case_description = Text(
        N_("Skriv hva saken gjelder"),
        hint=N_("For eksempel «søknaden om koordinator». Har du en referanse, kan du skrive den."),
        missing=N_("Skriv kort hvilken sak det er."),
        free=True,
        when=when_unlisted("case_reference"),
    )
    valid_from = Choice(
        N_("Fra når gjelder fullmakten?"),
        choices=CHOICES,
        missing=CHOOSE,
    )
    valid_from_date = DateParts(WHICH_DAY, missing=WRITE_DAY, when=when_later("valid_from"))
    valid_to = DateParts(
        N_("Siste dag fullmakten gjelder"), hint=N_("Uten en siste dag gjelder den til den blir trukket.")
    )
    withdraw_info = Declaration(
        N_("Jeg vet at jeg kan trekke fullmakten når som helst"),
        hint=N_("Du trenger ikke si hvorfor. Du kan gjøre det digitalt, eller si fra til kontoret."),
        missing=N_("Les dette og kryss av."),
    )

    for_others: ClassVar[Words] = {
        "withdraw_info": Wording(
            N_("Jeg vet at den som gir fullmakten, kan trekke den når som helst"),
            N_("Det trengs ingen grunn. Det kan gjøres digitalt, eller ved å si fra til kontoret."),
        ),
    }

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        if by_proxy(situation):
            self._arrange_for_proxy()
        only_later(self.valid_from_date, situation)
        self.valid_to.earliest = situation.today + timedelta(days=1)

    def _arrange_for_proxy(self) -> None:
        """What the proxy has sent themselves is none of the giver's cases: the one case is told in words."""
        one, every = self.case_limit.choices
        self.case_limit.choices = [
            one,
            every._replace(label=N_("Alle saker om helse- og omsorgstjenester i kommunen")),
        ]
        self.case_description.when = self.case_reference.when
        del self.case_reference

    def check(self) -> None:
        begins = self.valid_from_date.data if self.valid_from_date.asked() else None
        ends = self.valid_to.data
        if begins and ends and ends < begins:
            self.valid_to.errors = [self.say(N_("Siste dag må komme etter dagen fullmakten gjelder fra."))]


def period(situation: Situation) -> str:
    """From when until when it holds, as finished text."""
    text, language = situation.language.text, situation.language
    begins = later_day(situation, "limits", "valid_from")
    ends = situation.answer("limits", "valid_to")
    first = (
        text(N_("Fra %(date)s"), date=language.date(begins))
        if begins
        else text(N_("Fra dagen kommunen får den"))
    )
    if not ends:
        return text(N_("%(first)s, uten siste dag"), first=first)
    return text(
        N_("%(first)s, til og med %(date)s"), first=first, date=language.date(date.fromisoformat(ends))
    )
