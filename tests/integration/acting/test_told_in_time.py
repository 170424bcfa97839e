"""Whoever acts is told for whom, and until when: over every page of a draft, and in both lists."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from forms.language import Language
from tests import behind, powers, several
from tests.at_a_time import SiteAt
from tests.later import sent
from wizard.providers import CASEWORKER, Invented

GLAD = Invented("", "Glad Sommerregn", "17882099989", CASEWORKER)


@pytest.fixture
def site_at(tmp_path: Path) -> Iterator[SiteAt]:
    with SiteAt(tmp_path) as site:
        yield site


def test_a_parent_sees_for_whom_on_every_page_of_the_draft(site_at: SiteAt) -> None:
    draft = site_at.begin("sein", "coordination")
    assert "Du fyller ut for" not in draft.see("role")
    draft.complete(several.answers_for(GLAD))
    for page in (draft.see("need"), draft.review(), draft.guest.get(f"{draft.path}/send").text):
        assert "Du fyller ut for Glad Sommerregn." in page
    own = site_at.begin("stille", "coordination").complete()
    assert "Du fyller ut for" not in own.review()


def test_that_a_power_ends_stands_in_both_lists_and_over_the_draft(site_at: SiteAt) -> None:
    stille, myk = site_at.visitor("stille"), site_at.visitor("myk")
    last = site_at.now.date() + timedelta(days=30)
    limits = {"valid_to": last.isoformat()}
    power = sent(powers.given(stille, myk, limits=limits))
    draft = powers.begin_for(site_at, myk, power)
    mine = "/larvik/mine-saker"
    assert "går ut" not in draft.see("role") + myk.get(mine).text
    assert "Den går snart ut" not in stille.get(mine).text
    site_at.now += timedelta(days=16)
    stille, draft.guest = site_at.visitor("stille"), (myk := site_at.visitor("myk"))
    for page in (draft.see("role"), myk.get(mine).text):
        assert "Fullmakten går ut" in page
    assert "Den går snart ut" in stille.get(mine).text
    site_at.now += timedelta(days=15)
    assert "Den har gått ut" in site_at.visitor("stille").get(mine).text
    register = powers.page(site_at.visitor("myk"))
    assert f"Fullmakten gikk ut {Language().date(last)}." in register, "and not only the day"


def test_in_english_a_power_is_in_force_and_a_new_draft_names_whom_it_is_for(site_at: SiteAt) -> None:
    stille, myk = site_at.visitor("stille"), site_at.visitor("myk")
    powers.begin_for(site_at, myk, sent(powers.given(stille, myk)))
    assert "For Stille Bjørkeløv" in myk.get("/larvik/mine-saker").text
    myk.post("/sprak", {"code": "en", "back": "/"}, page="/larvik/")
    assert ">In force</span>" in powers.page(myk)


def test_the_document_has_no_whole_number_of_the_proxy_and_the_office_does(site_at: SiteAt) -> None:
    stille, myk = site_at.visitor("stille"), site_at.visitor("myk")
    power = sent(powers.given(stille, myk))
    number = myk.invented.national_id
    assert f"{number[:6]} {number[6:]}" not in behind.frozen(site_at, power).model_dump_json()
    office = site_at.visitor("lun").get(power.path.replace("/sak/", "/kontor/sak/")).text
    assert f"{number[:6]} {number[6:]}" in office
