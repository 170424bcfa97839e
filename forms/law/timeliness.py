"""Whether an appeal came in time, and if not, how late: paper and digital by their own rules."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from forms.language import OSLO
from forms.law.dated import Entry
from forms.law.rules import IN_TIME, Act, Channel

Moment = date | datetime
"""A date alone stands for some time on that day: a postmark has no clock."""


@dataclass(frozen=True)
class Timeliness:
    """For the office and the log, with both moments. It never refuses anybody."""

    rule: Entry[Act]
    decisive: Moment | None
    """What counts by the rule; None where it is not known when a late letter was posted."""
    end: datetime
    """The first moment that is too late."""
    late_by: timedelta | None
    """None in time, or where it is not known. Zero on the stroke of midnight. Whole days where we have only a date."""

    @property
    def in_time(self) -> bool | None:
        return None if self.decisive is None else self.late_by is None


def end_of(last_day: date) -> datetime:
    """The midnight in Europe/Oslo that ends the last day."""
    return datetime.combine(last_day + timedelta(days=1), time(), OSLO)


def timeliness(
    channel: Channel, last_day: date, arrived: datetime | None = None, handed_over: Moment | None = None
) -> Timeliness:
    """``handed_over``: to the post, or to somebody at the office. ``arrived``: at the office or in this service."""
    rule = IN_TIME[channel].on(last_day)
    decisive: Moment | None = arrived
    if rule.value == "handed_over":
        decisive = handed_over or (arrived if arrived and _late_by(arrived, last_day) is None else None)
    return Timeliness(rule, decisive, end_of(last_day), _late_by(decisive, last_day) if decisive else None)


def _late_by(moment: Moment, last_day: date) -> timedelta | None:
    if not isinstance(moment, datetime):
        return moment - last_day if moment > last_day else None
    if moment.tzinfo is None:
        raise ValueError("A moment without a time zone is no moment.")
    late = moment.astimezone(UTC) - end_of(last_day).astimezone(UTC)  # on one clock: summer time moves Oslo's
    return late if late >= timedelta(0) else None
