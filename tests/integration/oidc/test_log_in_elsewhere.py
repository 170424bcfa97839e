"""Log-in by ID-porten's protocol, against a certified provider."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import httpx
from sqlalchemy import update

from tests.draft import begin
from tests.guest import TRUST
from tests.integration.oidc.openid_provider import HIGH
from tests.integration.oidc.real_site import KJEKK, MYK, RASK, STILLE, Employee, RealSite, query
from tests.running_site import Site
from wizard.models import LoginSession
from wizard.oidc.client import SECONDS
from wizard.providers import DemoProvider

CROWD = 12
"""More than the threads of the whole site."""
TOKEN = re.compile(r"eyJ[\w-]+\.eyJ")
"""How a signed token begins: two parts of JSON. The three letters alone turn up in what is sealed, by chance."""


def test_whoever_logs_in_says_once_what_they_are_called_and_comes_to_where_they_were(
    either_real_site: RealSite,
) -> None:
    browser = either_real_site.browser()
    asks = browser.guest.get("/larvik/samtykker")
    assert asks.headers["location"].startswith("/larvik/logg-inn")
    assert "Logg inn med ID-porten" in browser.guest.get("/larvik/logg-inn").text
    answer = browser.log_in(KJEKK)
    assert (answer.status_code, answer.headers["location"]) == (303, "/larvik/navn")
    assert browser.guest.get("/larvik/samtykker").headers["location"] == "/larvik/navn"
    answer = browser.guest.post("/larvik/navn", {"full_name": "Kjekk Sundøy"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/larvik/samtykker")
    assert "Kjekk Sundøy" in browser.guest.get("/larvik/samtykker").text
    again = either_real_site.browser()
    answer = again.log_in(KJEKK)
    assert answer.headers["location"] == "/larvik/mine-saker"
    assert "Kjekk Sundøy" in again.guest.get("/larvik/mine-saker").text


def test_all_that_is_asked_is_pushed_and_the_address_holds_nothing_of_it(real_site: RealSite) -> None:
    browser = real_site.browser()
    browser.guest.post("/sprak", {"code": "nn"}, page="/larvik/")
    address = browser.leave_for_provider()
    assert set(query(address)) == {"client_id", "request_uri"}
    asked = browser.asked(address)
    assert asked["acr_values"] == HIGH
    assert asked["ui_locales"] == "nn"
    assert asked["code_challenge_method"] == "S256"
    assert asked["response_type"] == "code"
    assert asked["scope"] == "openid"
    assert asked["state"] != asked["nonce"]


def test_whoever_goes_back_is_told_so_and_may_try_again(real_site: RealSite) -> None:
    browser = real_site.browser()
    answer = browser.come_back(browser.at_provider(browser.leave_for_provider(), cancel="1"))
    assert answer.status_code == 200
    assert "Innloggingen ble avbrutt" in answer.text
    assert 'action="/larvik/logg-inn/idporten"' in answer.text
    assert browser.log_in_named().status_code == 303


def test_f_26_the_provider_is_down_and_comes_back(real_site: RealSite) -> None:
    browser, inside = real_site.browser(), real_site.browser()
    inside.log_in_named()
    address = browser.at_provider(browser.leave_for_provider(), pid=STILLE, acr=HIGH)
    pressed = browser.guest.told("/larvik/logg-inn").controls
    real_site.provider.stop()
    try:
        assert inside.is_logged_in(), "whoever is logged in goes on"
        begun = inside.guest.post("/larvik/begynn", {"journey": "coordination"}, page="/larvik/")
        assert "/steg/" in begun.headers["location"] or "/skjema/" in begun.headers["location"]
        for verb, asked in (
            ("POST", "/larvik/logg-inn/idporten"),
            ("GET", address.removeprefix(real_site.url)),
        ):
            answer = httpx.request(
                verb,
                f"{real_site.url}{asked}",
                data=pressed,
                cookies=dict(browser.guest.http.cookies),
                verify=TRUST,
            )
            assert answer.status_code == 503
            assert "Vi får ikke kontakt med ID-porten nå" in answer.text
            assert 'action="/larvik/logg-inn/idporten"' in answer.text
        assert browser.guest.get("/larvik/").status_code == 200
    finally:
        real_site.provider.start()
    assert browser.log_in_named().status_code == 303


def test_f_26_a_provider_that_says_nothing_holds_nobody_for_long(real_site: RealSite) -> None:
    """Neither who wants to log in, nor, however many those are, who is logged in."""
    inside = real_site.browser()
    inside.log_in_named()
    outside = real_site.browser().guest
    pressed = outside.told("/larvik/logg-inn").controls
    asks = partial(
        httpx.post,
        f"{real_site.url}/larvik/logg-inn/idporten",
        data=pressed,
        cookies=dict(outside.http.cookies),
        timeout=15,
        verify=TRUST,
    )
    with real_site.provider.frozen(), ThreadPoolExecutor(CROWD) as crowd:
        waiting = [crowd.submit(asks) for _ in range(CROWD)]
        time.sleep(0.3)
        began = time.monotonic()
        assert inside.is_logged_in()
        took = time.monotonic() - began
        answers = [one.result() for one in waiting]
    assert {answer.status_code for answer in answers} == {503}
    assert all("Vi får ikke kontakt med ID-porten nå" in answer.text for answer in answers)
    assert took < SECONDS - 1, "as long as one who waits is held"


def test_f_26_a_new_key_of_the_provider_is_fetched_when_it_turns_up(real_site: RealSite) -> None:
    for kid in ("second", "third"):
        real_site.provider.change_key(kid)
        browser = real_site.browser()
        browser.log_in_named()
        assert browser.is_logged_in()


def test_f_26_many_who_meet_a_new_key_at_once_have_it_fetched_once(real_site: RealSite) -> None:
    """Each process keeps keys of its own."""
    browsers = [real_site.browser() for _ in range(10)]
    browsers[0].log_in_named()
    real_site.provider.change_key("fourth")
    back = [one.at_provider(one.leave_for_provider(), pid=STILLE, acr=HIGH) for one in browsers]
    with ThreadPoolExecutor(len(browsers)) as crowd:
        answers = list(crowd.map(lambda one, address: one.come_back(address), browsers, back))
    assert {answer.status_code for answer in answers} == {303}
    assert real_site.provider.asked_for_keys() <= real_site.workers


def test_the_form_that_was_to_be_begun_is_begun_when_the_name_is_said(real_site: RealSite) -> None:
    browser = real_site.browser()
    asks = browser.guest.post(
        "/larvik/begynn", {"journey": "coordination"}, page="/larvik/skjema/koordinator-og-plan"
    )
    assert asks.headers["location"].startswith("/larvik/logg-inn")
    assert browser.log_in(RASK).headers["location"] == "/larvik/navn"
    for told in ("", "   ", "x" * 101):
        answer = browser.guest.post("/larvik/navn", {"full_name": told})
        assert answer.status_code == 422
        assert 'href="#full_name"' in answer.text
    answer = browser.guest.post("/larvik/navn", {"full_name": "Rask Lyngtun"})
    assert "/steg/" in answer.headers["location"]


def test_a_name_that_was_mistyped_is_mended_by_whoever_said_it(real_site: RealSite) -> None:
    """It stands on what they send afterwards, and in the log-ins that they have."""
    browser, other = real_site.browser(), real_site.browser()
    for one, name in ((browser, "Rask Lyngtunn"), (other, "")):
        if one.log_in(RASK).headers["location"] == "/larvik/navn":
            one.guest.post("/larvik/navn", {"full_name": name})
    before = real_site.logs().count('"name_changed"')
    guest = browser.guest
    assert 'href="/larvik/navn"' in guest.get("/larvik/opplysningene-mine").text
    for told in ("", "x" * 101):
        assert guest.post("/larvik/navn", {"full_name": told}).status_code == 422
    answer = guest.post("/larvik/navn", {"full_name": "Rask Lyngtun"})
    assert answer.headers["location"] == "/larvik/opplysningene-mine"
    told = guest.get("/larvik/opplysningene-mine").text
    assert "Navnet ditt er endret." in told
    assert 'value="Rask Lyngtun"' in other.guest.get("/larvik/navn").text
    assert real_site.logs().count('"name_changed"') == before + 1


def test_the_demos_people_are_not_there(real_site: RealSite) -> None:
    guest = real_site.browser().guest
    page = guest.get("/larvik/logg-inn").text
    assert 'name="person"' not in page
    with real_site.unchanged():
        answer = guest.post("/larvik/logg-inn", {"person": "stille"}, page="/larvik/")
    assert answer.status_code == 404


def test_a_log_in_of_the_demo_is_worth_nothing_outside_it(either_real_site: RealSite) -> None:
    """As in a database that a demo has run on."""
    citizen, worker = either_real_site.browser(), either_real_site.browser()
    citizen.log_in_named()
    worker.log_in_as_staff(Employee("caseworker"))
    with either_real_site.tools() as tools, tools.store.write() as db:
        db.execute(update(LoginSession).values(level=DemoProvider.level))
    assert not citizen.is_logged_in()
    assert not worker.works()


def test_nothing_of_the_provider_is_in_the_demo(site: Site) -> None:
    guest = site.visitor()
    for path in ("/larvik/logg-inn/idporten", "/larvik/logg-inn/svar?state=x"):
        assert guest.get(path).status_code == 404
    assert guest.post("/larvik/logg-inn/idporten", page="/larvik/").status_code == 404


def test_the_log_out_goes_on_to_the_provider_and_back(either_real_site: RealSite) -> None:
    browser = either_real_site.browser()
    browser.log_in_named()
    page = browser.guest.post("/logg-ut", {"back": "/larvik/"}, page="/larvik/mine-saker")
    assert page.status_code == 200
    assert page.headers["clear-site-data"] == '"cache", "storage"'
    assert (
        f"form-action 'self' {either_real_site.provider.issuer};" in page.headers["content-security-policy"]
    )
    assert not browser.is_logged_in(), "here it is over at once, whatever comes of it there"
    address = browser.log_out_at_provider(page.text)
    assert address.startswith(f"{either_real_site.url}/utlogget")
    answer = browser.come_back(address)
    assert answer.headers["location"] == "/larvik/"
    assert "Du er logget ut." in browser.guest.get("/larvik/").text
    shown = browser.asked(browser.leave_for_provider())
    assert shown["client_id"] == either_real_site.client_id, "the provider asks again who it is"


def test_a_058_on_a_shared_screen_the_provider_is_left_too(real_site: RealSite) -> None:
    browser = real_site.browser()
    browser.share_screen()
    browser.log_in_named()
    page = browser.guest.post("/logg-ut", page="/larvik/mine-saker")
    assert page.headers["clear-site-data"] == '"cache", "storage"', (
        "it stays a shared screen, come what may there"
    )
    back = browser.come_back(browser.log_out_at_provider(page.text))
    assert back.headers["clear-site-data"] == '"cache", "storage"'
    assert back.headers["location"] == "/larvik/"
    assert "veiviser-skjerm" in back.headers["set-cookie"]
    assert browser.asked(browser.leave_for_provider())["client_id"] == real_site.client_id


def test_a_058_whoever_comes_after_somebody_who_only_closed_the_tab(either_real_site: RealSite) -> None:
    """Three minutes later, on a shared screen: nothing of the one before, here or at the provider."""
    browser = either_real_site.browser()
    browser.share_screen()
    let_in = browser.log_in_named()
    assert not re.search("expires|max-age", let_in.headers["set-cookie"], re.IGNORECASE), (
        "gone with the browser"
    )
    browser.guest.key = "stille"
    draft = begin(browser.guest)
    came = browser.guest.http.get("/larvik/mine-saker", headers={"Sec-Fetch-Site": "none"})
    back = browser.come_back(browser.log_out_at_provider(came.text))
    assert back.headers["clear-site-data"] == '"cache", "storage"'
    assert browser.guest.get(draft.path).status_code == 302
    there = browser.leave_for_provider()
    assert browser.asked(there)["prompt"] == "login", (
        "it does not let anybody in by the log-in that was left there"
    )
    browser.there.cookies.clear()
    assert browser.log_in_named("Myk Lyngtun", MYK).headers["location"] == "/larvik/mine-saker"
    assert str(draft.id) not in browser.guest.get("/larvik/mine-saker").text
    assert browser.guest.get(draft.path).status_code == 404
    at_home = either_real_site.browser()
    at_home.log_in_named()
    assert at_home.guest.get(draft.step("role")).status_code == 200, "the draft is safe"


def test_number_and_token_lie_sealed(either_real_site: RealSite) -> None:
    either_real_site.browser().log_in_named()
    kept = "\n".join(row for rows in either_real_site.rows().values() for row in rows)
    assert STILLE not in kept
    assert not TOKEN.search(kept), "no token of the provider's in the clear"


def test_a_log_out_goes_on_where_the_token_cannot_be_opened(real_site: RealSite) -> None:
    browser = real_site.browser()
    browser.log_in_named()
    with real_site.tools() as tools, tools.store.write() as db:
        db.execute(update(LoginSession).values(sealed_hint=b"x"))
    assert browser.guest.log_out().status_code == 303
    assert not browser.is_logged_in()
