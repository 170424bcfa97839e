"""A municipality may keep the cases of one form otherwise than others: each goes, and is told of, by its own days."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from forms.municipality import FOLDER, municipality
from tests import behind
from tests.at_a_time import SiteAt
from tests.draft import Draft, begin
from tests.integration.wizard.test_archived import delivered
from tests.integration.wizard.test_at_last import FIRST, purged
from tests.told_of import words
from wizard.cases.archiving import put_into_archive
from wizard.cases.lapsing import DAYS_OF_YEAR

OWN = """
[retention.journeys.withdrawal]
draft_days = 60
notice_days = 14
sent_days = 60
waiting_days = 90
stub_years = 1

[retention.journeys.coordination]
sent_days = 200
"""
USUAL = municipality("larvik").retention


@pytest.fixture
def larvik(tmp_path: Path) -> Iterator[SiteAt]:
    """Where one form is kept shorter, and one longer."""
    folder = Path(shutil.copytree(FOLDER, tmp_path / "municipalities"))
    with (folder / "larvik.toml").open("a", encoding="utf-8") as file:
        file.write(OWN)
    site = SiteAt(tmp_path)
    site.environment["VEIVISER_MUNICIPALITIES"] = str(folder)
    with site:
        yield site


def test_a_draft_is_told_of_and_goes_by_the_days_of_its_form(larvik: SiteAt) -> None:
    short, usual = larvik.begin("stille", "withdrawal"), larvik.begin("myk", "coordination")
    larvik.now = FIRST + timedelta(days=60 - 14)
    assert purged(larvik, dry_run=True).announced == 1
    assert purged(larvik).announced == 1
    short.guest.log_in("stille")
    assert "30. januar 2027" in short.guest.get(f"{short.guest.at}/mine-saker").text, "in 14 days, not 30"
    larvik.now += timedelta(days=14)
    assert purged(larvik).drafts == 1
    larvik.now = FIRST + timedelta(days=USUAL.draft_days - USUAL.notice_days)
    assert purged(larvik).announced == 1
    usual.guest.log_in("myk")
    assert usual.guest.get(usual.path).status_code in {200, 302, 303}


def in_archive(site: SiteAt, draft: Draft) -> None:
    """As the office says it; by whom is told to nobody."""
    case = behind.case(site, draft)
    assert case
    assert put_into_archive(site.app.extensions["tools"], draft.id, case.owner_id)


def test_what_was_sent_and_its_stub_go_by_the_days_of_its_form(larvik: SiteAt) -> None:
    longer = begin(larvik.visitor("stille"), "coordination").complete()
    short = begin(larvik.visitor("kjekk"), "withdrawal").complete()
    for draft in (longer, short):
        draft.today = FIRST.date()
        assert draft.send().status_code == 303
        in_archive(larvik, delivered(larvik, draft))
    assert "laste den ned her til 19. juni 2027." in longer.guest.get(longer.path).text
    assert "laste den ned her til 30. januar 2027." in short.guest.get(short.path).text
    for days in (60, 200):
        larvik.now = FIRST + timedelta(days=days)
        assert (purged(larvik, dry_run=True).sent, purged(larvik).sent) == (1, 1), days
    short.guest.log_in("kjekk")
    assert "Denne siden blir slettet 31. januar 2028." in short.guest.get(short.path).text
    larvik.now = FIRST + timedelta(days=60 + DAYS_OF_YEAR)
    assert (purged(larvik, dry_run=True).stubs, purged(larvik).stubs, purged(larvik).stubs) == (1, 1, 0)


def test_the_privacy_page_tells_the_days_of_each_form_that_differs_and_of_no_other(larvik: SiteAt) -> None:
    told = words(larvik.visitor().get("/larvik/personvern").text)
    _, _, others = told.partition("Noen skjemaer har andre tider.")
    others, _, _ = others.partition("Til slutt sletter vi")
    assert "ligger her i 60 dager. Vi sier fra på «Mine saker» minst 14 dager før" in others
    assert "ligger det her i 60 dager til. Mangler noe fortsatt, ligger det her i 90 dager." in others
    assert "har vi dette i 1 år til" in others
    assert "ligger det her i 200 dager til. Mangler noe fortsatt, ligger det her i 365 dager." in others
    assert others.count("Et utkast som ingen rører") == 1, "of the longer form no draft is told of"
    assert "Noen skjemaer" not in words(larvik.visitor(municipality="senja").get("/senja/personvern").text)
