"""What right the answers give, to whom."""

from datetime import date

from forms.blocks.earlier_case import UNLISTED
from forms.blocks.from_when import later_day
from forms.fields.yesno import YES
from forms.journeys.power_of_attorney.limits import ONE_CASE
from forms.journeys.power_of_attorney.proxy import NUMBER, PERSON
from forms.powers import SHARE, Grant
from forms.situation import Saved, Situation


def gives(situation: Situation) -> Grant:
    """Only a person whose number was told can be known at a log-in."""
    limits = situation.answers.get("limits", {})
    one_case = limits.get("case_limit") == ONE_CASE
    chosen = limits.get("case_reference") if one_case else None
    ends = limits.get("valid_to")
    shares = situation.answer("scope", "scope_sharing") == YES
    return Grant(
        proxy_number=next((number for step in situation.answers.values() if (number := _number(step))), ""),
        scope=(*(situation.answer("scope", "scope") or ()), *((SHARE,) if shares else ())),
        one_case=one_case,
        about="" if chosen in {None, UNLISTED} else str(chosen),
        first_day=later_day(situation, "limits", "valid_from") or situation.today,
        last_day=date.fromisoformat(ends) if ends else None,
    )


def _number(step: Saved) -> str:
    """The proxy's number, where the step tells of a person and that is what they are known by."""
    known = (step.get("proxy_kind", PERSON), step.get("proxy_known_by", NUMBER)) == (PERSON, NUMBER)
    return str(step.get("proxy_national_id") or "") if known else ""
