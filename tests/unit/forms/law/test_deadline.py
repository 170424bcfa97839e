"""When an appeal's deadline ends: the vectors, and what is known or not of the answer."""

from dataclasses import replace
from datetime import date

import pytest

from forms.law.deadline import (
    Doubt,
    Known,
    appeal_deadline,
    outer_limit,
    preliminary_answer_due,
)

TODAY = date(2026, 11, 22)
LETTER, LAST = date(2026, 11, 3), date(2026, 12, 1)


@pytest.mark.parametrize(
    ("received", "ends", "last_day", "why"),
    [
        ("2026-11-03", "2026-12-01", "2026-12-01", ""),
        ("2026-10-31", "2026-11-28", "2026-11-30", "helg"),
        ("2026-11-26", "2026-12-24", "2026-12-24", ""),
        ("2026-11-27", "2026-12-25", "2026-12-28", "første juledag"),
        ("2026-12-03", "2026-12-31", "2026-12-31", ""),
        ("2026-12-04", "2027-01-01", "2027-01-04", "første nyttårsdag"),
        ("2027-02-25", "2027-03-25", "2027-03-30", "skjærtorsdag"),
        ("2027-02-27", "2027-03-27", "2027-03-30", "helg"),
        ("2027-04-03", "2027-05-01", "2027-05-03", "arbeidernes dag"),
        ("2027-04-08", "2027-05-06", "2027-05-07", "Kristi himmelfartsdag"),
        ("2027-04-19", "2027-05-17", "2027-05-18", "grunnlovsdag"),
        ("2028-02-01", "2028-02-29", "2028-02-29", ""),
    ],
)
def test_four_weeks_end_on(received: str, ends: str, last_day: str, why: str) -> None:
    count = appeal_deadline(Known(received=date.fromisoformat(received)), TODAY).count
    assert count
    assert (str(count.ends), str(count.last_day), count.moved_by) == (ends, last_day, why)


@pytest.mark.parametrize("received", ["2027-03-28", "2027-10-31", "2028-03-26"])
def test_a_night_of_summer_time_takes_no_day(received: str) -> None:
    start = date.fromisoformat(received)
    count = appeal_deadline(Known(received=start), TODAY).count
    assert count
    assert (count.ends - start).days == 28


@pytest.mark.parametrize(
    ("known", "basis", "last_day"),
    [
        (Known(received=LETTER, decided=date(2026, 10, 26)), "received", LAST),
        (Known(decided=LETTER), "decided", LAST),
        (Known(received=date(2026, 10, 5), knew_enough=LETTER), "knew_enough", LAST),
        (Known(received=LETTER, knew_enough=date(2026, 10, 5)), "received", LAST),
        (Known(received=LETTER, knew_enough=LETTER), "received", LAST),
        (Known(knew_enough=LETTER), "knew_enough", LAST),
        (Known(decided=date(2026, 10, 5), knew_enough=LETTER), "knew_enough", LAST),
        (Known(), "unknown", None),
        (Known(received=LETTER, decided_by="other"), "received", date(2026, 11, 24)),
    ],
)
def test_the_count_starts_from_the_best_that_is_known(
    known: Known, basis: str, last_day: date | None
) -> None:
    deadline = appeal_deadline(known, TODAY)
    assert (deadline.basis, deadline.count and deadline.count.last_day) == (basis, last_day)
    assert deadline.doubts == (("came_later",) if basis == "decided" else ())


NEW = date(2027, 1, 4)
"""The last of four weeks from 4 December 2026, which would end on New Year's Day."""


@pytest.mark.parametrize(
    ("known", "doubts", "last_day", "later"),
    [
        (Known(received=LETTER, reasons_asked=LAST), ("stopped",), LAST, None),
        (Known(received=LETTER, reasons_asked=date(2026, 12, 2)), (), LAST, None),
        (
            Known(received=LETTER, reasons_asked=LAST, reasons_received=date(2026, 12, 4)),
            ("new_weeks",),
            LAST,
            NEW,
        ),
        (
            Known(received=LETTER, reasons_asked=date(2026, 12, 2), reasons_received=date(2026, 12, 4)),
            (),
            LAST,
            None,
        ),
        (Known(received=LETTER, reasons_received=date(2026, 12, 4)), (), LAST, None),
        (Known(decided=LETTER, reasons_asked=LAST), ("came_later", "stopped"), LAST, None),
        (Known(decided=LETTER, reasons_asked=date(2026, 12, 2)), ("came_later", "stopped"), LAST, None),
        (Known(reasons_asked=LAST), ("stopped",), None, None),
        (
            Known(received=LETTER, reasons_asked=LETTER, reasons_received=LETTER),
            (),
            LAST,
            None,
        ),
    ],
)
def test_who_asks_for_reasons_in_time_may_get_new_weeks_but_never_for_certain(
    known: Known, doubts: tuple[Doubt, ...], last_day: date | None, later: date | None
) -> None:
    """Of an answer on a plan or a coordinator the rule need not hold, and what it was about is not known."""
    deadline = appeal_deadline(known, TODAY)
    assert (deadline.doubts, deadline.count and deadline.count.last_day) == (doubts, last_day)
    assert (deadline.later and deadline.later.last_day) == later
    assert deadline.earliest == bool(doubts)
    assert deadline.weeks.value == 4


