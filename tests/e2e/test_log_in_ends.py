"""Two minutes before a log-in ends the page says so, one press makes it last, and nothing that is typed is lost."""

from datetime import timedelta
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Route, expect
from sqlalchemy import update

from tests.e2e.conftest import Open
from tests.e2e.looking import STANDS_STILL, measured, violations
from tests.e2e.opened_at import opened_at
from tests.e2e.window import PHONE, Window
from tests.running_site import Site
from wizard.models import LoginSession

TEXT = "Skrevet rett før jeg ble logget ut."
FIELD = "[name=need_description]"
STAY = "Fortsett å være logget inn"
NEARLY, AFTERWARDS = timedelta(minutes=28, seconds=30), timedelta(minutes=31)
SEVEN_HOURS_58 = timedelta(hours=7, minutes=57, seconds=50)


def aged(site: Site, **columns: timedelta) -> None:
    """Every log-in began, or was last used, so long ago."""
    with site.tools() as tools, tools.store.write() as db:
        db.execute(update(LoginSession).values({name: tools.clock() - ago for name, ago in columns.items()}))


def look_again(window: Window) -> None:
    """As when somebody comes back to the tab."""
    window.page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")


def warning(window: Window) -> Locator:
    return window.page.get_by_role("alertdialog")


def test_one_press_makes_it_last_as_often_as_one_likes(opened: Open, site: Site) -> None:
    window = opened(width=PHONE)
    opened_at(site, window, "need")
    for time in range(4):
        aged(site, seen_at=NEARLY)
        look_again(window)
        expect(warning(window)).to_have_accessible_name("Du blir snart logget ut")
        expect(warning(window)).to_contain_text("Om mindre enn to minutter logger vi deg ut.")
        expect(warning(window).get_by_role("button", name=STAY)).to_be_focused()
        if time == 0:
            with window.examined() as page:
                page.evaluate(STANDS_STILL)
                assert violations(page) == []
                assert measured(page, "tooWide()") == []
        window.page.get_by_role("button", name=STAY).click()
        expect(warning(window)).to_be_hidden()
    assert window.page.request.get("/tid-igjen").json()["seconds"] > 29 * 60


def test_the_end_comes_by_the_clock_and_what_is_typed_is_saved_after_a_new_log_in(
    opened: Open, site: Site
) -> None:
    window = opened()
    window.page.clock.install()
    citizen = opened_at(site, window, "need")
    first, step = window.page, window.path
    first.locator(FIELD).fill("Begynt på.")
    first.clock.fast_forward("00:10")
    expect(first.locator("#lagret")).to_contain_text("Lagret")
    aged(site, seen_at=NEARLY)
    first.clock.fast_forward("28:05")
    expect(warning(window)).to_contain_text("Om mindre enn to minutter")
    aged(site, seen_at=AFTERWARDS)
    first.clock.fast_forward("02:00")
    expect(warning(window)).to_have_accessible_name("Du er logget ut")
    with window.examined() as page:
        page.evaluate(STANDS_STILL)
        assert violations(page) == []
    with window.context.expect_page() as opening:
        first.get_by_role("link", name="Logg inn i en ny fane").click()
    window.page = opening.value
    citizen.log_in()
    window.page = first
    look_again(window)
    expect(warning(window)).to_be_hidden()
    window.expected.add(401)
    first.locator(FIELD).fill(TEXT)
    with first.expect_navigation():
        first.get_by_role("button", name="Lagre og fortsett").last.click()
    assert first.locator(FIELD).input_value() == TEXT
    with first.expect_navigation():
        first.get_by_role("button", name="Lagre og fortsett").last.click()
    window.go(step)
    assert first.locator(FIELD).input_value() == TEXT


