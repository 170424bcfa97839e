"""What somebody leaves behind at the provider is nobody else's: each way out ends it, and names are one's own."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from forms.situation import Person
from tests.counter import begun
from tests.integration.oidc.openid_provider import HIGH
from tests.integration.oidc.real_site import NUMBERS, STILLE, Employee, RealSite
from wizard.cases.purging import purge
from wizard.models import LoginSession


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_on_a_shared_screen_the_provider_s_answer_lets_in_and_leads_on_from_our_own_page(
    real_site: RealSite, site: str
) -> None:
    """The redirect's target would count as asked for from there, and its visitor as somebody else."""
    browser = real_site.browser()
    browser.share_screen()
    back = browser.at_provider(browser.leave_for_provider(), pid=STILLE, acr=HIGH)
    came = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "navigate"}
    answer = browser.guest.http.get(back.removeprefix(real_site.url), headers=came)
    assert (answer.status_code, answer.headers["refresh"][:14]) == (200, "0; url=/larvik")
    assert "location" not in answer.headers
    assert f'href="{answer.headers["refresh"].removeprefix("0; url=")}"' in answer.text
    assert browser.is_logged_in()


@pytest.mark.parametrize(("shared", "minutes"), [(True, 5.1), (False, 31)])
def test_whoever_left_long_ago_is_logged_out_at_the_provider_too(
    either_real_site: RealSite, minutes: float, *, shared: bool
) -> None:
    """As the script of a shared screen does: our log-in is over by then, that one is not, and the purge has been."""
    browser = either_real_site.browser()
    if shared:
        browser.share_screen()
    browser.log_in_named()
    token = browser.guest.token("/larvik/mine-saker")
    with either_real_site.tools() as tools, tools.store.write() as db:
        db.execute(update(LoginSession).values(seen_at=tools.clock() - timedelta(minutes=minutes)))
    with either_real_site.tools() as tools:
        purge(tools)
    page = browser.guest.submit("/logg-ut", [("csrf_token", token)])
    back = browser.come_back(browser.log_out_at_provider(page.text))
    assert back.status_code in {302, 303}
    asked = browser.asked(browser.leave_for_provider())
    assert asked["client_id"] == either_real_site.client_id, "it lets nobody in unasked"


def test_a_helper_who_leaves_the_screen_to_citizens_is_logged_out_at_work_too(
    either_real_site: RealSite,
) -> None:
    browser = either_real_site.browser()
    browser.log_in_as_staff(Employee("helper-shares", roles=("skranke",)))
    page = browser.guest.post("/larvik/skranke/delt-skjerm", page="/larvik/skranke/")
    assert f'action="{either_real_site.staff.issuer}/session/end"' in page.text
    back = browser.come_back(browser.log_out_at_provider(page.text))
    assert back.headers["clear-site-data"] == '"cache", "storage"'
    assert "veiviser-skjerm" in back.headers["set-cookie"]
    assert "Dette er en delt skjerm fra nå." in browser.guest.get("/larvik/").text


def test_a_name_that_a_helper_was_told_is_nobody_s_own_until_they_say_one(either_real_site: RealSite) -> None:
    helper = either_real_site.browser()
    helper.log_in_as_staff(Employee("helper-tells", roles=("skranke",)))
    begun(helper.guest, Person("Feil Skrevet", NUMBERS["sein"]))
    browser = either_real_site.browser()
    for _ in range(2):
        assert browser.log_in(NUMBERS["sein"]).headers["location"] == "/larvik/navn"
    assert "Feil Skrevet" not in browser.guest.get("/larvik/navn").text
    said = browser.guest.post("/larvik/navn", {"full_name": "Rett Lyngheim"})
    assert said.headers["location"] == "/larvik/mine-saker"
    page = browser.guest.get("/larvik/mine-saker").text
    assert ("Rett Lyngheim" in page, "Feil Skrevet" in page) == (True, False)
    assert browser.log_in(NUMBERS["sein"]).headers["location"] == "/larvik/mine-saker", "asked once"


def test_whoever_has_all_of_it_deleted_is_logged_out_at_the_provider_too(either_real_site: RealSite) -> None:
    browser = either_real_site.browser()
    browser.log_in_named("Lett Strand", NUMBERS["lett"])
    own = "/larvik/opplysningene-mine"
    page = browser.guest.post(f"{own}/slett", page=own)
    assert page.headers["clear-site-data"] == '"cache", "storage"'
    browser.come_back(browser.log_out_at_provider(page.text))
    assert "Det vi hadde om deg, er slettet" in browser.guest.get("/larvik/").text
    asked = browser.asked(browser.leave_for_provider())
    assert asked["client_id"] == either_real_site.client_id, "it lets nobody in unasked"


def test_after_the_quick_exit_the_next_log_in_is_asked_for_anew(either_real_site: RealSite) -> None:
    browser = either_real_site.browser()
    browser.log_in_named()
    browser.guest.post("/forlat", page="/larvik/mine-saker")
    assert browser.asked(browser.leave_for_provider())["prompt"] == "login"
