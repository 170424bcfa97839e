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

Basis = Literal["received", "knew_enough", "reasons", "decided", "asked", "interrupted", "unknown"]
"""``asked``: reasons were asked for, but a day that decides what follows of it is forgotten."""


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
    asked_some_day: bool = False
    """Reasons were asked for, and nobody remembers when."""
    got_some_day: bool = False
    """Reasons came, and nobody remembers when."""
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
        """Whether the real end may be later, because nobody knows when the answer or the reasons came."""
        return self.basis in {"decided", "asked"}


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
    if REASONS_INTERRUPT.on(today).value:
        basis, count = _with_reasons(known, basis, count, today)
    return Deadline(basis, rule.on(count.start if count else today), count, outer_limit(known.decided))


def _start(known: Known) -> tuple[Basis, date | None]:
    """Nobody knew enough of an answer before it was given: such a day does not count."""
    received, decided, knew_enough = known.received, known.decided, known.knew_enough
    if knew_enough and (knew_enough > received if received else not decided or knew_enough >= decided):
        return "knew_enough", knew_enough
    if received:
        return "received", received
    return ("decided", decided) if decided else ("unknown", None)


def _with_reasons(known: Known, basis: Basis, count: Count | None, today: date) -> tuple[Basis, Count | None]:
    """Asking for reasons in time gives new weeks from when they come. It never takes any away."""
    if not (known.reasons_asked or known.asked_some_day):
        return basis, count
    if not _asked_in_time(known, basis, count, today):
        return (basis if known.reasons_asked else "asked"), count
    if not (known.reasons_received or known.got_some_day):
        return "interrupted", None
    start = known.reasons_received or known.reasons_asked
    anew = weeks_after(start, APPEAL_WEEKS[known.decided_by]) if start else None
    if anew and (count is None or anew.last_day >= count.last_day):
        return ("reasons" if known.reasons_received else "asked"), anew
    return (basis if known.reasons_received or count is None else "asked"), count


def _asked_in_time(known: Known, basis: Basis, count: Count | None, today: date) -> bool:
    """Where the end is not known, nobody can say that it was too late. Who got reasons had asked by then."""
    if count is None or basis == "decided":
        return True
    return (known.reasons_asked or known.reasons_received or today) <= count.last_day


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
