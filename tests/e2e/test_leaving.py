"""Leaving the site: nothing stays behind in a browser that others may use."""

from tests.e2e.conftest import Open
from tests.e2e.opened_at import opened_at
from tests.e2e.window import LEFT_FOR
from tests.running_site import Site

TEXT = "Ingen skal lese dette etter meg."


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
