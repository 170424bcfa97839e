"""The browser's own buttons, Back, reload and Stop: no page asks to send a form once more, and no button stays dead."""

import time

from playwright.sync_api import Page, Route, expect

from tests.draft import Draft
from tests.e2e.conftest import Open
from tests.e2e.opened_at import opened_at
from tests.e2e.test_two_tabs import save_in
from tests.e2e.walker import ERRORS, SAVE
from tests.e2e.window import PHONE as PHONE_WIDTH
from tests.running_site import Site

PHONE, WRONG, MAIL = "91 23 45 67", "12", "stille@eksempel.no"

SOON = 6
"""Seconds: long before a button is let go that got no answer at all."""


def save(page: Page) -> None:
    with page.expect_navigation():
        page.locator(SAVE).click()


def test_after_a_change_the_review_goes_on_where_it_was_changed(
    opened: Open, site: Site, *, by_turns: bool
) -> None:
    window = opened(scripts=by_turns, width=PHONE_WIDTH)
    citizen = opened_at(site, window, "role")
    draft = Draft(site.visitor("stille"), citizen.draft).complete()
    window.go(f"{draft.path}/se-over")
    section = window.page.locator("#steg-relatives")
    with window.page.expect_navigation():
        section.get_by_role("link", name="Endre").click()
    save(window.page)
    assert window.path == f"{draft.path}/se-over"
    expect(section).to_be_focused()
    expect(section).to_be_in_viewport()


def test_going_back_past_a_page_with_errors_shows_what_was_saved(opened: Open, site: Site) -> None:
    window = opened()
    opened_at(site, window, "contact")
    page, step = window.page, window.path
    page.locator("[name=subject_phone]").fill(WRONG)
    save(page)
    assert page.locator(ERRORS).is_visible()
    page.locator("[name=subject_address-street]").fill("Bjørkeveien 4")
    page.locator("[name=subject_address-postcode]").fill("3256")
    page.locator("[name=subject_address-city]").fill("LARVIK")
    page.locator("[name=subject_phone]").fill(PHONE)
    save(page)
    assert window.path != step
    for _ in range(2):
        page.go_back()
        assert window.path == step
        assert page.locator("[name=subject_phone]").input_value() == PHONE
        assert page.locator(ERRORS).count() == 0


def test_a_page_with_errors_can_be_loaded_again_and_keeps_what_was_typed(opened: Open, site: Site) -> None:
    window = opened()
    opened_at(site, window, "contact")
    page = window.page
    page.locator("[name=subject_phone]").fill(WRONG)
    page.locator("[name=subject_email]").fill(MAIL)
    with page.expect_response("**/autolagring"):
        page.locator(SAVE).click()
    expect(page.locator("#lagret")).to_contain_text("Lagret")
    with page.expect_request(lambda asked: asked.is_navigation_request()) as asked:
        page.reload()
    assert asked.value.method == "GET"
    assert page.locator("[name=subject_phone]").input_value() == WRONG
    assert page.locator("[name=subject_email]").input_value() == MAIL


def test_going_back_past_a_conflict_shows_what_was_chosen(opened: Open, site: Site) -> None:
    window = opened()
    citizen = opened_at(site, window, "gp")
    first, step = window.page, window.page.url
    window.page = window.tab()
    window.page.goto(step)
    save_in(first, "Den første.")
    save_in(window.page, "Den andre.")
    citizen.press("Behold det jeg skrev nå")
    for _ in range(2):
        window.page.go_back()
        assert window.page.url == step
        assert window.page.locator("[name=gp]").input_value() == "Den andre."


def test_a_button_works_again_after_the_browser_s_stop(opened: Open, site: Site) -> None:
    window = opened()
    opened_at(site, window, "gp")
    page, came = window.page, list[str]()

    def first_is_held(route: Route) -> None:
        if route.request.method == "POST":
            came.append(route.request.url)
        if len(came) != 1:
            route.continue_()

    page.route("**/steg/gp", first_is_held)
    page.locator("[name=gp]").fill("Fastlegen.")
    page.locator(SAVE).click(no_wait_after=True)
    page.wait_for_timeout(300)
    window.context.new_cdp_session(page).send("Page.stopLoading")
    begun = time.monotonic()
    save(page)
    assert time.monotonic() - begun < SOON
    assert len(came) == 2
    assert not window.path.endswith("/gp")
