"""Whoever has a draft of a form is offered to go on with it before a new one is begun."""

import re

import pytest

from tests.draft import begin
from tests.guest import Guest
from tests.running_site import Site

PAGE = "/larvik/skjema/fullmakt"
JOURNEY = "power_of_attorney"


@pytest.fixture(scope="module")
def guest(site: Site) -> Guest:
    return site.visitor("myk")


def test_the_forms_page_offers_the_draft_first_and_a_new_one_second(guest: Guest) -> None:
    assert "Du har et utkast" not in guest.get(PAGE).text
    draft = begin(guest, JOURNEY)
    page = guest.get(PAGE).text
    assert "Start nå" not in page
    assert page.index(f'href="{draft.path}"') < page.index("Begynn på nytt")
    assert "Du har flere." not in page
    later = begin(guest, JOURNEY)
    page = guest.get(PAGE).text
    assert f'href="{later.path}"' in page, "the one that was changed last"
    assert "Du har flere." in page


def test_a_draft_of_another_form_is_not_offered(guest: Guest) -> None:
    begin(guest, "appeal")
    assert "Du har et utkast" not in guest.get("/larvik/skjema/samtykke").text


def test_nobody_elses_draft_is_offered(site: Site, guest: Guest) -> None:
    begin(guest, JOURNEY)
    assert "Du har et utkast" not in site.visitor("vennlig").get(PAGE).text
    assert "Du har et utkast" not in site.visitor("lun").get(PAGE).text


def test_whoever_logs_in_to_begin_is_shown_the_draft_they_have(site: Site, guest: Guest) -> None:
    begin(guest, JOURNEY)
    fresh = site.visitor(None)
    fresh.post("/larvik/begynn", {"journey": JOURNEY}, page=PAGE)
    answer = fresh.post("/larvik/logg-inn", {"person": "myk"})
    assert answer.headers["location"] == PAGE
    new = site.visitor(None)
    new.post("/larvik/begynn", {"journey": JOURNEY}, page=PAGE)
    answer = new.post("/larvik/logg-inn", {"person": "stolt"})
    assert re.search(r"/sak/[^/]+/steg/", answer.headers["location"])


def test_an_address_that_leads_nowhere_is_still_in_its_municipality(site: Site) -> None:
    answer = site.visitor(None).get("/larvik/finnes-ikke")
    assert answer.status_code == 404
    assert "Larvik kommune" in answer.text
    assert "Velg kommune</a>" not in answer.text
