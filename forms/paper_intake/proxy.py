"""Who gets a power of attorney that came on paper, as far as the paper tells."""

from forms.blocks.circumstances import HAS_NUMBER, NO_NUMBER, OF_AGE
from forms.fields.choice import Choice
from forms.fields.identity_number import IdentityNumber
from forms.fields.text import Text
from forms.language import N_
from forms.paper_intake.namesake import has_own_name, of_the_same_name, refuse_another
from forms.paper_intake.numbers import subject_number
from forms.paper_intake.person import NOT_ONESELF, likely_ages
from forms.paper_intake.unread import LEFT_OPEN
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm


class ProxyForm(StepForm):
    proxy_name = Text(N_("Navnet på den som får fullmakt"), hint=LEFT_OPEN, max_length=200)
    proxy_known = Choice(
        N_("Står fødselsnummeret til den som får fullmakt, på papiret?"),
        choices=(
            (HAS_NUMBER, N_("Ja, fødselsnummer eller d-nummer")),
            (
                NO_NUMBER,
                N_("Nei, eller det er ikke til å lese"),
                N_("Da finner ikke fullmektigen fullmakten ved innlogging."),
            ),
        ),
        missing=N_("Velg om nummeret står der."),
    )
    proxy_national_id = IdentityNumber(
        N_("Nummeret til den som får fullmakt"),
        hint=N_("11 siffer."),
        missing=N_("Skriv de 11 sifrene, eller velg at nummeret ikke er til å lese."),
        when=When("proxy_known", (HAS_NUMBER,)),
    )
    other_of_name = of_the_same_name()

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self.proxy_national_id.hidden = True  # a copy must not spread it: the office has the paper

    def rearrange(self) -> None:
        if self.proxy_known.data == HAS_NUMBER or not has_own_name(self.situation, self.proxy_name.data):
            del self.other_of_name

    def check(self) -> None:
        number = self.proxy_national_id
        if not number.asked():
            return
        if number.data == self.situation.submitter.national_id:
            number.errors = [number.say(NOT_ONESELF)]
        elif number.data == subject_number(self.situation):
            number.errors = [
                number.say(N_("Dette er nummeret til den som gir fullmakten. Se på papiret en gang til."))
            ]
        else:
            refuse_another(self.situation, number, self.proxy_name.data or "")


def proxy_number(situation: Situation) -> str:
    """Empty where it does not stand on the paper."""
    known = situation.answer("proxy", "proxy_known") == HAS_NUMBER
    return str(situation.answer("proxy", "proxy_national_id")) if known else ""


def under_age(number: str, situation: Situation) -> bool:
    """By every age that the number allows: a proxy is of age."""
    return max(likely_ages(number, situation.today), default=OF_AGE) < OF_AGE
