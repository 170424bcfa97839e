"""What staff of a helping office are asked before they help somebody: for whom, what, and whether they know them."""

from forms.fields.choice import Choice, Option
from forms.fields.identity_number import IdentityNumber
from forms.fields.text import Text
from forms.fields.yesno import YesNo
from forms.guide.offer import groups
from forms.language import N_
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm

HAS_NUMBER, NO_NUMBER = "has_number", "no_number"
GIVER_UNKNOWN = N_("Den som gir fullmakt, må oppgi fødselsnummer eller d-nummer.")


class CodeForm(StepForm):
    """A code that was read aloud, or shown on another screen."""

    code = Text(
        N_("Kode"),
        hint=N_("8 bokstaver og tall, for eksempel ABCD-2345."),
        missing=N_("Skriv koden."),
        max_length=40,
    )


class AcquaintedForm(StepForm):
    """Whoever is related to somebody, or knows them privately, should let a colleague help."""

    related = YesNo(
        N_("Er du i slekt med personen, eller kjenner du personen privat?"),
        hint=N_("Svarer du ja, bør en kollega hjelpe i stedet. Hjelper du likevel, ser kontoret det."),
        missing=N_("Svar ja eller nei."),
    )


class StartForm(AcquaintedForm):
    """To begin a form together with somebody: it is theirs, not the helper's."""

    journey = Choice(
        N_("Hva trenger personen hjelp til?"), choices=(), missing=N_("Velg hva dere skal fylle ut.")
    )
    name = Text(
        N_("Navnet til personen"),
        hint=N_("Slik personen sier det selv."),
        missing=N_("Skriv navnet til personen."),
        max_length=200,
    )
    number_known = Choice(
        N_("Har personen fødselsnummer eller d-nummer?"),
        choices=(
            (HAS_NUMBER, N_("Ja, og personen oppgir det nå")),
            (
                NO_NUMBER,
                N_("Nei, eller personen husker det ikke"),
                N_("Da lager du en kode etterpå. Med den får personen utkastet hjem."),
            ),
        ),
        missing=N_("Velg om personen oppgir et nummer."),
    )
    national_id = IdentityNumber(
        N_("Fødselsnummer eller d-nummer"),
        hint=N_("11 siffer."),
        missing=N_("Skriv de 11 sifrene, eller velg at personen ikke har nummeret."),
        when=When("number_known", (HAS_NUMBER,)),
    )

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        offered = [one.journey for group in groups(situation.municipality) for one in group.offered]
        self.journey.choices = [Option(one.slug, one.title) for one in offered]

    def check(self) -> None:
        """An authorization is given by somebody who is known: without a number nobody is."""
        if self.journey.data == "power_of_attorney" and self.number_known.data == NO_NUMBER:
            self.number_known.errors = [self.say(GIVER_UNKNOWN)]


class TakeUpForm(CodeForm, AcquaintedForm):
    """To go on with a draft that was begun at home."""
