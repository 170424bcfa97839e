"""When an appeal's deadline ends: from what is known of the answer, by domstolloven §§ 148 and 149."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from forms.law.dated import Dated, Entry
from forms.law.holidays import day_off, working_day
from forms.law.rules import (
    APPEAL_WEEKS,
    COSTS_CLAIM_WEEKS,
    OUTER_LIMIT_YEARS,
    PRELIMINARY_ANSWER_MONTHS,
    REASONS_INTERRUPT,
    DecidedBy,
)

Basis = Literal["received", "knew_enough", "reasons", "decided", "interrupted", "unknown"]


@dataclass(frozen=True)
class Known:
    """What the person knows of the answer. All of it may be missing: there need not have been a letter."""

    decided: date | None = None
    """The date that stands on the answer."""
    received: date | None = None
    """When it was in the mailbox, or could be read digitally and the notice of it was sent."""
    knew_enough: date | None = None
    """When the person knew enough to complain, where that was not at once."""
    reasons_asked: date | None = None
    reasons_received: date | None = None
    decided_by: DecidedBy = "health_and_care"


@dataclass(frozen=True)
class Count:
    """Weeks from a day, through the whole of the last one."""

    start: date
    weeks: int
    ends: date
    """The same weekday, so many weeks later."""
    last_day: date
    """That day, or the next working day."""

    @property
    def moved_by(self) -> str:
        """Why the last day is another (a source text); empty where it is not."""
        return day_off(self.ends)


@dataclass(frozen=True)
class Deadline:
    """The guidance that is shown. It never refuses anybody."""

    basis: Basis
    weeks: Entry[int]
    count: Count | None
    """None while the deadline has stopped, and where no day is known to count from."""
    outer_limit: date | None
    """The day after which the office may not take it as a complaint (fvl § 31): for the office's eyes."""

    @property
    def earliest(self) -> bool:
        """Whether the real end may be later, because nobody knows when the answer came."""
        return self.basis == "decided"


def weeks_after(start: date, rule: Dated[int]) -> Count:
    """The rule of the day on which the count starts."""
    weeks = rule.on(start).value
    ends = start + timedelta(weeks=weeks)
    return Count(start, weeks, ends, working_day(ends))


def appeal_deadline(known: Known, today: date) -> Deadline:
    """Counted from the best that is known; where only the answer's date is, from that: the earliest possible end."""
    rule = APPEAL_WEEKS[known.decided_by]
    basis, start = _start(known)
    count = weeks_after(start, rule) if start else None
    if _interrupted(known, count, today):
        basis, start = (
            ("reasons", known.reasons_received) if known.reasons_received else ("interrupted", None)
        )
        count = weeks_after(start, rule) if start else None
    return Deadline(basis, rule.on(start or today), count, outer_limit(known.decided))


def _start(known: Known) -> tuple[Basis, date | None]:
    received, knew_enough = known.received, known.knew_enough
    if knew_enough and (received is None or knew_enough > received):
        return "knew_enough", knew_enough
    if received:
        return "received", received
    return ("decided", known.decided) if known.decided else ("unknown", None)


def _interrupted(known: Known, count: Count | None, today: date) -> bool:
    """Reasons must be asked for in time. Where the end is not known, nobody can say that they were not."""
    asked = known.reasons_asked
    if asked is None or not REASONS_INTERRUPT.on(today).value:
        return False
    return count is None or asked <= count.last_day


def outer_limit(decided: date | None) -> date | None:
    """A year after the decision, not after it was received, and not moved to a working day."""
    return decided + relativedelta(years=OUTER_LIMIT_YEARS.on(decided).value) if decided else None


def costs_claim_deadline(notified: date) -> Count:
    """For who won: the claim for costs, from when the notice of the change arrived."""
    return weeks_after(notified, COSTS_CLAIM_WEEKS)


def preliminary_answer_due(received: date) -> date:
    """When the office owes a preliminary answer, where the answer will be an individual decision."""
    due: date = received + relativedelta(months=PRELIMINARY_ANSWER_MONTHS.on(received).value)
    return due
