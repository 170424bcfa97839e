"""A yes to the help itself, where the municipality wants it in the form. It is no consent to use of the answers."""

from collections.abc import Iterable

from forms.blocks import circumstances as are
from forms.blocks.wording import WordedForm
from forms.fields.choice import Choice
from forms.language import N_
from forms.situation import Situation

YES_OF_CHILD = ("parents", "guardian", "child_welfare", "nobody")
YES_OF_GROWN_UP = ("person", "guardian", "relatives", "nobody")


def wanted(situation: Situation) -> bool:
    """The person's own yes, or that of those who answer where the person cannot."""
    return situation.municipality.proxy_policy.accept_relative_when_unable


def who_may_say_yes(situation: Situation) -> Iterable[str]:
    text = situation.language.text
    yield text(N_("Hjelpen er frivillig. Et ja kan tas tilbake når som helst."))
    if are.for_self(situation):
        return
    if are.parents_decide(situation):
        yield text(N_("Foreldrene svarer for barn under 16 år. Hør også hva barnet mener."))
    else:
        yield text(N_("Den det gjelder, svarer selv når det går. Fra 16 år trengs ikke ja fra foreldrene."))
        yield text(
            N_("Er det vanskelig å svare, kan pårørende eller verge si ja. Helsepersonell vurderer dette.")
        )


class ServiceConsentForm(WordedForm):
    """Nobody is asked to say that somebody cannot decide, and no answer stops the form."""

    service_consent = Choice(
        N_("Sier du ja til å få hjelp fra kommunen?"),
        choices=(("yes", N_("Ja")), ("talk_first", N_("Jeg vil snakke med dere først"))),
        missing=N_("Velg ja eller at du vil snakke med oss først."),
    )
    service_consent_by = Choice(
        N_("Hvem har sagt ja til hjelpen?"),
        choices=(
            ("person", N_("Den det gjelder")),
            ("parents", N_("Den eller de som har foreldreansvar")),
            ("guardian", N_("Vergen")),
            ("child_welfare", N_("Barnevernet, som har omsorgen")),
            ("relatives", N_("Pårørende"), N_("Når det er vanskelig for personen å svare selv.")),
            ("nobody", N_("Ingen ennå"), N_("Da snakker kommunen med den det gjelder først.")),
        ),
        missing=N_("Velg hvem som har sagt ja. Du kan velge det nederste."),
    )

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        if are.for_self(situation):
            del self.service_consent_by
            return
        del self.service_consent
        child = are.parents_decide(situation)
        self.service_consent_by.offer(YES_OF_CHILD if child else YES_OF_GROWN_UP)

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        if not wanted(situation):
            self.ask_nothing()
