"""That it is voluntary, and who explained it where somebody helped."""

from typing import ClassVar

from forms.acting import role
from forms.blocks.wording import WordedForm, Wording, Words
from forms.fields.declaration import Declaration
from forms.fields.text import Text
from forms.fields.yesno import YES, YesNo
from forms.language import N_
from forms.situation import Situation


class VoluntaryForm(WordedForm):
    understood_voluntary = Declaration(
        N_("Jeg vet at det er frivillig, og at jeg kan trekke samtykket når som helst"),
        hint=N_("Du trenger ikke si hvorfor. Du kan gjøre det digitalt, eller si fra til kontoret."),
        missing=N_("Les dette og kryss av."),
    )
    explained_by = Text(
        N_("Hvem forklarte hva samtykket betyr?"),
        hint=N_("Navnet på kontoret eller tjenesten er nok."),
        missing=N_("Skriv hvem som forklarte."),
        max_length=100,
    )
    explained_language = Text(
        N_("På hvilket språk ble det forklart?"), missing=N_("Skriv språket."), max_length=100
    )
    explained_interpreter = YesNo(N_("Var det tolk med?"), missing=N_("Svar på om det var tolk med."))
    for_others: ClassVar[Words] = {
        "understood_voluntary": Wording(
            N_("Jeg vet at det er frivillig, og at samtykket kan trekkes når som helst")
        ),
    }

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        if not assisted(situation):
            del self.explained_by, self.explained_language, self.explained_interpreter


def assisted(situation: Situation) -> bool:
    """Somebody helped to fill in: then the office must know who explained what."""
    by_staff = role(situation) == "staff_assisting" or situation.answer("role", "staff_assistance") == YES
    return by_staff or bool(situation.helped)
