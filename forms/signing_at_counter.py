"""How a form is confirmed at the counter: by the person, in one of four ways, and never by whoever helps."""

from forms.fields.choice import Choice
from forms.fields.declaration import Declaration
from forms.fields.drawing import Drawing
from forms.fields.text import Text
from forms.language import N_
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm

DRAWN, NAME, PAPER, SAID = "drawn", "name", "paper", "said"
HERE = (DRAWN, NAME)
"""The ways in which the person signs there and then."""
DONE = {
    DRAWN: N_("Tegnet på skjermen i skranken"),
    NAME: N_("Navnet skrevet på tastaturet i skranken"),
    PAPER: N_("På papir"),
    SAID: N_("Sagt, og skrevet ned av den som hjalp"),
}
"""The same, as the document tells what was done."""
IN_WRITING = ("power_of_attorney", "consent")
"""Journeys that are nothing without the person's own signature: they cannot be taken down by word of mouth."""
IDENTITY = (
    ("passport", N_("Pass")),
    ("licence", N_("Førerkort")),
    ("id_card", N_("Nasjonalt ID-kort")),
    ("known", N_("Kontoret kjenner personen")),
)


class CounterSignForm(StepForm):
    """Asked of the helper, with the person beside them."""

    told_use = Declaration(
        N_("Jeg har fortalt hvordan kommunen bruker opplysningene."),
        missing=N_("Fortell hvordan kommunen bruker opplysningene, og kryss av."),
    )
    read_back = Declaration(
        N_("Jeg har lest opp svarene, og personen er enig."),
        missing=N_("Les opp svarene. Kryss av når personen er enig."),
    )
    way = Choice(
        N_("Hvordan vil personen bekrefte?"),
        choices=(
            (DRAWN, N_("Tegne underskriften på skjermen")),
            (NAME, N_("Skrive navnet sitt på tastaturet")),
            (
                PAPER,
                N_("Skrive under på papir"),
                N_(
                    "Den som ikke kan skrive selv, kan få noen til å føre hånden sin, eller sette et merke."
                    " Da skriver et vitne under også."
                ),
            ),
            (SAID, N_("Uten underskrift"), N_("Du har skrevet ned det personen sa.")),
        ),
        missing=N_("Velg hvordan personen vil bekrefte."),
    )
    drawing = Drawing(
        N_("Underskriften til personen"),
        hint=N_("Personen tegner selv, med finger, penn eller mus."),
        missing=N_("Personen må tegne underskriften, eller skrive navnet på tastaturet i stedet."),
        when=When("way", (DRAWN,)),
    )
    typed_name = Text(
        N_("Personen skriver navnet sitt"),
        hint=N_("Du kan ikke skrive det for personen."),
        missing=N_("Personen må skrive navnet sitt selv."),
        max_length=200,
        when=When("way", (NAME,)),
    )
    name_confirmed = Declaration(
        N_("Personen bekrefter at dette er underskriften."),
        missing=N_("Personen må bekrefte at dette er underskriften."),
        when=When("way", (NAME,)),
    )
    identity = Choice(
        N_("Hvordan har du kontrollert hvem personen er?"),
        choices=IDENTITY,
        missing=N_("Velg hvordan du har kontrollert hvem personen er."),
        when=When("way", HERE),
    )
    why_unsigned = Text(
        N_("Hvorfor mangler underskriften?"),
        hint=N_("For eksempel at personen ringer."),
        missing=N_("Skriv hvorfor underskriften mangler."),
        max_length=300,
        when=When("way", (SAID,)),
    )


class InWritingForm(CounterSignForm):
    """As ``CounterSignForm``, for what is nothing without a signature."""

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self.way.leave_out((SAID,))


def counter_form(journey: str) -> type[CounterSignForm]:
    """The form for that journey, by its slug."""
    return InWritingForm if journey in IN_WRITING else CounterSignForm
