"""The last page: the button says what it does, whichever way of signing is chosen."""

from playwright.sync_api import expect

from tests.draft import begin
from tests.e2e.conftest import Open
from tests.e2e.pages import Citizen
from tests.running_site import Site


def test_the_button_promises_a_signature_only_where_it_gives_one(
    opened: Open, site: Site, *, scripts: bool
) -> None:
    draft = begin(site.visitor("stille")).complete()
    citizen = Citizen(opened(scripts=scripts), "stille")
    citizen.enter()
    citizen.window.go(f"{draft.path}/send")
    page = citizen.page
    button = page.locator("main form .go button")
    expect(button).to_have_accessible_name("Skriv under og send")
    page.locator("[name=sign_method][value=paper]").check()
    expect(button).to_have_accessible_name("Send uten underskrift – jeg skriver under på papir")
    for name in ("info_read", "declaration"):
        page.locator(f"[name={name}]").check()
    with page.expect_navigation():
        button.click()
    assert page.get_by_text("Underskriften på papir mangler ennå.").is_visible()
    assert page.get_by_role("heading", name="Husk underskriften").is_visible()
