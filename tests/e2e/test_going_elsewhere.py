"""What was typed a moment ago is kept, whichever way the page is left."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.conftest import Open
from tests.e2e.opened_at import opened_at
from tests.e2e.pages import Citizen
from tests.e2e.window import LEFT_FOR, Window
from tests.running_site import Site

TEXT = "Skrevet rett før siden ble forlatt."
FIELD = "[name=need_description]"


def log_out_and_in(citizen: Citizen) -> None:
    citizen.log_out()
    citizen.enter()


def to_the_front_page(citizen: Citizen) -> None:
    with citizen.page.expect_navigation():
        citizen.page.locator("a.home").click()


WAYS: dict[str, Callable[[Citizen], None]] = {
    "another language": lambda citizen: citizen.press("Nynorsk"),
    "the step before": lambda citizen: citizen.follow("Tilbake"),
    "the front page": to_the_front_page,
    "a log-out": log_out_and_in,
}


@pytest.mark.parametrize("way", WAYS)
def test_what_was_typed_is_kept_on_the_way_to(opened: Open, site: Site, way: str) -> None:
    window = opened()
    citizen = opened_at(site, window, "need")
    step = window.path
    window.page.locator(FIELD).fill(TEXT)
    WAYS[way](citizen)
    window.go(step)
    assert window.page.locator(FIELD).input_value() == TEXT


def kept(page: Page, step: str) -> bool:
    """Whether the text is on the step, seen anew: nobody can wait for the answer that a page left behind."""
    for _ in range(20):
        page.goto(step)
        if page.locator(FIELD).input_value() == TEXT:
            return True
        page.wait_for_timeout(100)
    return False


def cookies(window: Window) -> list[str]:
    return [cookie.get("value", "") for cookie in window.context.cookies()]


def wait_for_log_out(window: Window, before: list[str]) -> None:
    """The log-in ends behind the page that is left: its answer takes the cookie of whoever logs in before it comes."""
    for _ in range(200):
        if cookies(window) != before:
            return
        window.page.wait_for_timeout(100)
    pytest.fail("the log-in went on")


def test_what_was_typed_is_kept_when_the_tab_is_closed(opened: Open, site: Site) -> None:
    window = opened()
    opened_at(site, window, "need")
    other, step = window.tab(), window.path
    window.page.locator(FIELD).fill(TEXT)
    window.page.close(run_before_unload=True)
    assert kept(other, step)


def test_what_was_typed_is_kept_by_the_browser_s_own_back(opened: Open, site: Site) -> None:
    window = opened()
    window.go("/larvik/")
    opened_at(site, window, "need")
    step = window.path
    window.page.locator(FIELD).fill(TEXT)
    window.page.go_back()
    assert kept(window.page, step)


def test_what_was_typed_is_kept_by_the_quick_exit_too(opened: Open, site: Site) -> None:
    window = opened()
    window.may_leave()
    citizen = opened_at(site, window, "need")
    step = window.path
    window.page.locator(FIELD).fill(TEXT)
    before = cookies(window)
    with window.page.expect_request(LEFT_FOR):
        window.page.get_by_role("button", name="Forlat siden raskt").click()
    expect(window.page).to_have_url(LEFT_FOR)
    wait_for_log_out(window, before)
    citizen.enter()
    assert kept(window.page, step)


def test_where_nothing_can_be_kept_it_is_said_and_the_second_press_goes(opened: Open, site: Site) -> None:
    window = opened()
    citizen = opened_at(site, window, "need")
    page, step = window.page, window.path
    window.expected.add(503)
    page.route("**/autolagring", lambda route: route.fulfill(status=503, body=""))
    page.locator(FIELD).fill(TEXT)
    page.get_by_role("link", name="Mine saker").first.click()
    expect(page.locator("#lagret")).to_contain_text("Ikke lagret ennå")
    expect(page.locator("#lagret")).to_be_in_viewport()
    assert window.path == step
    assert page.locator(FIELD).input_value() == TEXT
    citizen.follow("Mine saker")
    assert window.path.endswith("/mine-saker")


def test_a_save_under_way_is_waited_for_and_what_came_after_it_is_sent(opened: Open, site: Site) -> None:
    window = opened()
    citizen = opened_at(site, window, "need")
    page, step, sent = window.page, window.path, list[str]()

    def slowly(route: Route) -> None:
        sent.append(route.request.post_data or "")
        page.wait_for_timeout(500)
        route.continue_()

    page.route("**/autolagring", slowly)
    with page.expect_request("**/autolagring"):
        page.locator(FIELD).fill("Først")
    page.locator(FIELD).fill(TEXT)
    citizen.follow("Tilbake")
    window.go(step)
    assert page.locator(FIELD).input_value() == TEXT
    assert len(sent) == 2
