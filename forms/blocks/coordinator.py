"""A wish for a coordinator. The office decides."""

from collections.abc import Iterator
from typing import ClassVar

from forms.blocks.circumstances import protected
from forms.blocks.wording import WordedForm, Wording, Words
from forms.fields.longtext import LongText
from forms.fields.text import Text
from forms.fields.yesno import YES, YesNo
from forms.language import N_
from forms.question import When
from forms.situation import Situation


def told_of_coordinators(situation: Situation) -> Iterator[str]:
    """What a coordinator is in this municipality, as its own page says it."""
    return (one.text(situation.language) for one in situation.municipality.about_coordinator)


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
        self._say_who_decides(situation)
        if protected(situation):
            del self.coordinator_wish_workplace

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self._say_who_decides(situation)

    def _say_who_decides(self, situation: Situation) -> None:
        if situation.municipality.coordinator_wish:
            self.coordinator_wish_has.description = N_(
                "Du kan ønske. Virksomheten der koordinatoren arbeider, bestemmer til slutt."
            )