@pytest.mark.parametrize(
    ("known", "basis", "doubts"),
    [
        (Known(received=LETTER, understood_some_day=True), "received", ("understood_later",)),
        (Known(decided=LETTER, understood_some_day=True), "decided", ("came_later", "understood_later")),
        (Known(understood_some_day=True), "unknown", ()),
        (Known(received=date(2026, 10, 5), knew_enough=LETTER), "knew_enough", ()),
    ],
)
def test_who_understood_later_and_forgot_when_is_told_the_earliest_end(
    known: Known, basis: str, doubts: tuple[Doubt, ...]
) -> None:
    deadline = appeal_deadline(known, TODAY)
    assert (deadline.basis, deadline.doubts) == (basis, doubts)
    if deadline.count:
        assert deadline.count.last_day == LAST


def test_where_the_end_is_in_doubt_nothing_is_surely_over() -> None:
    known, after = Known(received=LETTER), date(2026, 12, 2)
    certain, doubtful = (
        appeal_deadline(one, after) for one in (known, replace(known, understood_some_day=True))
    )
    assert (certain.over(LAST), certain.over(after), certain.surely_over(after)) == (False, True, True)
    assert (doubtful.over(after), doubtful.surely_over(after)) == (True, False)
    assert not appeal_deadline(Known(), after).over(after)


@pytest.mark.parametrize(
    ("known", "basis", "last_day"),
    [
        (Known(decided=LETTER, knew_enough=date(2026, 9, 1)), "decided", LAST),
        (
            Known(received=LETTER, reasons_asked=date(2020, 11, 12), reasons_received=date(2020, 12, 3)),
            "received",
            LAST,
        ),
    ],
)
def test_days_before_the_answer_shorten_nothing(known: Known, basis: str, last_day: date) -> None:
    deadline = appeal_deadline(known, TODAY)
    assert deadline.count
    assert (deadline.basis, deadline.count.last_day) == (basis, last_day)


FORGOTTEN = Known(received=LETTER, asked_some_day=True)


@pytest.mark.parametrize(
    ("known", "doubt", "later"),
    [
        (FORGOTTEN, "stopped", None),
        (replace(FORGOTTEN, reasons_received=LAST), "new_weeks", date(2026, 12, 29)),
        (replace(FORGOTTEN, reasons_received=date(2026, 12, 4)), "new_weeks", NEW),
        (replace(FORGOTTEN, got_some_day=True), "new_weeks", None),
        (Known(received=LETTER, reasons_asked=LAST, got_some_day=True), "new_weeks", None),
        (Known(asked_some_day=True, got_some_day=True), "new_weeks", None),
    ],
)
def test_where_a_day_of_the_reasons_is_forgotten_nobody_asked_too_late(
    known: Known, doubt: Doubt, later: date | None
) -> None:
    deadline = appeal_deadline(known, date(2027, 2, 1))
    assert deadline.doubts == (doubt,)
    assert (deadline.later and deadline.later.last_day) == later


@pytest.mark.parametrize(
    ("decided", "limit"),
    [
        (date(2026, 11, 3), date(2027, 11, 3)),
        (date(2028, 2, 29), date(2029, 2, 28)),
        (date(2026, 5, 17), date(2027, 5, 17)),
        (None, None),
    ],
)
def test_the_outer_limit_is_a_year_after_the_decision_and_is_not_moved(
    decided: date | None, limit: date | None
) -> None:
    assert outer_limit(decided) == limit
    assert appeal_deadline(Known(decided=decided), TODAY).outer_limit == limit
    if decided:
        assert appeal_deadline(Known(decided=decided, received=TODAY), TODAY).outer_limit == limit


def test_an_answer_older_than_a_year_still_gets_its_deadline() -> None:
    known = Known(decided=date(2020, 1, 2), received=LETTER)
    deadline = appeal_deadline(known, TODAY)
    assert deadline.count
    assert deadline.outer_limit
    assert deadline.outer_limit < deadline.count.last_day == LAST


def test_where_only_the_day_it_came_is_known_the_year_is_over_a_year_after_that_at_the_latest() -> None:
    assert appeal_deadline(Known(received=date(2025, 1, 10)), TODAY).outer_limit == date(2026, 1, 10)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 31), date(2028, 2, 29)),
        (LETTER, date(2026, 12, 3)),
    ],
)
def test_a_preliminary_answer_is_due_within_a_month(received: date, due: date) -> None:
    assert preliminary_answer_due(received) == due
