"""What holds of every deadline, tried on generated days."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from holidays.countries.norway import Norway
from hypothesis import assume, given
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


NEAR = st.none() | st.dates(date(2026, 6, 1), date(2027, 6, 30))
KNOWN = st.builds(
    Known,
    decided=NEAR,
    received=NEAR,
    knew_enough=NEAR,
    reasons_asked=NEAR,
    reasons_received=NEAR,
    asked_some_day=st.booleans(),
    got_some_day=st.booleans(),
)
NO_REASONS: dict[str, Any] = {
    "reasons_asked": None,
    "reasons_received": None,
    "asked_some_day": False,
    "got_some_day": False,
}


def end(known: Known) -> date:
    """A deadline that has stopped has no end yet."""
    found = appeal_deadline(known, TODAY)
    return found.count.last_day if found.count else date.max


@given(KNOWN)
def test_asking_for_reasons_never_takes_time_away(known: Known) -> None:
    without = replace(known, **NO_REASONS)
    if appeal_deadline(without, TODAY).basis != "unknown":
        assert end(known) >= end(without)


@given(
    KNOWN, st.sampled_from(["decided", "received", "knew_enough", "reasons_received"]), st.integers(1, 200)
)
def test_a_later_day_never_makes_the_deadline_earlier(known: Known, name: str, days: int) -> None:
    day = getattr(known, name)
    assume(day)
    assume(not (known.decided and known.knew_enough) or known.knew_enough >= known.decided)
    assume(not known.asked_some_day or known.reasons_asked)
    assert end(replace(known, **{name: day + timedelta(days=days)})) >= end(known)


@given(KNOWN, st.dates(date(2026, 6, 1), date(2027, 6, 30)), st.sampled_from(["decided", "received"]))
def test_no_deadline_is_shorter_than_four_weeks_from_the_answer(known: Known, day: date, name: str) -> None:
    told: dict[str, Any] = {"decided": None, "received": None, name: day}
    assert end(replace(known, **told)) >= day + timedelta(weeks=4)


@given(st.dates(date(2014, 3, 1), date(2090, 12, 31)), st.integers(-3600, 3600))
def test_midnight_in_oslo_parts_in_time_from_late_on_every_day(last_day: date, seconds: int) -> None:
    """Days of summer time among them, where a day has 23 or 25 hours."""
    moment = datetime.fromtimestamp(end_of(last_day).timestamp() + seconds, OSLO)
    found = timeliness("digital", last_day, moment)
    assert found.in_time == (moment.date() <= last_day)
    assert found.late_by == (None if seconds < 0 else timedelta(seconds=seconds))
