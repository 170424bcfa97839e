"""What the answers mean for a complaint: conditions of its steps, and the deadline that follows from them."""

from datetime import date

from forms.fields.yesno import NO, YES
from forms.law.deadline import Deadline, Known, appeal_deadline
from forms.situation import Situation

OFFICE, DEPARTMENT, UNSURE = "office", "department", "unsure"
NAV, CHILD_WELFARE, HOSPITAL = "nav", "child_welfare", "hospital"
"""Who answered."""
NO_ANSWER = "no_answer"


def asks_understood(situation: Situation) -> bool:
    return situation.municipality.appeal.ask_understood


def awaits_answer(situation: Situation) -> bool:
    return bool(situation.answer("kind", "appeal_kind") == NO_ANSWER)


def was_answered(situation: Situation) -> bool:
    return situation.answer("kind", "appeal_kind") not in {None, NO_ANSWER}


def decided_by(situation: Situation) -> str:
    return situation.answer("answer", "decision_maker") or ""


def elsewhere(situation: Situation) -> bool:
    """NAV, barnevernet or a hospital answered, or should have: it is taken all the same, and passed on."""
    return decided_by(situation) in {NAV, CHILD_WELFARE, HOSPITAL}


def has_other_rules(situation: Situation) -> bool:
    """NAV and barnevernet decide by other acts, with other deadlines. A hospital has the municipality's own: § 7-5."""
    return decided_by(situation) in {NAV, CHILD_WELFARE}


def deadline(situation: Situation) -> Deadline | None:
    """Until when to complain; None while the days are not told, and where no answer or another act counts."""
    if "dates" not in situation.answers or has_other_rules(situation):
        return None
    return appeal_deadline(_known(situation), situation.today)


def is_late(situation: Situation) -> bool:
    """Maybe or for certain: even the earliest end is over. The last day counts to its end."""
    found = deadline(situation)
    return found is not None and found.over(situation.today)


def surely_late(situation: Situation) -> bool:
    found = deadline(situation)
    return found is not None and found.surely_over(situation.today)


def may_extend(situation: Situation) -> bool:
    """More time can be asked for before the deadline has run out. What was asked in time stays asked."""
    return not surely_late(situation) or "ask_extension" in situation.answers.get("more", {})


def received_on(situation: Situation) -> date | None:
    return _day(situation, "dates", "received_date", when=("received_known", YES))


def decided_on(situation: Situation) -> date | None:
    return _day(situation, "dates", "decision_date")


def _known(situation: Situation) -> Known:
    asked = asked_for_reasons(situation)
    got = asked and situation.answer("reasons", "reasons_received") == YES
    asked_on = _day(situation, "reasons", "reasons_asked_date") if asked else None
    got_on = _day(situation, "reasons", "reasons_received_date") if got else None
    knew_later = situation.answer("dates", "knew_later") == YES
    knew_enough = _day(situation, "dates", "knew_enough_date") if knew_later else None
    return Known(
        decided=decided_on(situation),
        received=received_on(situation),
        knew_enough=knew_enough,
        understood_some_day=knew_later and knew_enough is None,
        reasons_asked=asked_on,
        reasons_received=got_on,
        asked_some_day=asked and asked_on is None,
        got_some_day=got and got_on is None,
    )


def asked_for_reasons(situation: Situation) -> bool:
    return _lacked_reasons(situation) and situation.answer("reasons", "reasons_asked") == YES


def _lacked_reasons(situation: Situation) -> bool:
    return situation.answer("reasons", "reasons_given") in {NO, "unsure"}


def _day(situation: Situation, step: str, question: str, when: tuple[str, str] | None = None) -> date | None:
    """The day that was answered; an answer to a question that is no longer asked does not count."""
    if when and situation.answer(step, when[0]) != when[1]:
        return None
    told = situation.answer(step, question)
    return date.fromisoformat(told) if told else None
