"""From when something that is declared holds: as soon as it has come in, or from a later day."""

from datetime import date, datetime, timedelta

from forms.fields.dateparts import DateParts
from forms.language import N_
from forms.question import When
from forms.situation import Situation

AT_ONCE, LATER = "at_once", "later"
CHOICES = (
    (AT_ONCE, N_("Fra kommunen har fått %(form)s")),
    (LATER, N_("Fra en senere dag")),
)
CHOOSE = N_("Velg fra når det gjelder.")
WHICH_DAY = N_("Fra hvilken dag?")
WRITE_DAY = N_("Skriv dagen det gjelder fra.")

OVER = N_("Fullmakten er over fra %(date)s. Velg en tidligere dag.")


def when_later(question: str) -> When:
    """The condition of the day, beside the choice."""
    return When(question, (LATER,))


def only_later(day: DateParts, situation: Situation) -> None:
    """Nothing can hold from before it was told; whoever signs later signs what was told in time."""
    day.earliest = (situation.frozen_on or situation.today) + timedelta(days=1)


def not_after(day: DateParts, over_from: date | None) -> None:
    """What is over from a day cannot be taken back from a later one."""
    if over_from is not None:
        day.latest, day.too_late = over_from, OVER


def later_day(situation: Situation, step: str, question: str) -> date | None:
    """The day that was chosen; None where it holds at once. The day stands in ``<question>_date``."""
    day = situation.answer(step, f"{question}_date")
    return date.fromisoformat(day) if situation.answer(step, question) == LATER and day else None


def holds_from(situation: Situation, at: datetime, step: str, question: str) -> str:
    """From when it holds when it is received at that moment, as finished text."""
    day = later_day(situation, step, question)
    return situation.language.date(day) if day else situation.language.moment(at)
