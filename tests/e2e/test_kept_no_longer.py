"""What is kept no longer is told in time, and everybody takes along what is theirs: with axe, and on a phone."""

from tests.aged import age
from tests.draft import begin
from tests.e2e.conftest import Open
from tests.e2e.pages import Citizen
from tests.e2e.test_open_pages import trouble
from tests.integration.wizard.test_archived import DAYS, archived, delivered
from tests.integration.wizard.test_purging import QUIET, TOLD, purged
from tests.later import sent
from tests.running_site import Site


def test_a_draft_is_kept_by_one_press_and_what_is_in_the_archive_is_a_stub(
    opened: Open, site: Site, *, by_turns: bool
) -> None:
    guest = site.visitor("stille")
    lying, stub = begin(guest), delivered(site, sent(begin(guest).complete()))
    archived(site, stub)
    age(site, lying, QUIET)
    age(site, stub, DAYS)
    purged(site)
    owner = Citizen(opened(scripts=by_turns), "stille")
    owner.enter()
    owner.window.go(f"{guest.at}/mine-saker")
    found = trouble(owner.window, "my cases")
    card = owner.page.locator("article", has_text=TOLD)
    card.get_by_role("button", name="Behold utkastet").click()
    assert "Utkastet blir liggende." in owner.page.locator("main").inner_text()
    assert owner.page.locator("article", has_text=TOLD).count() == 0
    owner.window.go(stub.path)
    assert "Det du skrev, er slettet herfra." in owner.page.locator("main").inner_text()
    found |= trouble(owner.window, "the stub")
    owner.window.go(f"{guest.at}/mine-saker")
    owner.follow("Opplysningene dine")
    found |= trouble(owner.window, "own data")
    with owner.page.expect_download() as loading:
        owner.page.get_by_role("link", name="Last ned alt").click()
    assert loading.value.suggested_filename.startswith("veiviser-larvik-")
    assert found == {}
