"""When nobody may delete a draft without its owner having been told."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from forms.journeys.registry import journey, sample
from forms.law.timeliness import end_of
from forms.walk import Walk
from tests.unit.forms.appeal.appealing import appealed, last_day
from tests.unit.forms.invented import HERE
from wizard.cases.keeping import asks_again, needs_notice

LAST = date(2026, 12, 28)


@pytest.mark.parametrize(("before", "notice"), [(timedelta(seconds=1), True), (timedelta(), False)])
def test_until_its_deadline_has_run_out(before: timedelta, notice: bool) -> None:  # noqa: FBT001 -- pytest gives it by name
    walk = appealed()
    assert last_day(walk) == LAST
    assert needs_notice(walk, end_of(LAST) - before) is notice


@pytest.mark.parametrize(
    "unknown",
    [
        {"appeal_kind": "no_answer"},
        {"decision_maker": "nav"},
        {"decision_maker": "child_welfare"},
        {"received_known": "no"},
        {"knew_later": "yes", "knew_enough_date": ""},
        {
            "reasons_given": "no",
            "reasons_asked": "yes",
            "reasons_asked_date": "2026-12-01",
            "reasons_received": "no",
        },
    ],
    ids=["no answer", "NAV", "barnevernet", "came some day", "understood some day", "stopped"],
)
def test_always_where_nobody_knows_when_that_is(unknown: dict[str, str]) -> None:
    assert needs_notice(appealed(**unknown), end_of(date(2040, 1, 1)))


def test_from_the_first_page_of_a_complaint() -> None:
    begun = Walk(journey("appeal"), HERE)
    assert needs_notice(begun, end_of(LAST))
    assert asks_again(begun)


def test_never_for_what_has_no_deadline() -> None:
    for slug in ("coordination", "service_complaint"):
        walk = Walk(journey(slug), replace(HERE, answers=sample(slug)))
        assert not needs_notice(walk, end_of(LAST))
        assert not asks_again(walk)
