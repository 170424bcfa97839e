"""Taken back on paper from a later day: until then it holds as before, and from that day on no longer."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from forms.language import OSLO
from tests import behind, consents, powers
from tests.at_a_time import SiteAt
from tests.draft import Draft
from tests.guest import Guest
from tests.paper_form import STILLE, PaperForm, boxes, registered, today

DAY = timedelta(days=5)


@pytest.fixture
def site_at(tmp_path: Path) -> Iterator[SiteAt]:
    with SiteAt(tmp_path) as site:
        site.now = datetime.now(OSLO)
        yield site


@pytest.fixture
def lun(site_at: SiteAt) -> Guest:
    return site_at.visitor("lun")


def taken_back(lun: Guest, slug: str, first: PaperForm, **steps: dict[str, Any]) -> PaperForm:
    earlier = {"earlier_reference": first.reference, "withdraw_extent": "all"}
    late = earlier | boxes("taken_back_from", today() + DAY)
    usual: dict[str, Any] = {"subject": STILLE, "earlier": late}
    return registered(lun, slug, **(usual | steps))


def begins(guest: Guest, own: Draft) -> bool:
    return powers.press(guest, "begynn", own, journey="coordination").status_code == 303


def a_day_comes(site_at: SiteAt, days: timedelta, *guests: Guest) -> None:
    site_at.now += days
    for guest in guests:
        guest.log_in(guest.invented.key)


def power(site_at: SiteAt, lun: Guest) -> tuple[PaperForm, Draft, Guest]:
    first = registered(lun, "power_of_attorney", subject=STILLE)
    own = Draft(site_at.visitor("stille"), f"/larvik/sak/{first.id}", "power_of_attorney")
    return first, own, site_at.visitor("myk")


def test_a_power_holds_until_that_day(site_at: SiteAt, lun: Guest) -> None:
    first, own, myk = power(site_at, lun)
    taken_back(lun, "power_of_attorney_revocation", first)
    assert behind.events(site_at, first)[-1] == "withdrawn_from"
    assert begins(myk, own)
    a_day_comes(site_at, DAY - timedelta(days=1), myk)
    assert begins(myk, own), "the day before"
    a_day_comes(site_at, timedelta(days=1), myk)
    assert not begins(myk, own)


def test_not_signed_it_waits_for_the_signature_and_then_for_the_day(site_at: SiteAt, lun: Guest) -> None:
    first, own, myk = power(site_at, lun)
    unsigned = {"papers": {"signed_on_paper": "no"}}
    back = taken_back(lun, "power_of_attorney_revocation", first, **unsigned)
    late = taken_back(lun, "power_of_attorney_revocation", first, **unsigned)
    page, waits = f"/larvik/sak/{back.id}", "ikke trukket før kontoret har sett underskriften din."
    assert waits in own.guest.get(page).text
    assert lun.post(f"{back.at_office}/underskrift-kommet", page=back.at_office).status_code == 303
    assert waits not in own.guest.get(page).text
    assert "Fullmakten er trukket fra" in own.guest.get(page).text
    assert behind.events(site_at, first)[-1] == "withdrawn_from"
    assert begins(myk, own)
    a_day_comes(site_at, DAY, myk, lun)
    assert not begins(myk, own)
    lun.post(f"{late.at_office}/grunn", {"reason": "work"}, page=late.at_office)
    assert lun.post(f"{late.at_office}/underskrift-kommet", page=late.at_office).status_code == 303
    assert behind.events(site_at, first)[-1] == "withdrawn", "the day has come already"


def test_a_consent_holds_until_that_day(site_at: SiteAt, lun: Guest) -> None:
    first = registered(lun, "consent", subject=STILLE)
    taken_back(lun, "consent_withdrawal", first)
    assert consents.states(site_at, first) == {"plan": "holds"}
    site_at.now += DAY - timedelta(days=1)
    assert consents.states(site_at, first) == {"plan": "holds"}
    site_at.now += timedelta(days=1)
    assert consents.states(site_at, first) == {"plan": "taken_back"}


def test_a_day_that_has_come_and_no_day_are_at_once(site_at: SiteAt, lun: Guest) -> None:
    for when in (boxes("taken_back_from", today()), {}):
        first = registered(lun, "consent", subject=STILLE)
        earlier = {"earlier_reference": first.reference, "withdraw_extent": "all"} | when
        registered(lun, "consent_withdrawal", subject=STILLE, earlier=earlier)
        site_at.now += timedelta(minutes=1)
        assert consents.states(site_at, first) == {"plan": "taken_back"}
    application = registered(lun, subject=STILLE)
    taken_back(lun, "withdrawal", application)
    assert behind.events(site_at, application)[-1] == "withdrawn", "nobody withdraws that from a later day"
