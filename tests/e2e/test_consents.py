"""A consent taken back from one's own page, and one that the office writes down: with and without scripts."""

import pytest

from tests import consents
from tests.draft import Draft, begin
from tests.e2e.conftest import Open
from tests.e2e.pages import Citizen, Officer
from tests.e2e.test_open_pages import trouble
from tests.later import sent
from tests.running_site import Site


@pytest.fixture
def given(site: Site) -> Draft:
    return sent(begin(site.visitor("stille"), "consent").complete())


def send(citizen: Citizen) -> None:
    """What is left once the consent is chosen: who one is, and the signature."""
    citizen.page.locator("[name=submitter_role][value=self]").check()
    citizen.press("Lagre og fortsett")
    citizen.press("Lagre og fortsett")
    citizen.follow("Gå videre til underskrift")
    citizen.sign()


def test_one_service_is_taken_back_by_its_own_button(opened: Open, given: Draft, *, by_turns: bool) -> None:
    seen = dict[str, list[str]]()
    citizen = Citizen(opened(scripts=by_turns), "stille")
    citizen.enter()
    citizen.window.go(given.path)
    seen |= trouble(citizen.window, "the case")
    citizen.follow("Samtykkene dine")
    seen |= trouble(citizen.window, "what one has said yes to")
    group = citizen.page.locator("article", has=citizen.page.get_by_text("Deling: Fastlegen")).first
    with citizen.page.expect_navigation():
        group.get_by_role("button", name="Trekk «Deling: Fastlegen»").click()
    send(citizen)
    assert citizen.page.get_by_text("Dette gjelder fortsatt:").is_visible()
    seen |= trouble(citizen.window, "the receipt")
    citizen.follow("Samtykkene dine")
    assert citizen.page.get_by_role("heading", name="Gjelder ikke lenger").is_visible()
    seen |= trouble(citizen.window, "what is over")
    assert seen == {}


def test_the_office_writes_down_what_it_was_told(opened: Open, given: Draft, *, by_turns: bool) -> None:
    seen = dict[str, list[str]]()
    officer = Officer(opened(scripts=by_turns), "lun")
    officer.enter()
    officer.window.go(consents.office(given))
    officer.say_why()
    seen |= trouble(officer.window, "a case with consents")
    officer.follow("Noen trekker samtykket")
    seen |= trouble(officer.window, "what was said")
    officer.press("Skriv ned at det er trukket")
    assert officer.page.get_by_text("Rett opp dette før du går videre").is_visible()
    seen |= trouble(officer.window, "what is missing")
    officer.page.get_by_label("Individuell plan").check()
    officer.page.get_by_label("Muntlig").check()
    officer.page.get_by_label("Den samtykket gjelder").check()
    officer.page.get_by_label("Fra dere fikk vite det").check()
    officer.page.get_by_label("Vi kjenner personen").check()
    officer.press("Skriv ned at det er trukket")
    assert officer.page.get_by_text("Det er skrevet ned at samtykket er trukket.").is_visible()
    seen |= trouble(officer.window, "written down")
    citizen = Citizen(opened(scripts=by_turns), "stille")
    citizen.enter()
    citizen.window.go("/larvik/samtykker")
    assert citizen.page.get_by_text("Kontoret skrev ned").first.is_visible()
    seen |= trouble(citizen.window, "what the office wrote down")
    assert seen == {}
