"""There and back in a real browser: its rules for forms, cookies and redirects are not ours to assume."""

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from joserfc import jwt
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.chromium import chromium
from tests.e2e.soundness import sound
from tests.e2e.window import PHONE, Window
from tests.integration.oidc.openid_provider import HIGH
from tests.integration.oidc.real_site import NUMBERS, Employee, RealSite, shared_mark
from tests.integration.oidc.test_confirming import long_ago
from wizard.elsewhere import behind
from wizard.models import LoginSession


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(params=[True, False], ids=["scripts-on", "scripts-off"])
def scripts(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def context(browser: Browser, real_site: RealSite, *, scripts: bool) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=real_site.url, locale="nb-NO", java_script_enabled=scripts)
    context.set_default_timeout(20_000)
    yield context
    context.close()


def log_in(page: Page, who: str) -> None:
    """From the site's log-in page to the provider, and back; says what one is called where that is asked."""
    page.get_by_role("button", name="Logg inn med ID-porten").click()
    page.get_by_label("pid").fill(NUMBERS[who])
    page.get_by_label("acr").fill(HIGH)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/larvik/**")
    if page.url.endswith("/navn"):
        page.get_by_label("Hva heter du?").fill("Var Fjellheim")
        page.get_by_role("button", name="Gå videre").click()


def test_there_and_back_and_out(context: BrowserContext, real_site: RealSite, *, scripts: bool) -> None:
    page = context.new_page()
    troubles: list[str] = []
    page.on("console", lambda one: troubles.append(one.text) if one.type == "error" else None)
    page.goto("/larvik/mine-saker")
    log_in(page, "var")
    expect(page.get_by_role("button", name="Logg ut")).to_be_visible()
    assert page.url == f"{real_site.url}/larvik/mine-saker"
    with page.expect_request(f"{real_site.provider.issuer}/session/end") as leaving:
        page.get_by_role("button", name="Logg ut").click()
        if not scripts:
            page.get_by_role("button", name="Logg ut av ID-porten").click()
    assert leaving.value.method == "POST"
    assert [one for one in troubles if "Content Security Policy" in one] == []
    other = context.new_page()
    other.goto("/larvik/mine-saker")
    assert other.url.startswith(f"{real_site.url}/larvik/logg-inn")


def test_a_058_ending_a_turn_on_a_shared_screen_leaves_the_provider_too(
    context: BrowserContext, real_site: RealSite, *, scripts: bool
) -> None:
    context.add_cookies([{"name": "veiviser-skjerm", "value": shared_mark(real_site), "url": real_site.url}])
    page = context.new_page()
    page.goto("/larvik/logg-inn")
    log_in(page, "var")
    with page.expect_request(f"{real_site.provider.issuer}/session/end") as leaving:
        page.get_by_role("button", name="Avslutt").click()
        if not scripts:
            page.get_by_role("button", name="Logg ut av ID-porten").click()
    assert leaving.value.method == "POST"
    assert "veiviser-skjerm" in {one["name"] for one in context.cookies()}


def test_a_code_from_a_picture_comes_along_and_the_provider_never_sees_it(
    browser: Browser, real_site: RealSite
) -> None:
    """Without scripts nobody can read it from the address: it is typed then."""
    context = browser.new_context(base_url=real_site.url, locale="nb-NO")
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda one: asked.append(f"{one.url} {one.headers.get('referer', '')}"))
    page.goto("/larvik/kode#kode=FJELLREV")
    expect(page.get_by_role("button", name="Logg inn med ID-porten")).to_be_visible()
    page.wait_for_function("location.hash === ''")
    page.get_by_role("button", name="Logg inn med ID-porten").click()
    page.get_by_label("pid").wait_for()
    assert page.url.startswith(real_site.provider.issuer)
    assert "FJELLREV" not in page.url
    page.go_back()
    log_in(page, "var")
    page.wait_for_url("**/larvik/kode")
    expect(page.locator("main input#code")).to_have_value("FJELLREV")
    assert not [one for one in asked if "FJELLREV" in one]
    page.reload()
    expect(page.locator("main input#code")).to_have_value("")
    context.close()


def test_a_frame_on_the_provider_s_page_ends_the_log_in(
    context: BrowserContext, real_site: RealSite, *, scripts: bool
) -> None:
    page = context.new_page()
    page.goto("/larvik/logg-inn")
    log_in(page, "var")
    with real_site.tools() as tools, tools.store.read() as db:
        latest = max(db.query(LoginSession).all(), key=lambda row: row.started_at)
        token = behind(tools, latest.token_hash).id_token
    sid = jwt.decode(token, real_site.provider.key).claims["sid"]
    told = urlencode({"iss": real_site.provider.issuer, "sid": sid})
    there, troubles = context.new_page(), list[str]()
    there.on("console", lambda one: troubles.append(one.text))
    shows = urlencode({"of": f"{real_site.url}/utlogget/i-ramme?{told}"})
    there.goto(f"{real_site.provider.issuer}/frame?{shows}")
    assert troubles == [], "the browser lets it stand in that page"
    page.goto("/larvik/mine-saker")
    assert page.url.startswith(f"{real_site.url}/larvik/logg-inn"), f"scripts: {scripts}"


def test_a_057_after_the_log_out_back_shows_nothing_of_anybody(
    browser: Browser, either_real_site: RealSite
) -> None:
    context = browser.new_context(base_url=either_real_site.url, locale="nb-NO")
    context.set_default_timeout(20_000)
    page, other = context.new_page(), context.new_page()
    page.goto("/larvik/mine-saker")
    log_in(page, "var")
    for address in ("/larvik/samtykker", "/larvik/handle-for", "/larvik/kode", "/larvik/mine-saker"):
        answer = page.goto(address)
        assert answer
        assert answer.headers["cache-control"] == "no-store"
    other.goto("/larvik/samtykker")
    other.close()
    with page.expect_request(f"{either_real_site.provider.issuer}/session/end"):
        page.get_by_role("button", name="Logg ut").click()
    page.wait_for_load_state()
    for _ in range(5):
        page.go_back()
        page.wait_for_load_state()
        assert "Var Fjellheim" not in page.content()
    again = context.new_page()
    again.goto("/larvik/samtykker")
    assert again.url.startswith(f"{either_real_site.url}/larvik/logg-inn")
    kept = again.evaluate(
        "async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]"
    )
    assert kept == [0, 0, 0]
    context.close()


def test_the_pages_that_lead_to_a_provider_are_sound(browser: Browser, real_site: RealSite) -> None:
    citizen, worker = real_site.browser(), real_site.browser()
    citizen.log_in_named()
    worker.log_in_as_staff(Employee("caseworker"))
    long_ago(real_site)
    for asked in (citizen, worker):
        assert (
            asked.guest.post("/larvik/innlogginger/avslutt", page="/larvik/personvern").headers["location"]
            == "/larvik/bekreft"
        )
    with Window(browser, real_site.url, width=PHONE) as window:
        for cookie, path in (
            ("", "/larvik/logg-inn"),
            ("", "/larvik/logg-inn?staff=1"),
            (citizen.guest.cookie, "/larvik/bekreft"),
            (worker.guest.cookie, "/larvik/bekreft"),
        ):
            if cookie:
                window.keep(cookie)
            window.go(path)
            sound(window, path.strip("/"))
        assert window.trouble == []
