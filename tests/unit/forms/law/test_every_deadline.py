"""What holds of every deadline, tried on generated days."""

from datetime import date, datetime, timedelta

from holidays.countries.norway import Norway
from hypothesis import given
from hypothesis import strategies as st

from forms.language import OSLO
from forms.law.deadline import Count, Known, appeal_deadline
from forms.law.timeliness import end_of, timeliness

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(2012, 1, 1), date(2090, 12, 31))
LONGEST_REST = 5
"""Days from Maundy Thursday to the Tuesday after Easter: no deadline moves further."""

DAYS_OFF = Norway(years=range(2012, 2092))


def count(received: date) -> Count:
    found = appeal_deadline(Known(received=received), TODAY).count
    assert found
    return found


@given(DAYS)
def test_the_last_day_is_never_a_day_off(received: date) -> None:
    last_day = count(received).last_day
    assert last_day.weekday() < 5
    assert last_day not in DAYS_OFF


@given(DAYS)
def test_the_last_day_is_28_to_33_days_away(received: date) -> None:
    assert 28 <= (count(received).last_day - received).days <= 28 + LONGEST_REST


@given(DAYS)
def test_a_deadline_moves_no_further_than_it_must(received: date) -> None:
    found = count(received)
    between = [found.ends + timedelta(days=n) for n in range((found.last_day - found.ends).days)]
    assert all(day.weekday() >= 5 or day in DAYS_OFF for day in between)
    assert bool(between) == bool(found.moved_by)


@given(DAYS, DAYS)
def test_who_gets_the_answer_later_has_no_less_time(one: date, other: date) -> None:
    earlier, later = sorted((one, other))
    assert count(earlier).last_day <= count(later).last_day


@given(DAYS, DAYS)
def test_the_answers_own_date_never_promises_more_time_than_there_is(one: date, other: date) -> None:
    decided, received = sorted((one, other))
    earliest = appeal_deadline(Known(decided=decided), TODAY).count
    assert earliest
    assert earliest.last_day <= count(received).last_day


@given(st.dates(date(2014, 3, 1), date(2090, 12, 31)), st.integers(-3600, 3600))
def test_midnight_in_oslo_parts_in_time_from_late_on_every_day(last_day: date, seconds: int) -> None:
    """Days of summer time among them, where a day has 23 or 25 hours."""
    moment = datetime.fromtimestamp(end_of(last_day).timestamp() + seconds, OSLO)
    found = timeliness("digital", last_day, moment)
    assert found.in_time == (moment.date() <= last_day)
    assert found.late_by == (None if seconds < 0 else timedelta(seconds=seconds))
