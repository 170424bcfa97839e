"""Who sent a form that came on paper, and whose case it becomes."""

from typing import Literal

from forms.acting import ROLES
from forms.blocks.circumstances import HAS_NUMBER, NO_NUMBER
from forms.fields.choice import Choice, Option
from forms.fields.identity_number import IdentityNumber
from forms.fields.text import Text
from forms.fields.yesno import NO, YES, YesNo
from forms.language import N_
from forms.naming import POWER_OF_ATTORNEY
from forms.paper_intake.namesake import has_own_name, of_the_same_name, refuse_another
from forms.paper_intake.person import NOT_ONESELF, UNSAID, expected
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm

SELF = "self"
IN_THEIR_PLACE = ("verge", "proxy", "future_proxy")
"""They act for the person, whose own case it therefore is."""
BY_PAPER = (*IN_THEIR_PLACE, "nearest_relative")
"""Whoever speaks for somebody by these ought to have it in writing."""
OTHERS = tuple(role for role in ROLES if role not in {SELF, "staff_assisting"})

OF_A_POWER = (
    Option(SELF, N_("Den som gir fullmakten")),
    Option("proxy", N_("Den som får fullmakten, eller en annen")),
)


class SenderForm(StepForm):
    sent_by = Choice(
        N_("Hvem har sendt skjemaet?"),
        choices=(
            (SELF, N_("Den det gjelder")),
            ("parent", N_("Forelder")),
            ("verge", N_("Verge")),
            ("proxy", N_("Fullmektig eller advokat")),
            ("future_proxy", N_("Fremtidsfullmektig")),
            ("nearest_relative", N_("Pårørende")),
            ("child_welfare", N_("Barnevernet")),
            ("health_worker", N_("Helsepersonell")),
            ("partner", N_("Skole, NAV eller en annen samarbeidspartner")),
        ),
        missing=N_("Velg hvem som har sendt skjemaet."),
    )
    sender_name = Text(
        N_("Navnet til den som sendte det"),
        missing=N_("Skriv navnet slik det står på skjemaet."),
        max_length=200,
        when=When("sent_by", OTHERS),
    )
    sender_known = Choice(
        N_("Står fødselsnummeret til avsenderen på skjemaet?"),
        choices=((HAS_NUMBER, N_("Ja")), (NO_NUMBER, N_("Nei"))),
        missing=N_("Velg om nummeret står der."),
        when=When("sent_by", OTHERS),
    )
    sender_national_id = IdentityNumber(
        N_("Fødselsnummeret til avsenderen"),
        hint=N_("11 siffer."),
        missing=N_("Skriv de 11 sifrene, eller velg at nummeret ikke står der."),
        when=When("sender_known", (HAS_NUMBER,)),
    )
    other_of_name = of_the_same_name()
    authority_enclosed = YesNo(
        N_("Er fullmakt, vergebevis eller fremtidsfullmakt lagt ved?"),
        missing=N_("Velg om papiret er lagt ved."),
        when=When("sent_by", BY_PAPER),
    )

    def arrange(self, situation: Situation) -> None:
        if expected(situation):
            self.sent_by.leave_out((SELF,))
        if situation.naming == POWER_OF_ATTORNEY:
            self._arrange_for_power()

    def _arrange_for_power(self) -> None:
        """It is its giver's, whoever brings it; who gets it is asked on a page of its own."""
        self.sent_by.choices = list(OF_A_POWER)
        for name in ("sender_name", "sender_known", "sender_national_id", "authority_enclosed"):
            del self[name]

    def rearrange(self) -> None:
        """A number tells two people of one name apart."""
        told = self.sender_name is not None and self.sender_name.asked()
        named = told and has_own_name(self.situation, self.sender_name.data)
        if not named or self.sender_known.data == HAS_NUMBER:
            del self.other_of_name

    def check(self) -> None:
        number = self.sender_national_id
        if number is None or not number.asked():
            return
        if number.data == self.situation.submitter.national_id:
            number.errors = [number.say(NOT_ONESELF)]
        elif number.data == self.situation.answer("subject", "subject_national_id"):
            number.errors = [
                number.say(N_("Dette er nummeret til den det gjelder. Se på skjemaet en gang til."))
            ]
        else:
            refuse_another(self.situation, number, self.sender_name.data or "")


class ChildForm(StepForm):
    """Whoever is under 16 may not want the parents to know of it yet: it is asked on the form (pbrl § 3-4)."""

    parents_may_know = Choice(
        N_("Sier barnet at vi kan snakke med foreldrene?"),
        hint=N_("En voksen i kommunen snakker med barnet først, uansett hva det svarte."),
        choices=(
            (YES, N_("Ja")),
            (NO, N_("Nei, eller at vi må snakke med barnet først")),
            (UNSAID, N_("Det står ikke")),
        ),
        missing=N_("Velg hva barnet sier, eller at det ikke står."),
    )


class LettersHomeForm(StepForm):
    """Somebody under 18 may not want anybody at home to see that they get letters."""

    letters_home = Choice(
        N_("Kan vi sende brev hjem?"),
        choices=((YES, N_("Ja")), (NO, N_("Nei, ikke send noe hjem")), (UNSAID, N_("Det står ikke"))),
        missing=N_("Velg hva som står om brev hjem, eller at det ikke står."),
    )
    reach_told = Text(
        N_("Hvordan kan vi trygt ta kontakt?"),
        hint=N_("Slik det står på skjemaet."),
        max_length=500,
        when=When("letters_home", (NO,)),
    )


def sent_by(situation: Situation) -> str:
    """The role's identifier; empty as long as it is not told."""
    return situation.answer("sender", "sent_by") or ""


def lacks_authorization(situation: Situation) -> bool:
    """Somebody speaks for another by a paper that is not there: taken all the same, and marked."""
    return sent_by(situation) in BY_PAPER and situation.answer("sender", "authority_enclosed") == NO


def owned_by(situation: Situation) -> Literal["subject", "sender"]:
    """Whose case it becomes: the person's own, where they or somebody in their place sent it; else the sender's.

    So it is too for what is sent digitally: what a parent, a relative or a notifier writes of somebody is not laid
    open to that person by a log-in alone.
    """
    return "subject" if sent_by(situation) in {SELF, *IN_THEIR_PLACE} else "sender"


def authority_came(situation: Situation) -> bool:
    """The paper by which somebody speaks for another lies with the form."""
    return sent_by(situation) in BY_PAPER and situation.answer("sender", "authority_enclosed") == YES
