"""Nobody is led to a provider but by a press of a button on a page of ours: a link on another site logs nobody in."""

import pytest

from tests.integration.oidc.openid_provider import HIGH
from tests.integration.oidc.real_site import STILLE, Employee, RealSite

WAYS = ["logg-inn/idporten", "logg-inn/ansatt"]
BY_ANOTHER = {
    "iss": "https://provider.example",
    "login_hint": "x",
    "target_link_uri": "https://evil.example/",
}
"""As OpenID Connect Core (4) lets another site begin a log-in: it is not offered here."""


@pytest.mark.parametrize("way", WAYS)
def test_a_link_leads_to_the_button_and_no_further(real_site: RealSite, way: str) -> None:
    browser = real_site.browser()
    browser.guest.get("/larvik/samtykker")
    came = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    with real_site.unchanged():
        answer = browser.guest.http.get(f"/larvik/{way}", params=BY_ANOTHER, headers=came)
    assert answer.status_code == 200
    assert "refresh" not in answer.headers
    assert f'action="/larvik/{way}"' in answer.text
    assert "evil.example" not in answer.text
    assert browser.log_in_named().headers["location"] == "/larvik/samtykker", (
        "where they wanted to go is kept"
    )


@pytest.mark.parametrize("way", WAYS)
def test_another_site_cannot_press_it(real_site: RealSite, way: str) -> None:
    guest = real_site.browser().guest
    told = guest.told("/larvik/logg-inn").controls
    refused = guest.http.post(f"/larvik/{way}", data=told, headers={"Sec-Fetch-Site": "cross-site"})
    without = guest.http.post(f"/larvik/{way}")
    assert (refused.status_code, without.status_code) == (403, 400)
    assert not {"refresh", "location"} & {*refused.headers, *without.headers}
    assert "Siden var for gammel. Trykk på knappen en gang til." in without.text
    assert f'action="/larvik/{way}"' in without.text


def test_nor_does_a_link_lead_to_the_provider_to_confirm(real_site: RealSite) -> None:
    nobody, citizen, worker = (real_site.browser() for _ in range(3))
    citizen.log_in_named()
    worker.log_in_as_staff(Employee("presses"))
    way = "/larvik/bekreft/innlogging"
    assert nobody.guest.get(way).headers["location"] == "/larvik/logg-inn"
    for one, home in ((citizen, "/larvik/mine-saker"), (worker, "/larvik/kontor/")):
        answer = one.guest.get(way)
        assert (answer.headers.get("location"), "refresh" in answer.headers) == (home, False), "nobody asked"
        stale = one.guest.http.post(way)
        assert stale.status_code == 400
        assert f'action="{way}"' in stale.text


def test_after_the_quick_exit_a_provider_that_leads_back_by_a_script_lets_in(real_site: RealSite) -> None:
    """As where a phone has answered: nobody presses anything then, and no browser says that anybody did."""
    browser, by_script = real_site.browser(), {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    older = browser.at_provider(browser.leave_for_provider(), pid=STILLE, acr=HIGH)
    browser.guest.post("/forlat", page="/larvik/")
    back = browser.at_provider(browser.leave_for_provider(), pid=STILLE, acr=HIGH)
    for before in (older, "/larvik/logg-inn/svar?error=access_denied&state=older"):
        again = browser.guest.http.get(before, headers=by_script)
        assert again.headers.get("location") == "/borte", "what was answered before is a page to step back to"
    browser.guest.http.headers.update(by_script)
    assert "/borte" not in browser.come_back(back).headers["location"]
    assert browser.is_logged_in(), "nor is what follows led away"


def test_the_page_that_leads_on_has_a_link_for_browsers_that_do_not(real_site: RealSite) -> None:
    guest = real_site.browser().guest
    answer = guest.post("/larvik/logg-inn/idporten")
    address = answer.headers["refresh"].removeprefix("0; url=")
    assert address.startswith(real_site.provider.issuer)
    assert f'href="{address.replace("&", "&amp;")}"' in answer.text
    assert "form-action 'self';" in answer.headers["content-security-policy"], "no form leaves the site"
