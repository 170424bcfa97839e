"""Which consent is taken back, how much of it, and from when."""

from forms.blocks.earlier_case import UNLISTED, EarlierCaseForm, EarlierCases, when_unlisted
from forms.blocks.from_when import AT_ONCE, CHOICES, CHOOSE, WHICH_DAY, WRITE_DAY, only_later, when_later
from forms.blocks.taken_back import ONLY_THEY, anothers
from forms.fields.choice import Choice, Option
from forms.fields.choices import Choices
from forms.fields.dateparts import DateParts
from forms.fields.fixed import Fixed
from forms.fields.longtext import LongText
from forms.fields.text import Text
from forms.journeys.consent_withdrawal.parts import (
    A_PART,
    ALL,
    may_be_taken_back,
    mistaken_parts,
    offered,
)
from forms.journeys.consent_withdrawal.spoken import OTHER, OTHER_WORDS
from forms.language import N_
from forms.question import When
from forms.situation import Situation

NOT_YOURS = N_("Du kan ikke trekke %(references)s for en som bestemmer selv. Ta det bort herfra.")
SHARED = N_(
    "Det som alt er delt på lovlig måte, kan vi ikke gjøre om. Det som kommer etterpå, kan ikke bygge på det du"
    " har trukket."
)


class WhatForm(EarlierCaseForm):
    consent_reference = EarlierCases(
        N_("Hvilket samtykke trekker du?"),
        hint=N_("Du kan velge flere."),
        which=may_be_taken_back,
        another=N_("Et annet, eller ett som er gitt på papir eller muntlig"),
        missing=N_("Velg hvilket samtykke du trekker."),
    )
    consent_description = Text(
        N_("Hva gjelder samtykket?"),
        hint=N_("For eksempel plan, koordinator eller deling med skolen. Vet du det ikke, skriver du «alt»."),
        missing=N_("Skriv hva samtykket gjelder. Du kan skrive «alt»."),
        free=True,
        when=when_unlisted("consent_reference"),
    )
    withdraw_extent = Choice(
        N_("Hvor mye trekker du?"),
        hint=N_("Du trenger ikke si hvorfor."),
        choices=((ALL, N_("Alt")), (A_PART, N_("En del"))),
        missing=N_("Velg om du trekker alt eller en del."),
        default=ALL,
    )
    withdraw_parts = Choices(
        N_("Hvilken del?"),
        hint=N_("Du kan velge flere. Resten gjelder fortsatt."),
        choices=((OTHER, N_("Noe annet"), OTHER_WORDS),),
        missing=N_("Velg hvilken del du trekker."),
        when=When("withdraw_extent", (A_PART,)),
    )
    withdraw_part = LongText(
        N_("Hvilken del?"),
        hint=N_("For eksempel en tjeneste, et tema eller koordinatoren."),
        missing=N_("Skriv hvilken del du trekker."),
        soft_limit=1000,
        when=When("withdraw_extent", (A_PART,)),
    )
    from_when = Choice(N_("Fra når trekker du det?"), choices=CHOICES, missing=CHOOSE, default=AT_ONCE)
    from_when_date = DateParts(WHICH_DAY, missing=WRITE_DAY, when=when_later("from_when"))
    already_shared = Fixed(N_("Det som alt er delt"), value=lambda situation: situation.language.text(SHARED))

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        only_later(self.from_when_date, situation)
        self._offer_parts(situation)

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        del self.withdraw_parts

    def _offer_parts(self, situation: Situation) -> None:
        """What holds is chosen from a list; what nobody knows here can only be told in words."""
        held = offered(situation)
        if not held:
            del self.withdraw_parts
            return
        self.withdraw_parts.choices = [*(Option(*one) for one in held), *self.withdraw_parts.choices]
        self.withdraw_part.when = When("withdraw_parts", (OTHER,))
        self.withdraw_part.reword(N_("Hva annet trekker du?"), N_("For eksempel et tema eller en person."))

    def rearrange(self) -> None:
        """Of what is not in the list nothing can be ticked: its part is told in words."""
        super().rearrange()
        if "withdraw_parts" in self and self.consent_reference.data == [UNLISTED]:
            self.withdraw_parts.data = self.withdraw_parts.data or [OTHER]

    def check(self) -> None:
        self.refuse_withdrawn(self.consent_reference)
        self._refuse_anothers()
        if "withdraw_parts" in self and self.withdraw_parts.asked():
            chosen = self.consent_reference.data, self.withdraw_parts.data
            told = [self.say(one) for one in mistaken_parts(self.situation, *chosen)]
            self.withdraw_parts.errors = [*self.withdraw_parts.errors, *told]

    def _refuse_anothers(self) -> None:
        """What was said for a child who is 16 by now is the young person's to take back, and nobody else's."""
        chosen, words = self.consent_reference.data or [], self.consent_description.data or ""
        found = anothers(self.situation, chosen, words)
        if found:
            question = self.consent_reference if set(found).intersection(chosen) else self.consent_description
            question.errors = [f"{self.say(NOT_YOURS, references=', '.join(found))} {self.say(ONLY_THEY)}"]
