"""Staff say why they open a case, and its owner reads it: each page looked at by axe, and measured on a phone."""

from tests.draft import begin
from tests.e2e.conftest import Open
from tests.e2e.pages import Citizen, Officer
from tests.e2e.test_open_pages import trouble
from tests.later import sent
from tests.running_site import Site
from tests.seen import office

WORDS = "Datteren ringte, og spurte om søknaden var kommet."


def test_the_reason_that_staff_give_is_what_the_owner_reads(
    opened: Open, site: Site, *, by_turns: bool
) -> None:
    case = sent(begin(site.visitor("stille")).complete())
    officer = Officer(opened(scripts=by_turns), "lun")
    officer.enter()
    officer.window.go(office(case))
    found = trouble(officer.window, "why")
    officer.press("Åpne saken")
    found |= trouble(officer.window, "no reason")
    officer.page.get_by_role("radio", name="Noe annet").check()
    officer.press("Åpne saken")
    found |= trouble(officer.window, "no words")
    officer.page.locator("main input[type=text]").fill(WORDS)
    officer.page.get_by_role("radio", name="Nei", exact=True).check()
    officer.press("Åpne saken")
    assert officer.window.path == office(case)
    owner = Citizen(opened(scripts=by_turns), "stille")
    owner.enter()
    owner.window.go(case.path)
    owner.follow("Hvem har sett saken")
    assert f"Har skrevet: «{WORDS}»" in owner.page.locator("main").inner_text()
    found |= trouble(owner.window, "who has seen it")
    assert found == {}
