"""Who may be contacted, what follows the form, and when it suits to meet."""

from typing import ClassVar

from forms.blocks.circumstances import protected, reached_apart
from forms.blocks.wording import WordedForm, Wording, Words
from forms.fields.files import WRITTEN_TOO, Files
from forms.fields.longtext import LongText
from forms.fields.phone import Phone
from forms.fields.rows import RowForm, Rows
from forms.fields.text import Text
from forms.fields.yesno import YES, YesNo
from forms.language import N_
from forms.situation import Situation
from forms.stepform import StepForm


class RelativeRow(WordedForm, RowForm):
    name = Text(N_("Navn"), missing=N_("Skriv navnet, eller fjern hele raden."), max_length=100)
    relation = Text(
        N_("Hva er den pårørende for deg?"),
        hint=N_("For eksempel søster eller nabo."),
        max_length=100,
    )
    phone = Phone(N_("Telefon"))
    may_contact = YesNo(N_("Kan vi ta kontakt?"))

    def check(self) -> None:
        if self.may_contact.data == YES and self.phone.empty():
            sentence = N_("Skriv telefonnummeret, eller svar nei på om vi kan ta kontakt.")
            self.phone.errors = [self.phone.say(sentence)]

    for_others: ClassVar[Words] = {"relation": Wording(N_("Hva er den pårørende for %(helped)s?"))}


READ_BY_OTHERS = N_(
    "Andre som skriver under, kan lese det du skriver her. Ikke skriv telefonen eller adressen din."
)


class RelativesForm(WordedForm):
    relatives = Rows(
        N_("Pårørende vi kan kontakte"),
        hint=N_("Du bestemmer hvem du skriver opp. Si gjerne fra til dem."),
        row=RelativeRow,
        row_title=N_("Pårørende nr. %(number)s"),
    )

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        if reached_apart(situation):
            self.relatives.caution = READ_BY_OTHERS


NO_TRACES = N_("Se godt etter at papirene ikke viser adresse, skole eller fastlege. Ikke send originaler.")
"""Said of every paper that is asked for where an address is protected: letters often show one."""
NOT_APART = N_(
    "Andre som skriver under, kan lese papirene. Se etter at de ikke viser telefonen eller adressen din."
    " Ikke send originaler."
)
"""Said of every paper where phone and address are kept from the other parent: the paper itself is not."""


class AttachmentsForm(StepForm):
    attachments = Files(
        N_("Papirer eller bilder"),
        hint=N_(
            "For eksempel en uttalelse fra lege eller skole. Du trenger ikke legge ved noe. Ikke send originaler."
        ),
        accept=WRITTEN_TOO,
    )

    def arrange(self, situation: Situation) -> None:
        if protected(situation):
            self.attachments.description = NO_TRACES
        elif reached_apart(situation):
            self.attachments.description = NOT_APART


class DecisionContactForm(StepForm):
    decision_contact = LongText(
        N_("Når passer det at vi ringer eller kommer?"),
        hint=N_("For eksempel dager og klokkeslett, og om noen skal være med."),
        soft_limit=500,
    )
