"""What whoever takes back another's yes should know before: the other reads of it, and how much of it."""

from collections.abc import Iterator

from forms.blocks import circumstances as are
from forms.blocks.safe_place import talked_with_first
from forms.journeys.consent_withdrawal.parts import WHICH
from forms.language import N_
from forms.marks import NO_LETTER_HOME, PARENTS_NOT_TOLD
from forms.situation import Situation

SEES_WHO = N_("Den som sa ja for deg, ser at du har trukket samtykket, og når.")
BOTH_SEE = N_("Den andre som sa ja, ser at du har trukket samtykket, og når.")
SEES_END = N_("Den som sa ja, ser at samtykket ikke gjelder lenger, og fra hvilken dag.")
BOTH_END = N_("Den andre som sa ja, ser at samtykket ikke gjelder lenger, og fra hvilken dag.")
NO_NAME = N_("Navnet ditt står ikke der, men den andre kan skjønne at det er du.")
TALK_FIRST = N_("Kan det bli utrygt for deg? Snakk med kontoret før du sender.")


def warns(situation: Situation) -> Iterator[str]:
    """Nothing where nobody else said yes."""
    others = [case for case in WHICH.cases(situation) if case.given_by or case.signed_by_other]
    if not others:
        return
    both = all(case.signed_too or case.signed_by_other for case in others)
    quiet = (BOTH_END if both else SEES_END, NO_NAME)
    told = quiet if hides(situation) else (BOTH_SEE if both else SEES_WHO,)
    yield " ".join(situation.language.text(one) for one in (*told, TALK_FIRST))


def hides(situation: Situation) -> bool:
    """Whether the submitter hides here, as told now or in what they sent before: then the other reads no name."""
    now = are.protected(situation) or are.nothing_home(situation) or talked_with_first(situation)
    own = (case for case in situation.sent if not case.given_by)
    before = any(
        case.known_restricted or {NO_LETTER_HOME, PARENTS_NOT_TOLD}.intersection(case.marks) for case in own
    )
    return now or before
