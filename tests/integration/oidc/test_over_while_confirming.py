"""A log-in that ends while its owner shows anew who they are: the next one goes on where they were, if it is theirs."""

from datetime import timedelta

from sqlalchemy import update

from tests.draft import begin
from tests.integration.oidc.openid_provider import HIGH, OpenidProvider
from tests.integration.oidc.real_site import MYK, STILLE, Browser, Employee, RealSite
from tests.integration.oidc.test_confirming import known_since, long_ago
from wizard.models import LoginSession


def asked_to_confirm(site: RealSite) -> tuple[Browser, str]:
    """Stille has ticked that she is sure, and is asked who she is; gives her page."""
    browser = known_since(site, 60)
    page = f"{begin(browser.guest, 'appeal').path}/slett"
    ticked = browser.guest.told(page).along({"sure": "yes"})
    long_ago(site)
    assert browser.guest.submit(page, ticked).headers["location"] == "/larvik/bekreft"
    return browser, page


def ended_unused(site: RealSite) -> None:
    with site.tools() as tools, tools.store.write() as db:
        db.execute(update(LoginSession).values(seen_at=tools.clock() - timedelta(minutes=31)))


def test_what_waits_is_there_though_the_log_in_ended_at_the_provider(real_site: RealSite) -> None:
    browser, page = asked_to_confirm(real_site)
    back = browser.at_provider(browser.leave_for_provider("bekreft/innlogging"), pid=STILLE, acr=HIGH)
    ended_unused(real_site)
    assert browser.come_back(back).headers["location"] == page
    shown = browser.guest.get(page).text
    assert "Ingenting har skjedd ennå. Trykk på knappen én gang til." in shown
    assert " checked" in shown


def test_another_person_who_comes_back_gets_nothing_that_waited(real_site: RealSite) -> None:
    browser, page = asked_to_confirm(real_site)
    there = browser.leave_for_provider("bekreft/innlogging")
    browser.there.cookies.clear()
    back = browser.at_provider(there, pid=MYK, acr=HIGH)
    ended_unused(real_site)
    assert not browser.come_back(back).headers["location"].startswith(page)
    browser.guest.post("/larvik/navn", {"full_name": "Myk Lyngtun"}, page="/larvik/navn")
    assert "Trykk på knappen én gang til" not in browser.guest.get("/larvik/mine-saker").text
    assert browser.guest.get(page).status_code == 404


def test_staff_whose_log_in_ended_are_sent_to_their_own_provider(
    real_site: RealSite, staff_provider: OpenidProvider
) -> None:
    browser = real_site.browser()
    browser.log_in_as_staff(Employee("whose-log-in-ends"))
    token = browser.guest.token("/larvik/personvern")
    ended_unused(real_site)
    assert browser.guest.get("/larvik/bekreft").headers["location"] == "/larvik/logg-inn?staff=1"
    led = browser.guest.submit("/larvik/bekreft/innlogging", [("csrf_token", token)])
    assert led.headers["refresh"].startswith(f"0; url={staff_provider.issuer}")
