"""What it is said yes to: the help itself, and the sharing of what is known, which are two different things."""

from collections.abc import Iterator
from typing import ClassVar

from forms.blocks import circumstances as are
from forms.blocks.wording import WordedForm, Wording, Words
from forms.fields.choices import Choices
from forms.journeys.consent.consenter import ONLY_SHARING, consenter, lacks_own_consent
from forms.language import N_
from forms.situation import Situation

SHARING = "sharing"
HELP = ("plan", "coordinator", "child_coordinator")


class KindsForm(WordedForm):
    consent_kind = Choices(
        N_("Hva sier du ja til?"),
        hint=N_("Du kan velge flere, eller bare én. Deling er et eget spørsmål."),
        choices=(
            ("plan", N_("Individuell plan"), N_("Én skriftlig plan som samler alle tjenestene.")),
            ("coordinator", N_("Koordinator"), N_("Én person som holder oversikten.")),
            ("child_coordinator", N_("Barnekoordinator"), N_("Én person som hjelper hele familien.")),
            (SHARING, N_("At tjenester deler opplysninger"), N_("Du velger hvem, om hva og hvor lenge.")),
        ),
        missing=N_("Velg minst én ting du sier ja til."),
    )
    for_others: ClassVar[Words] = {"consent_kind": Wording(N_("Hva sier dere ja til?"))}

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        if not are.may_be_child(situation):
            self.consent_kind.leave_out(("child_coordinator",))
        if not may_say_yes_to_help(situation, consenter(situation)):
            self.consent_kind.offer((SHARING,))


def may_say_yes_to_help(situation: Situation, who: str) -> bool:
    """Whether somebody in that role can say yes to the help itself, as the municipality has it."""
    if who == "nearest_relative" and situation.municipality.proxy_policy.accept_relative_when_unable:
        return True
    return who not in ONLY_SHARING


def says_yes_to(situation: Situation, *kinds: str) -> bool:
    chosen = situation.answer("kinds", "consent_kind") or ()
    return any(kind in chosen for kind in kinds)


def to_help(situation: Situation) -> bool:
    return says_yes_to(situation, *HELP)


def to_sharing(situation: Situation) -> bool:
    return says_yes_to(situation, SHARING)


def told(situation: Situation) -> Iterator[str]:
    """What who says yes must know of how far it reaches."""
    text, who = situation.language.text, consenter(situation)
    if lacks_own_consent(situation):
        yield text(
            N_(
                "Foreldre sier ja for barn under 16 år. Du kan sende samtykket, men da må kommunen spørre dem."
            )
            if who == "nearest_relative"
            else N_(
                "Fra 16 år sier man ja selv. Du kan sende samtykket, men da må kommunen spørre barnet ditt."
            )
        )
    elif who == "nearest_relative":
        yield text(
            N_(
                "Pårørende kan si ja til deling når personen ikke kan ta stilling selv. Det er helsepersonell som"
                " vurderer det."
            )
        )
    if who in {"verge", "future_proxy"}:
        yield text(N_("Det må stå i papiret ditt at du kan handle i slike saker."))
    if who == "proxy":
        yield text(N_("Det må stå i fullmakten at du kan si ja til deling."))
