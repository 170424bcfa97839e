"""A page that was left open while its log-in came to an end: the text is kept for its writer, and for nobody else."""

from urllib.parse import urlencode

import pytest

from tests import behind
from tests.draft import Draft, begin
from tests.forged import aged
from tests.guest import hidden
from tests.integration.oidc.real_site import MYK, Browser, RealSite

TEXT = "Skrevet i en åpen fane"
ROLE = {
    "submitter_role": "self",
    "staff_assistance": "yes",
    "staff_assistance_office": TEXT,
    "staff_assistance_initials": "KN",
}
Page = list[tuple[str, str]]


@pytest.fixture
def browser(either_real_site: RealSite) -> Browser:
    """Stille's, who is logged in."""
    browser = either_real_site.browser()
    browser.log_in_named()
    browser.guest.key = "stille"
    return browser


@pytest.fixture
def draft(browser: Browser) -> Draft:
    return begin(browser.guest)


@pytest.fixture
def page(draft: Draft) -> Page:
    """What the step sends that stands open in the first tab."""
    return draft.guest.told(draft.step("role")).along(ROLE)


def log_out_and_in(browser: Browser, **who: str) -> None:
    """In a second tab."""
    browser.guest.log_out()
    browser.there.cookies.clear()
    browser.log_in_named(**who)


def test_a_067_written_for_ninety_minutes(either_real_site: RealSite, draft: Draft, page: Page) -> None:
    sent = dict(page) | {"csrf_token": aged(either_real_site, draft.guest.cookie)}
    assert draft.guest.submit(draft.step("role"), list(sent.items())).status_code == 303
    assert behind.answers(either_real_site, draft)["role"]["staff_assistance_office"] == TEXT


def test_a_068_logged_out_and_in_again_in_another_tab(
    either_real_site: RealSite, browser: Browser, draft: Draft, page: Page
) -> None:
    log_out_and_in(browser)
    with either_real_site.unchanged():
        answer = draft.guest.submit(draft.step("role"), page)
    assert answer.status_code == 400
    assert "Du er logget inn igjen. Teksten din står her ennå." in answer.text
    assert TEXT in answer.text
    assert "Lagre og fortsett</button>" in answer.text
    again = {"csrf_token": hidden(answer.text, "csrf_token"), "version": hidden(answer.text, "version")}
    saved = draft.guest.submit(draft.step("role"), list((dict(page) | again).items()))
    assert saved.status_code == 303
    assert behind.answers(either_real_site, draft)["role"]["staff_assistance_office"] == TEXT


def test_a_069_another_person_logged_in_in_another_tab(
    either_real_site: RealSite, browser: Browser, draft: Draft, page: Page
) -> None:
    log_out_and_in(browser, name="Myk Lyngtun", pid=MYK)
    with either_real_site.unchanged():
        answer = draft.guest.submit(draft.step("role"), page)
        own = draft.guest.token("/larvik/mine-saker")
        with_a_token = draft.guest.submit(draft.step("role"), [*page[1:], ("csrf_token", own)])
    for one in (answer, with_a_token):
        assert one.status_code == 404
        assert TEXT not in one.text
        assert "Du er logget inn som en annen enn den som skrev" in one.text
    assert TEXT not in draft.guest.get("/larvik/mine-saker").text


def test_a_069_the_page_for_nobody_gives_another_person_nothing(
    either_real_site: RealSite, browser: Browser, draft: Draft, page: Page
) -> None:
    browser.guest.log_out()
    kept = draft.guest.submit(draft.step("role"), page)
    assert kept.status_code == 401
    assert TEXT in kept.text
    browser.there.cookies.clear()
    browser.log_in_named("Myk Lyngtun", MYK)
    again = [("version", hidden(kept.text, "version")), ("_again", "yes"), *ROLE.items()]
    with either_real_site.unchanged():
        answer = draft.guest.submit(draft.step("role"), [*again, ("csrf_token", draft.guest.token())])
    assert answer.status_code == 404
    assert TEXT not in answer.text


FOREIGN: dict[str, dict[str, str]] = {
    "says that it is of another site": {"Sec-Fetch-Site": "cross-site"},
    "says that it is of a neighbour": {"Sec-Fetch-Site": "same-site"},
    "of another origin": {"Origin": "https://evil.example"},
    "fetched as plain text": {"Content-Type": "text/plain", "Origin": "https://evil.example"},
}


def test_a_070_what_a_page_of_another_site_posts(
    either_real_site: RealSite, draft: Draft, page: Page
) -> None:
    """With the very token of the page: it is refused before anything is looked at. From our own page it is saved."""
    http = draft.guest.http
    with either_real_site.unchanged():
        for headers in FOREIGN.values():
            for address in (draft.step("role"), f"{draft.path}/send", "/larvik/begynn"):
                answer = http.post(address, data=dict(page), headers=headers)
                assert answer.status_code == 403, (address, headers)
        body = urlencode(page).encode()
        plain = http.post(draft.step("role"), content=body, headers={"Content-Type": "text/plain"})
    assert plain.status_code == 400, "what is no form has no token, where a browser does not tell whose it is"
    ours = {"Sec-Fetch-Site": "same-origin", "Origin": draft.guest.url}
    assert draft.guest.submit(draft.step("role"), page, headers=ours).status_code == 303
