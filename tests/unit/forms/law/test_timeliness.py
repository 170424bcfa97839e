"""In time or late, to the second: paper by when it was handed over, digital by when it arrived."""

from datetime import UTC, date, datetime, timedelta

import pytest

from forms.language import OSLO
from forms.law.timeliness import Moment, end_of, timeliness

LAST = date(2026, 12, 1)


def oslo(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


@pytest.mark.parametrize(
    ("arrived", "late_by"),
    [
        (oslo("2026-12-01T23:59:30"), None),
        (datetime(2026, 12, 1, 22, 59, 59, 999999, UTC), None),
        (oslo("2026-12-02T00:00:00"), timedelta(0)),
        (datetime(2026, 12, 1, 23, 0, 7, tzinfo=UTC), timedelta(seconds=7)),
        (oslo("2026-12-03T01:30:00"), timedelta(days=1, hours=1, minutes=30)),
    ],
)
def test_digital_must_have_arrived_before_midnight_in_oslo(
    arrived: datetime, late_by: timedelta | None
) -> None:
    found = timeliness("digital", LAST, arrived)
    assert (found.in_time, found.late_by) == (late_by is None, late_by)
    assert (found.decisive, found.end) == (arrived, oslo("2026-12-02T00:00:00"))
    assert found.rule.source == "eForvaltningsforskriften § 11 siste ledd"


def test_digital_is_not_saved_by_having_been_sent_in_time() -> None:
    sent, arrived = oslo("2026-12-01T12:00:00"), oslo("2026-12-02T00:00:01")
    assert timeliness("digital", LAST, arrived, sent).in_time is False


@pytest.mark.parametrize(
    ("last_day", "arrived", "hours"),
    [
        (date(2027, 3, 24), "2027-03-28T12:00:00", 3 * 24 + 11),
        (date(2026, 10, 23), "2026-10-25T12:00:00", 24 + 13),
    ],
    ids=["spring", "autumn"],
)
def test_how_late_is_counted_in_hours_that_have_passed(last_day: date, arrived: str, hours: int) -> None:
    assert timeliness("digital", last_day, oslo(arrived)).late_by == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("handed_over", "late_by"),
    [
        (LAST, None),
        (oslo("2026-12-01T23:59:59"), None),
        (date(2026, 12, 2), timedelta(days=1)),
        (oslo("2026-12-02T00:00:01"), timedelta(seconds=1)),
    ],
)
def test_paper_is_in_time_when_it_was_handed_to_the_post_in_time(
    handed_over: Moment, late_by: timedelta | None
) -> None:
    found = timeliness("paper", LAST, oslo("2026-12-04T09:00:00"), handed_over)
    assert (found.in_time, found.late_by, found.decisive) == (late_by is None, late_by, handed_over)
    assert found.rule.source == "forvaltningsloven § 30"


def test_paper_that_came_in_time_was_posted_in_time() -> None:
    arrived = oslo("2026-12-01T09:00:00")
    found = timeliness("paper", LAST, arrived)
    assert (found.in_time, found.decisive) == (True, arrived)


def test_of_paper_that_came_late_nobody_knows_before_the_postmark_is_read() -> None:
    found = timeliness("paper", LAST, oslo("2026-12-03T09:00:00"))
    assert (found.in_time, found.late_by, found.decisive) == (None, None, None)


@pytest.mark.parametrize("last_day", [date(2027, 3, 28), date(2026, 10, 25), date(2028, 2, 29)])
def test_a_day_ends_at_midnight_in_oslo(last_day: date) -> None:
    end = end_of(last_day)
    assert (end.hour, end.minute) == (0, 0)
    assert (end - timedelta(microseconds=1)).date() == last_day


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        timeliness("digital", LAST, datetime.fromisoformat("2026-12-01T12:00:00"))
