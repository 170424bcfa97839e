"""The identity numbers that stand on a form that came on paper."""

from forms.blocks.circumstances import HAS_NUMBER
from forms.paper_intake.person import full_name
from forms.paper_intake.sender import owned_by
from forms.situation import Situation


def owner_number(situation: Situation) -> str:
    """The identity number of whoever's case it becomes; empty where it does not stand on the form."""
    if owned_by(situation) == "subject":
        return subject_number(situation)
    known = situation.answer("sender", "sender_known") == HAS_NUMBER
    return str(situation.answer("sender", "sender_national_id")) if known else ""


def owner_name(situation: Situation) -> str:
    """The name of whoever's case it becomes, as it stands on the form."""
    if owned_by(situation) == "subject":
        return full_name(situation)
    return str(situation.answer("sender", "sender_name") or "")


def subject_number(situation: Situation) -> str:
    """The identity number of whom it is about; empty where it does not stand on the form."""
    known = situation.answer("subject", "subject_no_id") == HAS_NUMBER
    return str(situation.answer("subject", "subject_national_id")) if known else ""
