"""The last page before a form is sent: what is declared, and how it is signed."""

from forms.acting import notes_down, role
from forms.declared import TRUE, Declared
from forms.fields.choice import Choice, Option
from forms.fields.declaration import Declaration
from forms.language import N_
from forms.question import When
from forms.signers import author_signs, signers
from forms.situation import Situation
from forms.stepform import StepForm

ELECTRONIC, PAPER = "electronic", "paper"
WAIT, NOW = "wait", "now"
NOTED = Declared(
    N_("Jeg har skrevet ned det personen sa, så riktig jeg kan."),
    N_("Kryss av for at du har skrevet ned det personen sa."),
)
BY_LOG_IN = N_("Navnet ditt står i dokumentet som den som tok det ned. Ingen trenger å skrive under.")


ALONE = N_("Da er det bare du som skriver under.")


def when_to_send(signed: When) -> Choice:
    """Asked where ``signed`` here and now, and others may sign too."""
    return Choice(
        N_("Når skal vi sende %(form)s?"),
        choices=(
            (WAIT, N_("Når de andre også har skrevet under"), N_("Du ber dem om det på neste side.")),
            (NOW, N_("Med en gang"), N_("De andre kan skrive under etterpå.")),
        ),
        missing=N_("Velg når vi skal sende."),
        when=signed,
    )


class WaitingForm(StepForm):
    """Where somebody signs whom others may have to follow."""

    send_when: Choice

    @property
    def waits(self) -> bool:
        """Whether it is signed now and sent when others have signed too."""
        return "send_when" in self and self.send_when.asked() and self.send_when.data == WAIT

    def arrange_waiting(self, situation: Situation) -> None:
        """Whoever must sign is waited for, unless the author says otherwise."""
        others = [one for one in signers(situation) if one.asked_here] if author_signs(situation) else []
        if not others:
            del self.send_when
        elif any(one.required for one in others):
            self.send_when.default = WAIT
        else:
            self.send_when.default = NOW
            self.send_when.choices = [*self.send_when.choices[:1], Option(NOW, N_("Med en gang"), ALONE)]

    def rearrange(self) -> None:
        """Nobody is held up: left open, it is sent at once."""
        super().rearrange()
        if "send_when" in self and not self.send_when.process_errors:
            self.send_when.data = self.send_when.data or NOW


class SignForm(WaitingForm):
    """Asked alike by every journey, in the situation of ``Walk.now``; what is declared fits the journey."""

    info_read = Declaration(
        N_("Jeg har lest hvordan kommunen bruker opplysningene."),
        missing=N_("Les hvordan kommunen bruker opplysningene, og kryss av."),
    )
    declaration = Declaration(TRUE.sentence, missing=TRUE.missing)
    sign_method = Choice(
        N_("Hvordan vil du skrive under?"),
        choices=(
            (ELECTRONIC, N_("Elektronisk nå"), N_("Du er logget inn, så dette er alt som trengs.")),
            (
                PAPER,
                N_("På papir"),
                N_(
                    "Du sender svarene nå. Etterpå skriver du ut, skriver under og leverer papiret."
                    " Den som ikke kan skrive selv, kan få noen til å føre hånden sin."
                ),
            ),
        ),
        missing=N_("Velg hvordan du vil skrive under."),
    )
    send_when = when_to_send(When("sign_method", (ELECTRONIC,)))

    def arrange(self, situation: Situation) -> None:
        """Staff who help never sign for the person, who signs on paper. What was only said needs no signature."""
        self._declare(situation)
        self.arrange_waiting(situation)
        if notes_down(situation):
            self.declaration.reword(NOTED.sentence, missing=NOTED.missing)
            self.sign_method.reword(N_("Hvordan blir dette bekreftet?"))
            self.sign_method.choices = [Option(ELECTRONIC, N_("Med innloggingen din"), BY_LOG_IN)]
            self.sign_method.default = ELECTRONIC
        elif role(situation) == "staff_assisting":
            self.sign_method.offer((PAPER,))
            self.sign_method.description = N_("Den du hjelper, skriver under selv.")

    def arrange_on_paper(self, situation: Situation) -> None:
        self._declare(situation)
        del self.send_when

    def _declare(self, situation: Situation) -> None:
        self.declaration.reword(situation.declares.sentence, missing=situation.declares.missing)


class CosignForm(SignForm):
    """For somebody who was asked to sign what another filled in: logged in, they sign here and now."""

    def arrange(self, situation: Situation) -> None:
        self._declare(situation)
        del self.sign_method, self.send_when


def declarations(situation: Situation) -> list[str]:
    """What the signer declares, sentence by sentence, as finished text."""
    return [
        question.say(question.label.text)
        for question in SignForm(situation).questions()
        if isinstance(question, Declaration)
    ]
