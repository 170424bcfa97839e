"""The earlier case that a later form is about, as the answers tell it: one's own, or one that only words point at."""

from forms.blocks import circumstances as are
from forms.situation import SentCase, Situation

STEP, CASE = "earlier-case", "earlier_case"
"""The step and the question where the earlier case is chosen."""


def chosen(situation: Situation) -> SentCase | None:
    """One of the submitter's own; None where it was sent on paper or by somebody else."""
    reference = situation.answer(STEP, CASE)
    return next((case for case in situation.sent if case.reference == reference), None)


def unknown(situation: Situation) -> bool:
    """The case is not one's own here: then it must be asked who it is about."""
    return chosen(situation) is None


def unknown_own(situation: Situation) -> bool:
    return unknown(situation) and are.for_self(situation)


def unknown_others(situation: Situation) -> bool:
    return unknown(situation) and are.for_other(situation)


def unknown_represented(situation: Situation) -> bool:
    return unknown(situation) and are.represents(situation)


def not_known_protected(situation: Situation) -> bool:
    """Of a case that tells of a protected address it is known already."""
    case = chosen(situation)
    return case is None or not case.known_restricted


def restricted(situation: Situation) -> bool:
    """It tells of a protected address, or belongs to what does."""
    return are.protected(situation) or not not_known_protected(situation)
