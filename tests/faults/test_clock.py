"""F-25: a clock put forward or back, summer time, and the year 2038 lose no case and keep no log-in for ever."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from tests import behind
from tests.at_a_time import SiteAt
from tests.draft import Draft, begin
from tests.guest import Guest
from tests.integration.handover.world import World, until
from wizard.models import CaseEvent, Submission

HOUR = timedelta(hours=1)
TWICE = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
"""Half past two at night, in summer time and an hour later again in winter time."""
AFTER_2038 = datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC)
"""A second more since 1970 than 31 bits can count."""


@pytest.fixture
def site_at(database_url: str, tmp_path: Path) -> Iterator[SiteAt]:
    with SiteAt(tmp_path, database_url) as site:
        yield site


def is_in(guest: Guest) -> bool:
    return guest.http.get("/larvik/mine-saker").status_code == 200


def test_f_25_a_clock_that_is_put_an_hour_back_or_on_ends_no_work_and_prolongs_no_log_in(
    site_at: SiteAt,
) -> None:
    begun, guest = site_at.now, site_at.visitor("stille")
    site_at.now = begun - HOUR
    assert is_in(guest), "an hour back: they go on"
    draft = begin(guest).complete()
    site_at.now = begun + HOUR
    assert not is_in(guest), "an hour on: as if they had been idle"
    site_at.later(draft, site_at.now)
    assert draft.send().status_code == 303
    site_at.now = begun - HOUR
    assert is_in(guest)
    assert draft.receipt()


def test_f_25_a_log_in_of_a_year_that_was_not_yet_is_over_when_the_clock_is_right_again(
    site_at: SiteAt,
) -> None:
    right = site_at.now
    site_at.now = AFTER_2038
    guest = site_at.visitor("stille")
    assert is_in(guest)
    site_at.now = right
    assert not is_in(guest)


def sent_at(world: World, at: datetime) -> None:
    world.submit(tools=replace(world.own, clock=lambda: at))


def received(world: World) -> list[datetime]:
    with world.own.store.read() as db:
        return list(db.scalars(select(Submission.received_at).order_by(Submission.received_at)))


def test_f_25_cases_of_the_doubled_hour_and_of_2038_keep_their_second_and_are_handed_over(
    world: World,
) -> None:
    moments = [*TWICE, AFTER_2038]
    for at in moments:
        sent_at(world, at)
    assert received(world) == moments
    with world.own.store.read() as db:
        kept = db.scalars(select(CaseEvent.at).where(CaseEvent.kind == "submitted").order_by(CaseEvent.at))
        assert list(kept) == moments
    assert world.store.unfinished()[0] != world.store.unfinished()[1]
    world.start_small_docgen()
    world.start_worker()
    until(lambda: world.store.unfinished() == [])
    assert len(world.asked()) == 2 * len(moments), "once each: nothing runs in a loop"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_f_25_the_receipts_of_the_doubled_hour_are_told_apart_and_those_of_2038_can_be_read(
    site_at: SiteAt,
) -> None:
    told = [receipt_at(site_at, at) for at in (*TWICE, AFTER_2038)]
    assert len(set(told)) == len(told)
    assert "19. januar 2038" in told[-1]


def receipt_at(site: SiteAt, at: datetime) -> str:
    site.now = at
    draft: Draft = site.begin("stille", "coordination").complete()
    assert draft.send().status_code == 303
    assert behind.submissions(site, draft) == 1
    return draft.receipt()