def test_whoever_types_when_it_is_over_hears_it_at_once_and_keeps_the_text(opened: Open, site: Site) -> None:
    window = opened()
    opened_at(site, window, "need")
    aged(site, seen_at=AFTERWARDS)
    window.expected.add(401)
    window.page.locator(FIELD).fill(TEXT)
    expect(warning(window)).to_have_accessible_name("Du er logget ut")
    expect(warning(window).get_by_role("link", name="Logg inn i en ny fane")).to_be_visible()
    window.page.get_by_role("button", name="Lukk", exact=True).click()
    expect(window.page.locator("#lagret")).to_contain_text("Teksten din står her ennå. Logg inn i en ny fane")
    assert window.page.locator(FIELD).input_value() == TEXT


def test_where_nothing_is_typed_the_page_goes_and_comes_back_after_the_log_in(
    opened: Open, site: Site
) -> None:
    window = opened(width=PHONE)
    citizen = opened_at(site, window, "need")
    step = window.path
    aged(site, seen_at=AFTERWARDS)
    look_again(window)
    expect(window.page.get_by_text("Du er logget ut. Logg inn hvis du vil fortsette.")).to_be_visible()
    expect(window.page.get_by_role("heading", level=1)).to_have_text("Logg inn")
    assert window.page.locator(".who").count() == 0, "no name stands in the header"
    citizen.log_in()
    assert window.path == step


def test_the_end_that_nothing_delays_is_told_too(opened: Open, site: Site) -> None:
    window = opened()
    opened_at(site, window, "need")
    aged(site, started_at=SEVEN_HOURS_58 + timedelta(seconds=30))
    look_again(window)
    expect(warning(window)).to_contain_text("Du har vært logget inn så lenge som det går an.")
    assert window.page.get_by_role("button", name=STAY).count() == 0
    window.page.get_by_role("button", name="Lukk, så jeg får lagret").click()
    expect(warning(window)).to_be_hidden()
    look_again(window)
    window.page.wait_for_timeout(300)
    expect(warning(window)).to_be_hidden()


def test_without_scripts_the_page_itself_says_so_and_keeps_what_is_typed(opened: Open, site: Site) -> None:
    window = opened(scripts=False, width=PHONE)
    citizen = opened_at(site, window, "need")
    box = window.page.get_by_role("alert")
    assert box.count() == 0, "a reader's ear does not find it before"
    sheets = list[str]()
    window.page.route("**/varsel/*.css*", lambda route: at_once(route, sheets))
    window.page.locator(FIELD).fill(TEXT)
    citizen.press("Nynorsk")
    citizen.press("Bokmål")
    expect(box).to_contain_text("Du blir snart logget ut")
    with window.examined() as page:
        assert measured(page, "tooWide()") == []
        assert violations(page) == []
    citizen.press(STAY)
    assert window.path.endswith("/need")
    assert window.page.locator(FIELD).input_value() == TEXT
    assert set(sheets) == {"/varsel/1620.css"}, (
        "half an hour, but for two minutes and the one that may not be noted"
    )


def at_once(route: Route, sheets: list[str]) -> None:
    """What would be shown in 28 minutes is shown now."""
    path = urlsplit(route.request.url).path
    sheets.append(path)
    route.continue_(url=route.request.url.replace(path, "/varsel/0.css"))


def test_without_scripts_the_last_end_is_told_too(opened: Open, site: Site) -> None:
    window = opened(scripts=False)
    opened_at(site, window, "need")
    aged(site, started_at=SEVEN_HOURS_58)
    window.page.reload()
    box = window.page.get_by_role("alert")
    expect(box).to_contain_text("Du har vært logget inn så lenge som det går an.")
    assert box.get_by_role("button").count() == box.get_by_role("link").count() == 0


def test_without_scripts_where_nothing_is_typed_the_page_opens_once_more(opened: Open, site: Site) -> None:
    window = opened(scripts=False)
    citizen = opened_at(site, window, "need")
    window.context.route("**/varsel/*.css*", lambda route: at_once(route, []))
    window.go("/larvik/mine-saker")
    with window.context.expect_page() as opening:
        window.page.get_by_role("alert").get_by_role("link", name="Fortsett i en ny fane").click()
    assert opening.value.url == window.page.url
    assert citizen.page.get_by_role("alert").is_visible()
