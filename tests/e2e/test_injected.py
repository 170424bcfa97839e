"""Attacks A-019 to A-023 and A-026 to A-028 in front of a browser: what would be asked for, and what one sees."""

import re
from itertools import chain
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Route, expect

from tests.draft import begin, told
from tests.e2e.conftest import Open
from tests.e2e.looking import HOUSE
from tests.e2e.opened_at import opened_at
from tests.e2e.pages import Citizen, Officer
from tests.e2e.walker import SAVE
from tests.integration.attacks.test_markup import IMAGE, everywhere
from tests.running_site import Site
from tests.seen import office

TOO_OFTEN = '<span class="conflict">Ikke lagret ennå. Vent litt, så lagrer vi igjen.</span>'
TEXT = "Jeg trenger hjelp til dusj og mat."
ALL_LINKS = "() => [...document.links].map(one => one.protocol)"


def test_a_019_a_020_a_023_nothing_that_was_written_asks_for_anything(opened: Open, site: Site) -> None:
    """On the owner's pages and the office's: what a page loads or leads to is ours."""
    draft = begin(site.visitor("stille"))
    draft.complete(told(**everywhere()))
    citizen, asked = Citizen(opened(), "stille"), list[str]()
    citizen.window.context.on("request", lambda one: asked.append(f"{one.method} {urlsplit(one.url).path}"))
    citizen.enter()
    for slug in everywhere():
        citizen.window.go(draft.step(slug))
    citizen.window.go(f"{draft.path}/se-over")
    assert citizen.page.get_by_text(IMAGE).first.is_visible()
    assert set(citizen.page.evaluate(ALL_LINKS)) <= {"http:", "https:", "tel:", "mailto:"}
    assert draft.send().status_code == 303
    officer = Officer(opened(), "lun")
    officer.window.context.on("request", lambda one: asked.append(f"{one.method} {urlsplit(one.url).path}"))
    officer.enter()
    officer.window.go(office(draft))
    officer.say_why()
    assert officer.page.get_by_text(IMAGE).first.is_visible()
    foreign = [one for one in asked if re.search("/admin|/soknad|/x$|logg-ut", one)]
    assert foreign == []
    posted = [one for one in asked if one.startswith("POST")]
    assert posted == [f"POST {office(draft)}/grunn"]


def test_a_026_back_leads_to_a_whole_page(opened: Open, site: Site) -> None:
    """After a part of it was asked for: neither that part nor a page from the browser's own store comes back."""
    window = opened()
    citizen = opened_at(site, window, "need")
    step = window.path
    with window.page.expect_response("**/autolagring") as saved:
        window.page.locator("[name=need_description]").fill(TEXT)
    assert "HX-Request" in saved.value.headers["vary"]
    citizen.follow("Personvern")
    with window.page.expect_response(lambda one: one.url.endswith(step)) as again:
        window.page.go_back()
    assert again.value.status == 200
    assert window.page.locator("main h1").is_visible()
    assert window.page.locator("header.top").is_visible()
    assert window.page.locator("[name=need_description]").input_value() == TEXT


def test_a_027_what_is_typed_stands_in_no_address(opened: Open, site: Site) -> None:
    """By GET and DELETE htmx puts the fields there: no part of a form uses them."""
    sources = [one.read_text(encoding="utf-8") for one in (HOUSE / "templates").rglob("*.html")]
    assert not any(re.search("hx-(delete|put|patch)", one) for one in sources)
    window, asked = opened(), list[str]()
    window.context.on("request", lambda one: asked.append(one.url))
    citizen = opened_at(site, window, "relatives")
    page = window.page
    for button in ("add", "remove"):
        with page.expect_navigation():
            page.locator(f"[name=_rows][value^='relatives:{button}']").first.click()
        if button == "add":
            with page.expect_response("**/autolagring"):
                page.locator("[name=relatives-0-name]").fill(TEXT)
    citizen.press("English")
    citizen.press("Log out")
    queries = chain.from_iterable(urlsplit(one).query.split("&") for one in asked)
    assert {one.partition("=")[0] for one in queries} <= {"", "v"}


@pytest.mark.parametrize("code", [422, 429, 500])
def test_a_028_a_save_that_is_refused_is_told_and_the_next_one_goes_on(
    opened: Open, site: Site, code: int
) -> None:
    """The place that speaks says so, whoever types is not torn out of the sentence, and nothing is lost."""
    window = opened()
    window.expected.add(code)
    opened_at(site, window, "need")
    page, refused = window.page, list[str]()

    def first(route: Route) -> None:
        if refused:
            return route.continue_()
        refused.append(route.request.url)
        body = TOO_OFTEN if code == 429 else "<!DOCTYPE html><h1>Feil</h1>"
        return route.fulfill(status=code, body=body, content_type="text/html")

    page.route("**/autolagring", first)
    page.locator("[name=need_description]").fill(TEXT)
    expect(page.locator("#lagret[role=status]")).to_contain_text("Ikke lagret ennå")
    assert page.locator("#lagret h1").count() == 0
    assert page.evaluate("() => document.activeElement.name") == "need_description"
    with page.expect_navigation():
        page.locator(SAVE).click()
    assert not window.path.endswith("/need")


def test_a_028_what_came_too_often_is_sent_once_more_by_itself(opened: Open, site: Site) -> None:
    window = opened()
    window.expected.add(429)
    window.page.clock.install()
    opened_at(site, window, "need")
    page, refused = window.page, list[str]()

    def first(route: Route) -> None:
        if refused:
            return route.continue_()
        refused.append(route.request.url)
        return route.fulfill(status=429, body=TOO_OFTEN, content_type="text/html")

    page.route("**/autolagring", first)
    page.locator("[name=need_description]").fill(TEXT)
    page.clock.run_for(2000)
    expect(page.locator("#lagret")).to_contain_text("Vent litt, så lagrer vi igjen.")
    page.clock.run_for(20_000)
    expect(page.locator("#lagret")).to_contain_text(re.compile(r"Lagret \d"))
