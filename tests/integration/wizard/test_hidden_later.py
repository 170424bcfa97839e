"""Once an address is told to be protected, what came before is hidden too, and its owner alone is told of it."""

from collections.abc import Iterator
from datetime import timedelta
from html import unescape

import pytest

from tests import powers
from tests.at_a_time import SiteAt
from tests.draft import Draft, begin
from tests.guest import Guest
from tests.later import reference, sent, supplement

OPEN = "Denne saken kan alle på kontoret se."
EARLIER = "Også det du har sendt før, ser bare noen få på kontoret fra nå."


@pytest.fixture
def site_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAt]:
    with SiteAt(tmp_path_factory.mktemp("later")) as site:
        yield site


def told(guest: Guest, draft: Draft) -> str:
    return unescape(guest.get(f"{draft.path}/kvittering").text + guest.get(draft.path).text)


def open_at_office(site: SiteAt, draft: Draft, staff: str) -> bool:
    office = site.visitor(staff)
    listed = str(draft.id) in office.get("/larvik/kontor/").text
    assert (office.get(f"/larvik/kontor/sak/{draft.id}").status_code == 200) is listed
    return listed


def test_its_owner_is_told_and_finds_it_still(site_at: SiteAt) -> None:
    var = site_at.visitor("var")
    first = sent(begin(var).complete())
    assert open_at_office(site_at, first, "lun")
    assert EARLIER not in told(var, first)
    site_at.now += timedelta(minutes=1)
    second = sent(begin(var).complete(powers.hidden()))
    for draft in (first, second):
        assert not open_at_office(site_at, draft, "lun")
        assert open_at_office(site_at, draft, "mild")
        assert var.get(draft.path).status_code == 200
        assert str(draft.id) in var.get("/larvik/mine-saker").text
    assert EARLIER in told(var, second)
    assert EARLIER not in told(var, first)
    site_at.now += timedelta(minutes=1)
    third = sent(begin(var).complete())
    assert open_at_office(site_at, third, "lun")
    assert OPEN in told(var, third), "its owner answered no this time, and may have meant it"
    assert "Skal færre se denne saken, sender du mer til saken." in told(var, third)
    for draft in (first, second):
        assert OPEN not in told(var, draft)
    site_at.now += timedelta(minutes=1)
    sent(supplement(third, address_protection=powers.hidden()["address-protection"]))
    assert not open_at_office(site_at, third, "lun"), "and so it is"
    assert OPEN not in told(var, third)


def test_a_proxy_gets_no_word_and_the_owner_still_finds_it(site_at: SiteAt) -> None:
    var, myk = site_at.visitor("var"), site_at.visitor("myk")
    power = powers.given(var, myk)
    assert power.send().status_code == 303
    early = powers.begin_for(site_at, myk, power)
    powers.filled_in(early)
    assert early.send().status_code == 303
    before = powers.page(myk)
    own = powers.owners(early, var)
    hidden = sent(begin(var).complete(powers.hidden()))
    after = powers.page(myk)
    assert str(hidden.id) not in after
    for word in ("noen få på kontoret", "sperret", "skjermet"):
        assert word not in after
    assert var.get(own.path).status_code == 200
    assert str(own.id) in var.get("/larvik/mine-saker").text
    assert reference(own) in before
    assert reference(own) not in after
