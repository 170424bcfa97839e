"""When an appeal's deadline ends: the vectors, and what is known or not of the answer."""

from dataclasses import replace
from datetime import date

import pytest

from forms.law.deadline import (
    Known,
    appeal_deadline,
    costs_claim_deadline,
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
    assert deadline.earliest == (basis == "decided")


@pytest.mark.parametrize(
    ("known", "basis", "last_day"),
    [
        (Known(received=LETTER, reasons_asked=LAST), "interrupted", None),
        (Known(received=LETTER, reasons_asked=date(2026, 12, 2)), "received", LAST),
        (
            Known(received=LETTER, reasons_asked=LAST, reasons_received=date(2026, 12, 4)),
            "reasons",
            date(2027, 1, 4),
        ),
        (
            Known(received=LETTER, reasons_asked=date(2026, 12, 2), reasons_received=date(2026, 12, 4)),
            "received",
            LAST,
        ),
        (Known(received=LETTER, reasons_received=date(2026, 12, 4)), "received", LAST),
        (Known(decided=LETTER, reasons_asked=LAST), "interrupted", None),
        (Known(decided=LETTER, reasons_asked=date(2026, 12, 2)), "interrupted", None),
        (Known(reasons_asked=LAST), "interrupted", None),
    ],
)
def test_who_asks_for_reasons_in_time_gets_a_new_deadline(
    known: Known, basis: str, last_day: date | None
) -> None:
    deadline = appeal_deadline(known, TODAY)
    assert (deadline.basis, deadline.count and deadline.count.last_day) == (basis, last_day)
    assert deadline.weeks.value == 4


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
    ("known", "today", "basis", "last_day"),
    [
        (FORGOTTEN, TODAY, "interrupted", None),
        (FORGOTTEN, date(2026, 12, 2), "asked", LAST),
        (replace(FORGOTTEN, reasons_received=LAST), date(2027, 2, 1), "reasons", date(2026, 12, 29)),
        (replace(FORGOTTEN, reasons_received=date(2026, 12, 2)), date(2027, 2, 1), "asked", LAST),
        (replace(FORGOTTEN, got_some_day=True), TODAY, "asked", LAST),
        (Known(received=LETTER, reasons_asked=LAST, got_some_day=True), TODAY, "asked", date(2026, 12, 29)),
        (Known(asked_some_day=True, got_some_day=True), TODAY, "unknown", None),
    ],
)
def test_where_a_day_of_the_reasons_is_forgotten_no_end_is_told_for_certain(
    known: Known, today: date, basis: str, last_day: date | None
) -> None:
    """But where the days that are known leave no doubt that they were asked for in time."""
    deadline = appeal_deadline(known, today)
    assert (deadline.basis, deadline.count and deadline.count.last_day) == (basis, last_day)
    assert deadline.earliest == (basis == "asked")


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
    assert appeal_deadline(Known(decided=decided, received=TODAY), TODAY).outer_limit == limit


def test_an_answer_older_than_a_year_still_gets_its_deadline() -> None:
    known = Known(decided=date(2020, 1, 2), received=LETTER)
    deadline = appeal_deadline(known, TODAY)
    assert deadline.count
    assert deadline.outer_limit
    assert deadline.outer_limit < deadline.count.last_day == LAST


def test_a_claim_for_costs_has_three_weeks() -> None:
    assert costs_claim_deadline(date(2026, 12, 4)).last_day == date(2026, 12, 28)


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
