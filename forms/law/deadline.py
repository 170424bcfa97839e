"""When an appeal's deadline ends: from what is known of the answer, by domstolloven §§ 148 and 149."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from forms.law.dated import Dated, Entry
from forms.law.holidays import day_off, working_day
from forms.law.rules import (
    APPEAL_WEEKS,
    OUTER_LIMIT_YEARS,
    PRELIMINARY_ANSWER_MONTHS,
    REASONS_INTERRUPT,
    DecidedBy,
)

Basis = Literal["received", "knew_enough", "decided", "unknown"]
Doubt = Literal["came_later", "understood_later", "stopped", "new_weeks"]
"""Why the deadline may end later than the count does.

``came_later``: only the answer's own date is known. ``understood_later``: the person knew enough later, and has
forgotten when. ``stopped``: reasons were asked for and have not come. ``new_weeks``: they have come.
"""


@dataclass(frozen=True)
class Known:
    """What the person knows of the answer. All of it may be missing: there need not have been a letter."""

    decided: date | None = None
    """The date that stands on the answer."""
    received: date | None = None
    """When it was in the mailbox, or could be read digitally and the notice of it was sent."""
    knew_enough: date | None = None
    """When the person knew enough to complain, where that was not at once."""
    understood_some_day: bool = False
    """That was not at once, and nobody remembers when."""
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
    """The earliest possible end; None where no day is known to count from."""
    outer_limit: date | None
    """The day after which the office may not take it as a complaint (fvl § 31): for the office's eyes."""
    doubts: tuple[Doubt, ...] = ()
    later: Count | None = None
    """The new weeks from when the reasons came, where the day is known."""

    @property
    def earliest(self) -> bool:
        """Whether the real end may be later than the count's."""
        return bool(self.doubts)

    def over(self, day: date) -> bool:
        """Whether even the earliest end lies behind."""
        return self.count is not None and day > self.count.last_day

    def surely_over(self, day: date) -> bool:
        return self.over(day) and not self.earliest


def weeks_after(start: date, rule: Dated[int]) -> Count:
    """The rule of the day on which the count starts."""
    weeks = rule.on(start).value
    ends = start + timedelta(weeks=weeks)
    return Count(start, weeks, ends, working_day(ends))


def appeal_deadline(known: Known, today: date) -> Deadline:
    """Counted from the best that is known. Where that leaves a doubt, it is the earliest possible end."""
    rule = APPEAL_WEEKS[known.decided_by]
    basis, start = _start(known)
    count = weeks_after(start, rule) if start else None
    doubts = _doubts_of_days(known, basis)
    later = None
    if REASONS_INTERRUPT.on(today).value and _asked_in_time(known, count, certain=not doubts):
        stopped, later = _after_reasons(known, count)
        doubts += stopped
    weeks = rule.on(start or today)
    return Deadline(basis, weeks, count, outer_limit(known.decided or known.received), doubts, later)


def _start(known: Known) -> tuple[Basis, date | None]:
    """Nobody knew enough of an answer before it was given: such a day does not count."""
    received, decided, knew_enough = known.received, known.decided, known.knew_enough
    if knew_enough and (knew_enough > received if received else not decided or knew_enough >= decided):
        return "knew_enough", knew_enough
    if received:
        return "received", received
    return ("decided", decided) if decided else ("unknown", None)


def _doubts_of_days(known: Known, basis: Basis) -> tuple[Doubt, ...]:
    came: tuple[Doubt, ...] = ("came_later",) if basis == "decided" else ()
    understood = known.understood_some_day and basis in {"received", "decided"}
    return (*came, "understood_later") if understood else came


def _asked_in_time(known: Known, count: Count | None, *, certain: bool) -> bool:
    """Whether it may have been. Where an end or the day is not known for certain, nobody can say it was too late."""
    if not (known.reasons_asked or known.asked_some_day):
        return False
    asked = known.reasons_asked
    return not (certain and count and asked and asked > count.last_day)


def _after_reasons(known: Known, count: Count | None) -> tuple[tuple[Doubt, ...], Count | None]:
    """Maybe new weeks, from when the reasons came; they never take any away.

    Never for certain: forvaltningsloven §§ 24 and 29 hold for decisions on services that last more than two weeks, and
    need not hold for an answer on a plan or a coordinator (pbrl § 2-7). What it was about, is not asked.
    """
    if not (known.reasons_received or known.got_some_day):
        return ("stopped",), None
    if known.reasons_received is None:
        return ("new_weeks",), None
    anew = weeks_after(known.reasons_received, APPEAL_WEEKS[known.decided_by])
    adds = count is None or anew.last_day > count.last_day
    return (("new_weeks",), anew) if adds else ((), None)


def outer_limit(decided: date | None) -> date | None:
    """A year after the decision, and not moved to a working day.

    By the day on which it was received where the decision's own is unknown: the limit is then that day at the latest.
    """
    return decided + relativedelta(years=OUTER_LIMIT_YEARS.on(decided).value) if decided else None


def preliminary_answer_due(received: date) -> date:
    """When the office owes a preliminary answer, where the answer will be an individual decision."""
    due: date = received + relativedelta(months=PRELIMINARY_ANSWER_MONTHS.on(received).value)
    return due
