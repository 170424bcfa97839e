"""Leaving the site: nothing stays behind in a browser that others may use."""

from playwright.sync_api import expect

from tests.e2e.conftest import Open
from tests.e2e.opened_at import opened_at
from tests.e2e.pages import Citizen
from tests.e2e.window import LEFT_FOR
from tests.running_site import Site

PAGES_ON_THE_WAY = 4
"""That are opened by a link or a button, from the municipality's front page to the first step."""
TEXT = "Ingen skal lese dette etter meg."


def test_logging_out_is_confirmed_once(opened: Open, site: Site, *, by_turns: bool) -> None:
    citizen = opened_at(site, opened(scripts=by_turns), "need")
    citizen.press("English")
    citizen.press("Log out")
    expect(citizen.page.locator(":focus")).to_have_text("You are logged out.")
    assert citizen.page.url.endswith("/larvik/")
    citizen.page.reload()
    assert citizen.page.get_by_text("You are logged out.").count() == 0


def test_throwing_a_draft_away_is_confirmed_once(opened: Open, site: Site, *, by_turns: bool) -> None:
    citizen = opened_at(site, opened(scripts=by_turns), "need")
    citizen.window.go(f"{citizen.draft}/slett")
    citizen.press("Slett for godt")
    expect(citizen.page.locator(":focus")).to_have_text("Utkastet er slettet.")
    assert citizen.page.url.endswith("/larvik/mine-saker")
    citizen.page.reload()
    assert citizen.page.get_by_text("Utkastet er slettet.").count() == 0


def test_going_back_after_logging_out_shows_nothing_without_scripts_either(opened: Open, site: Site) -> None:
    window = opened(scripts=False)
    citizen = opened_at(site, window, "need")
    window.page.locator("[name=need_description]").fill(TEXT)
    citizen.log_out()
    assert window.page.get_by_role("button", name="Logg ut").count() == 0
    window.page.go_back()
    assert TEXT not in window.page.content()
    assert window.path.endswith("/logg-inn")
    assert citizen.draft not in window.page.content()


def test_a_057_after_the_log_out_nothing_of_anybody_is_left(opened: Open, site: Site) -> None:
    """Five steps back, the tab opened again, and whatever a browser could have stored."""
    window = opened()
    window.expected.add(401)
    citizen = opened_at(site, window, "need")
    for end in ("/steg/you", "/steg/contact", "/steg/need"):
        window.go(citizen.draft + end)
    window.page.locator("[name=need_description]").fill(TEXT)
    with window.page.expect_response("**/logg-ut") as out:
        citizen.log_out()
    assert out.value.header_value("clear-site-data") == '"cache", "storage"'
    for _ in range(5):
        window.page.go_back()
        shown = window.page.content()
        assert "Bjørkeveien" not in shown
        assert TEXT not in shown
    again = window.tab()
    again.goto(f"{citizen.draft}/steg/need")
    assert again.url.endswith("/logg-inn")
    window.page = again
    assert window.kept() == "[{},{},[],[],0]"


def test_the_quick_exit_ends_the_session_and_leads_away(opened: Open, site: Site, *, scripts: bool) -> None:
    window = opened(scripts=scripts)
    window.may_leave()
    citizen = opened_at(site, window, "need")
    window.page.locator("[name=need_description]").fill(TEXT)
    with window.page.expect_request(LEFT_FOR) as leaving:
        window.page.get_by_role("button", name="Forlat siden raskt").click()
    assert "referer" not in leaving.value.headers
    expect(window.page).to_have_url(LEFT_FOR)
    for _ in range(50):  # with scripts nobody waits for the answer that ends the log-in
        window.go(f"{citizen.draft}/steg/need")
        if window.path.endswith("/logg-inn"):
            break
    assert window.path.endswith("/logg-inn")


def test_going_back_after_the_quick_exit_shows_nothing_of_the_service(
    opened: Open, site: Site, *, scripts: bool
) -> None:
    window = opened(scripts=scripts)
    window.may_leave()
    page, citizen = window.page, Citizen(window, "stille")
    window.go("/")
    citizen.follow("Larvik")
    citizen.follow("Søk om koordinator eller individuell plan")
    citizen.press("Logg inn og start")
    citizen.log_in()
    if "/skjema/" in window.path:  # another test has left a draft
        citizen.press("Begynn på nytt")
    page.get_by_role("button", name="Forlat siden raskt").click()
    expect(page).to_have_url(LEFT_FOR, timeout=30_000)
    shown = list[str]()
    page.on("response", lambda answer: shown.append(answer.url) if answer.status == 200 else None)
    for _ in range(PAGES_ON_THE_WAY - scripts):  # with scripts the step itself is out of the history
        page.go_back()
        expect(page).to_have_url(LEFT_FOR, timeout=30_000)
    away = (LEFT_FOR, f"{site.url}/borte", f"{site.url}/static/")
    assert [address for address in shown if not address.startswith(away)] == []
    page.go_back()
    if scripts:  # the browser says that the address was typed, so only a script can tell
        expect(page).to_have_url(LEFT_FOR, timeout=30_000)


def test_whoever_left_and_comes_again_on_purpose_is_let_in(opened: Open, site: Site) -> None:
    window = opened()
    window.may_leave()
    citizen = opened_at(site, window, "need")
    with window.page.expect_request(LEFT_FOR):
        window.page.get_by_role("button", name="Forlat siden raskt").click()
    expect(window.page).to_have_url(LEFT_FOR)
    window.go("/larvik/")
    citizen.follow("Logg inn")
    citizen.log_in()
    window.go(f"{citizen.draft}/steg/need")
    window.page.go_back()
    assert window.path.endswith("/mine-saker")


def test_only_the_session_s_cookie_is_set_and_no_script_can_read_it(opened: Open) -> None:
    window = opened()
    Citizen(window, "stille").enter_by_page()
    cookies = window.context.cookies()
    assert [(one["name"], one["httpOnly"], one["sameSite"], one["expires"]) for one in cookies] == [
        ("veiviser", True, "Lax", -1)
    ]
