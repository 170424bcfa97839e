"""In what role the submitter acts: every journey that asks, asks it as ``submitter_role`` of the step ``role``."""

from forms.language import N_
from forms.situation import Situation
from forms.walk import Walk

PROXY = "proxy"
ROLES = {
    "self": N_("den det gjelder"),
    "parent": N_("forelder"),
    "verge": N_("verge"),
    PROXY: N_("fullmektig"),
    "future_proxy": N_("fremtidsfullmektig"),
    "nearest_relative": N_("pårørende"),
    "child_welfare": N_("barnevernet"),
    "health_worker": N_("helsepersonell"),
    "partner": N_("samarbeidspartner"),
    "staff_assisting": N_("ansatt som hjelper til"),
}


def role(situation: Situation) -> str:
    """The role's identifier; empty where it was not asked for or not answered. A power given here settles it."""
    if situation.power:
        return PROXY
    return situation.answer("role", "submitter_role") or ""


def notes_down(situation: Situation) -> bool:
    """Staff write down what somebody said: their log-in and what they wrote stand in place of a signature.

    Only a journey that can be done by word of mouth asks for it, as ``oral_or_written`` of the step ``role``.
    """
    said = situation.answer("role", "oral_or_written") == "oral"
    return said and role(situation) == "staff_assisting"


def acting_as(walk: Walk) -> str:
    """The role as documents name it; empty where there is none."""
    return role_name(walk.now)


def role_name(situation: Situation) -> str:
    return situation.language.text(ROLES.get(role(situation), ""))
