"""When something is wrong: what it says, where the focus goes, and that everything typed is still there."""

from playwright.sync_api import expect

from tests.e2e.conftest import Open
from tests.e2e.looking import measured, violations
from tests.e2e.opened_at import opened_at
from tests.e2e.walker import ERRORS, SAVE
from tests.e2e.window import PHONE
from tests.running_site import Site

TYPED = "Skrevet etter at jeg ble logget ut."


def test_the_summary_gets_the_focus_and_each_line_leads_to_its_question(
    opened: Open, site: Site, *, scripts: bool
) -> None:
    window = opened(scripts=scripts)
    opened_at(site, window, "contact")
    page = window.page
    page.locator("[name=subject_phone]").fill("12")
    page.locator("[name=subject_email]").fill("ikke en adresse")
    with page.expect_navigation():
        page.locator(SAVE).click()
    expect(page.locator(ERRORS)).to_be_focused()
    assert page.title().startswith("Feil: Del ")
    links = page.locator(f"{ERRORS} a")
    assert links.count() == 3
    for link in links.all():
        target = link.get_attribute("href") or ""
        link.click()
        expect(page.locator(f"input{target}[aria-invalid=true]")).to_be_focused()
        described = page.locator(target).get_attribute("aria-describedby") or ""
        told = [page.locator(f"[id='{one}']").inner_text() for one in described.split()]
        assert link.inner_text() in told
    assert page.locator("[name=subject_phone]").input_value() == "12"
    assert page.locator("[name=subject_email]").input_value() == "ikke en adresse"


def test_somebody_else_s_date_and_number_are_asked_and_checked(
    opened: Open, site: Site, *, by_turns: bool
) -> None:
    window = opened(scripts=by_turns)
    citizen = opened_at(site, window, "role")
    page = window.page
    page.locator("[value=parent]").check()
    with page.expect_navigation():
        page.locator(SAVE).click()
    page.locator("[name=address_protected][value=no]").check()
    with page.expect_navigation():
        page.locator(SAVE).click()
    page.locator("[value=expected_child]").check()
    for part, text in (("day", "31"), ("month", "2"), ("year", "2027")):
        page.locator(f"[name=due_date-{part}]").fill(text)
    with page.expect_navigation():
        page.locator(SAVE).click()
    assert page.locator("[name=due_date-day][aria-invalid=true]").input_value() == "31"
    with window.examined() as examined:
        assert violations(examined) == []
    page.locator("[value=has_number]").check()
    page.locator("[name=subject_national_id]").fill("12345678901")
    with page.expect_navigation():
        page.locator(SAVE).click()
    assert page.locator("[name=subject_national_id][aria-invalid=true]").input_value() == "12345678901"
    assert citizen.draft in page.url


def test_a_log_in_that_ended_keeps_the_text_until_one_is_logged_in_again(
    opened: Open, site: Site, *, scripts: bool
) -> None:
    """Pressed within the first second, before autosave could tell; the log-in goes on in a tab of its own."""
    window = opened(scripts=scripts, width=PHONE)
    window.expected.add(401)
    citizen = opened_at(site, window, "need")
    first, step = window.page, window.path
    window.context.clear_cookies()
    first.locator("[name=need_description]").fill(TYPED)
    with first.expect_navigation():
        first.locator(SAVE).click()
    assert first.locator("main").get_by_text(TYPED).is_visible()
    with window.examined() as page:
        assert violations(page) == []
        assert measured(page, "tooWide()") == []
    with window.context.expect_page() as opening:
        first.get_by_role("link", name="Logg inn i en ny fane").click()
    window.page = opening.value
    citizen.log_in()
    window.page = first
    citizen.press("Gå videre med teksten")
    assert window.path == step
    assert first.locator("[name=need_description]").input_value() == TYPED
    with first.expect_navigation():
        first.locator(SAVE).click()
    assert window.path != step
    window.go(step)
    assert first.locator("[name=need_description]").input_value() == TYPED
