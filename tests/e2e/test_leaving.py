"""Leaving the site: nothing stays behind in a browser that others may use."""

from tests.e2e.conftest import Open
from tests.e2e.opened_at import opened_at
from tests.e2e.window import LEFT_FOR
from tests.running_site import Site

TEXT = "Ingen skal lese dette etter meg."


IS_FOCUSED = "() => document.activeElement.innerText.trim()"


def test_logging_out_is_confirmed_once(opened: Open, site: Site, *, scripts: bool) -> None:
    citizen = opened_at(site, opened(scripts=scripts), "need")
    citizen.press("English")
    citizen.press("Log out")
    assert citizen.page.evaluate(IS_FOCUSED) == "You are logged out."
    assert citizen.page.url.endswith("/larvik/")
    citizen.page.reload()
    assert citizen.page.get_by_text("You are logged out.").count() == 0


def test_throwing_a_draft_away_is_confirmed_once(opened: Open, site: Site, *, scripts: bool) -> None:
    citizen = opened_at(site, opened(scripts=scripts), "need")
    citizen.window.go(f"{citizen.draft}/slett")
    citizen.press("Slett for godt")
    assert citizen.page.evaluate(IS_FOCUSED) == "Utkastet er slettet."
    assert citizen.page.url.endswith("/larvik/mine-saker")
    citizen.page.reload()
    assert citizen.page.get_by_text("Utkastet er slettet.").count() == 0


def test_going_back_after_logging_out_shows_nothing(opened: Open, site: Site, *, scripts: bool) -> None:
    window = opened(scripts=scripts)
    citizen = opened_at(site, window, "need")
    window.page.locator("[name=need_description]").fill(TEXT)
    citizen.log_out()
    assert window.page.get_by_role("button", name="Logg ut").count() == 0
    window.page.go_back()
    assert TEXT not in window.page.content()
    assert window.path.endswith("/logg-inn")
    assert citizen.draft not in window.page.content()


def test_the_quick_exit_ends_the_session_and_leads_away(opened: Open, site: Site, *, scripts: bool) -> None:
    window = opened(scripts=scripts)
    citizen = opened_at(site, window, "need")
    window.page.locator("[name=need_description]").fill(TEXT)
    with window.page.expect_request(LEFT_FOR) as leaving:
        window.page.get_by_role("button", name="Forlat siden raskt").click()
    assert "referer" not in leaving.value.headers
    window.go(f"{citizen.draft}/steg/need")
    assert window.path.endswith("/logg-inn")


def test_only_the_session_s_cookie_is_set_and_no_script_can_read_it(opened: Open, site: Site) -> None:
    window = opened()
    opened_at(site, window, "need")
    cookies = window.context.cookies()
    assert [(one["name"], one["httpOnly"], one["sameSite"], one["expires"]) for one in cookies] == [
        ("veiviser", True, "Lax", -1)
    ]
