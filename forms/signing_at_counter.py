"""How a form is confirmed at the counter: by the person, in one of four ways, and never by whoever helps."""

from forms.fields.choice import Choice
from forms.fields.declaration import Declaration
from forms.fields.drawing import Drawing
from forms.fields.identity_number import IdentityNumber
from forms.fields.text import Text
from forms.known_by import ASKED, CHECKED, NOT_CHOSEN
from forms.language import N_
from forms.naming import CONSENT, POWER_OF_ATTORNEY
from forms.question import When
from forms.signers import PRINCIPAL, author_signs, known_name, known_number, mistaken
from forms.signing import WaitingForm, when_to_send
from forms.situation import Person, Situation

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
IN_WRITING = (POWER_OF_ATTORNEY, CONSENT)
"""What is nothing without the person's own signature, by what it is called: nobody can take it down for them."""
NOT_PRINTED_HERE = N_(
    "Dette er en delt skjerm, og her kan dere ikke skrive ut. Vil personen skrive under på papir?"
    " Da fortsetter du på din egen skjerm."
)
NOT_OWN_NAME = N_("Personen må skrive navnet sitt selv.")
IDENTITY = (
    ("passport", N_("Pass")),
    ("licence", N_("Førerkort")),
    ("id_card", N_("Nasjonalt ID-kort")),
    ("known", N_("Kontoret kjenner personen")),
)


class CounterSignForm(WaitingForm):
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
        missing=NOT_OWN_NAME,
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
        when=When("way", (*HERE, PAPER)),
    )
    why_unsigned = Text(
        N_("Hvorfor mangler underskriften?"),
        hint=N_("For eksempel at personen ringer."),
        missing=N_("Skriv hvorfor underskriften mangler."),
        max_length=300,
        when=When("way", (SAID,)),
    )
    identity_checked = Choice(ASKED, choices=CHECKED, missing=NOT_CHOSEN, when=When("way", (SAID,)))
    send_when = when_to_send(When("way", HERE))

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self.arrange_waiting(situation)

    def ask_here(self) -> None:
        """Leave paper out, on a shared screen: no file is handed out there, so nothing can be printed."""
        self.way.leave_out((PAPER,))
        self.way.description = NOT_PRINTED_HERE

    def check(self) -> None:
        """A name on the keyboard is the person's own: it has at least a word of the name that is known."""
        super().check()
        known = signer_at_counter(self.situation).name
        if self.typed_name.asked() and known and not words(known) & words(self.typed_name.data or ""):
            self.typed_name.errors = [self.say(NOT_OWN_NAME)]

    def refuse_name_of(self, helper: str) -> bool:
        """Whether the name on the keyboard is the helper's, who never signs; then it is refused."""
        own = words(helper) != words(signer_at_counter(self.situation).name)
        refused = self.typed_name.asked() and own and words(self.typed_name.data or "") == words(helper)
        if refused:
            self.typed_name.errors = [self.say(NOT_OWN_NAME)]
        return refused


class InWritingForm(CounterSignForm):
    """As ``CounterSignForm``, for what is nothing without a signature."""

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self.way.leave_out((SAID,))


class GiverForm(InWritingForm):
    """The future proxy has filled in, and the giver of the authorization has come along to sign it."""

    national_id = IdentityNumber(
        N_("Fødselsnummer eller d-nummer til den som gir fullmakt"),
        hint=N_("11 siffer."),
        missing=N_("Skriv de 11 sifrene til den som gir fullmakt."),
        when=When("way", HERE),
    )

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        if known_number(situation, PRINCIPAL):
            del self.national_id

    def check(self) -> None:
        """The number must be that of the person whom the answers tell of."""
        super().check()
        asked = "national_id" in self and self.national_id.asked()
        giver = signer_at_counter(self.situation, self.national_id.data) if asked else None
        if giver and (why := mistaken(self.situation, PRINCIPAL, giver)):
            self.national_id.errors = [self.say(why)]


def words(name: str) -> set[str]:
    """The words of a name, however they are written large or small, and in whatever order."""
    return set(name.casefold().replace("-", " ").split())


def signer_at_counter(situation: Situation, number: str = "") -> Person:
    """Whoever filled in, or the giver of an authorization; ``number`` is the giver's where the answers tell none."""
    if author_signs(situation):
        return situation.submitter
    return Person(known_name(situation, PRINCIPAL), known_number(situation, PRINCIPAL) or number)


def counter_form(situation: Situation) -> type[CounterSignForm]:
    """The form for what is filled in there."""
    if not author_signs(situation):
        return GiverForm
    return InWritingForm if situation.naming in IN_WRITING else CounterSignForm
