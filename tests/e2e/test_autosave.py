"""What is typed is kept while it is typed, and never sent twice."""

import re
import time

import pytest
from playwright.sync_api import Route, expect

from tests.e2e.conftest import Open
from tests.e2e.opened_at import opened_at
from tests.e2e.walker import SAVE
from tests.running_site import Site

SAID = re.compile(r"^\s*Lagret [0-2]\d\.[0-5]\d\s*$")
TEXT = "Jeg trenger hjelp til dusj og mat."


def test_it_says_when_it_saved_and_the_text_is_there_when_one_comes_back(opened: Open, site: Site) -> None:
    window = opened()
    citizen = opened_at(site, window, "need")
    window.page.locator("[name=need_description]").fill(TEXT)
    expect(window.page.locator("#lagret")).to_have_text(SAID)
    window.context.close()

    later = opened()
    citizen.window = later
    citizen.enter()
    citizen.go_on()
    assert later.path.endswith("/steg/need")
    assert later.page.locator("[name=need_description]").input_value() == TEXT
    assert later.page.get_by_text("Vi har tatt vare på det du skrev sist").is_visible()


def test_the_place_that_speaks_stays_the_same_and_the_focus_where_it_was(opened: Open, site: Site) -> None:
    window = opened()
    opened_at(site, window, "need")
    page = window.page
    page.evaluate("() => { window.before = document.getElementById('lagret'); }")
    page.locator("[name=need_description]").fill(TEXT)
    expect(page.locator("#lagret[role=status]")).to_have_text(SAID)
    assert page.evaluate(
        "() => window.before === document.getElementById('lagret') && window.before.isConnected"
    )
    assert page.evaluate("() => document.activeElement.name") == "need_description"


def test_a_save_that_did_not_get_through_says_so_and_the_next_one_does(opened: Open, site: Site) -> None:
    window = opened()
    opened_at(site, window, "need")
    page = window.page
    window.context.set_offline(True)
    page.locator("[name=need_description]").fill(TEXT)
    expect(page.locator("#lagret")).to_contain_text("Ikke lagret ennå")
    window.context.set_offline(False)
    assert all("ERR_INTERNET_DISCONNECTED" in one or "Failed to fetch" in one for one in window.trouble)
    window.trouble.clear()
    page.locator("[name=need_description]").fill(f"{TEXT} Hver dag.")
    expect(page.locator("#lagret")).to_have_text(SAID)


@pytest.mark.parametrize("soon", [True, False], ids=["at once", "after a save that failed"])
def test_a_press_without_a_network_keeps_the_page_and_the_next_one_goes_on(
    opened: Open, site: Site, *, soon: bool
) -> None:
    window = opened()
    opened_at(site, window, "need")
    page, step = window.page, window.path
    window.context.set_offline(True)
    page.locator("[name=need_description]").fill(TEXT)
    if not soon:
        expect(page.locator("#lagret")).to_contain_text("Ikke lagret ennå")
    page.locator(SAVE).click()
    expect(page.locator("#lagret")).to_contain_text("Ikke lagret ennå")
    expect(page.locator("#lagret")).to_be_in_viewport()
    assert page.url.endswith(step)
    assert page.locator("[name=need_description]").input_value() == TEXT
    window.context.set_offline(False)
    window.trouble.clear()
    with page.expect_navigation():
        page.locator(SAVE).click()
    assert window.path != step
    window.go(step)
    assert page.locator("[name=need_description]").input_value() == TEXT


def test_a_draft_deleted_in_another_tab_is_told_and_the_text_can_be_copied(opened: Open, site: Site) -> None:
    window = opened()
    window.expected.add(404)
    citizen = opened_at(site, window, "need")
    page, step = window.page, window.path
    assert site.visitor("stille").post(f"{citizen.draft}/slett").status_code == 303
    page.locator("[name=need_description]").fill(TEXT)
    expect(page.locator("#lagret")).to_contain_text("Utkastet er slettet")
    with page.expect_response("**/autolagring"):
        page.locator(SAVE).click()
    expect(page.locator("#lagret")).to_contain_text("Utkastet er slettet")
    assert window.path == step
    assert page.locator("[name=need_description]").input_value() == TEXT


def test_a_step_is_sent_once_however_autosave_and_the_button_meet(opened: Open, site: Site) -> None:
    window = opened()
    opened_at(site, window, "need")
    page, sent = window.page, list[str]()

    def slowly(route: Route) -> None:
        if route.request.method == "POST":
            sent.append(route.request.url)
            time.sleep(2)  # long enough for the autosave's own second to pass
        route.continue_()

    page.route("**/steg/need", slowly)
    page.locator("[name=need_description]").fill(TEXT)
    with page.expect_navigation():
        page.locator(SAVE).click()
    assert len(sent) == 1
    assert not window.path.endswith("/steg/need")
