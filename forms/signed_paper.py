"""The paper that was signed at the counter: how it was signed, and who was witness where they could not write."""

from forms.fields.choice import Choice
from forms.fields.files import Files
from forms.fields.text import Text
from forms.language import N_
from forms.question import When
from forms.signing_at_counter import words
from forms.stepform import StepForm

OWN_HAND, MARK, GUIDED = "own_hand", "mark", "guided"
HELPER, ANOTHER = "helper", "another"
HOW = {
    OWN_HAND: N_("Skrev navnet sitt"),
    MARK: N_("Satte et merke"),
    GUIDED: N_("Noen førte hånden"),
}


class SignedPaperForm(StepForm):
    """Asked of the helper who scans it; the situation's ``submitter`` is that helper."""

    how_signed = Choice(
        N_("Hvordan skrev personen under?"),
        choices=HOW.items(),
        missing=N_("Velg hvordan personen skrev under."),
    )
    witness = Choice(
        N_("Hvem var vitne?"),
        hint=N_("Vitnet så det, og har skrevet under på papiret."),
        choices=((HELPER, N_("Jeg som hjelper")), (ANOTHER, N_("En annen"))),
        missing=N_("Velg hvem som var vitne."),
        when=When("how_signed", (MARK, GUIDED)),
    )
    witness_name = Text(
        N_("Navnet til vitnet"),
        missing=N_("Skriv navnet til vitnet."),
        max_length=200,
        when=When("witness", (ANOTHER,)),
    )
    signed_paper = Files(
        N_("Det underskrevne papiret"), hint=N_("PDF, JPG eller PNG, skannet eller fotografert."), most=1
    )

    def check(self) -> None:
        """Whoever helps says so themselves where they were the witness."""
        super().check()
        helper = self.situation.submitter.name
        if self.witness_name.asked() and words(self.witness_name.data or "") == words(helper):
            self.witness_name.errors = [self.say(N_("Var du vitne selv? Da velger du det over."))]

    def refuse_signer(self, signer: str) -> bool:
        """Whether the witness would be the very person who signed; then it is refused."""
        refused = self.witness_name.asked() and words(self.witness_name.data or "") == words(signer)
        if refused:
            self.witness_name.errors = [self.say(N_("Vitnet må være en annen enn den som skrev under."))]
        return refused

    @property
    def witness_told(self) -> str:
        """The witness by name; empty where the person wrote their own name."""
        if not self.witness.asked():
            return ""
        own = self.situation.submitter.name
        return own if self.witness.data == HELPER else str(self.witness_name.data).strip()
