"""There and back in a real browser: its rules for forms, cookies and redirects are not ours to assume."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.chromium import chromium
from tests.integration.oidc.openid_provider import HIGH
from tests.integration.oidc.real_site import NUMBERS, RealSite, shared_mark


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
    page.get_by_role("link", name="Logg inn med ID-porten").click()
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
