"""Answers that are not the one that was asked for: nobody is let in, and everybody is told how to go on."""

import json
import re
from time import time
from typing import Any
from urllib.parse import urlencode, urljoin

import httpx
import pytest

from tests.forged import holds
from tests.guest import is_page
from tests.integration.oidc.openid_provider import HIGH, LOW, SUBSTANTIAL
from tests.integration.oidc.real_site import MYK, STILLE, Browser, RealSite, query

AGAIN = "Innloggingen gikk ikke helt fram"


def refused(browser: Browser, answer: httpx.Response, code: int = 400, says: str = AGAIN) -> None:
    """Told in words with the way to try again, and nobody is logged in."""
    assert answer.status_code == code
    assert is_page(answer)
    assert says in answer.text
    assert 'action="/larvik/logg-inn/idporten"' in answer.text
    assert not browser.is_logged_in()


def back(site: RealSite, **answer: str) -> str:
    return f"{site.url}/larvik/logg-inn/svar?{urlencode(answer)}"


def returned(browser: Browser, pid: str = STILLE) -> str:
    """The provider's sound answer, not given yet."""
    return browser.at_provider(browser.leave_for_provider(), pid=pid, acr=HIGH)


def test_a_055_the_session_from_before_the_log_in_is_dead_after_it(either_real_site: RealSite) -> None:
    victim, attacker = either_real_site.browser(), either_real_site.browser()
    victim.guest.get("/larvik/samtykker")
    before = victim.guest.cookie
    victim.log_in_named()
    assert victim.guest.cookie != before
    attacker.guest.http.cookies.set("veiviser", before, domain="127.0.0.1")
    assert not attacker.is_logged_in()


def test_a_055_a_second_log_in_ends_the_first(either_real_site: RealSite) -> None:
    browser, thief = either_real_site.browser(), either_real_site.browser()
    browser.log_in_named()
    thief.guest.http.cookies.set("veiviser", browser.guest.cookie, domain="127.0.0.1")
    assert thief.is_logged_in()
    browser.log_in()
    assert browser.is_logged_in()
    assert not thief.is_logged_in()


def test_a_056_a_cookie_from_before_the_log_out_opens_nothing(either_real_site: RealSite) -> None:
    browser = either_real_site.browser()
    browser.log_in_named()
    kept = browser.guest.cookie
    browser.guest.log_out()
    browser.guest.http.cookies.set("veiviser", kept, domain="127.0.0.1")
    assert not browser.is_logged_in()


def test_a_059_an_answer_that_nobody_asked_for(either_real_site: RealSite) -> None:
    browser = either_real_site.browser()
    address = returned(browser)
    sound = query(address)
    for state in ({}, {"state": ""}, {"state": "x"}, {"state": sound["state"] + "x"}):
        wrong = {name: value for name, value in sound.items() if name != "state"} | state
        refused(browser, browser.come_back(back(either_real_site, **wrong)))
    stranger = either_real_site.browser()
    refused(stranger, stranger.come_back(address))


def test_a_059_a_state_of_another_municipality(either_real_site: RealSite) -> None:
    browser = either_real_site.browser()
    address = returned(browser)
    answer = browser.come_back(address.replace("/larvik/", "/senja/"))
    assert answer.status_code == 400
    assert not browser.is_logged_in()


def test_a_059_an_answer_that_was_given_before(either_real_site: RealSite) -> None:
    browser = either_real_site.browser()
    address = returned(browser)
    with_the_state = browser.guest.cookie
    assert browser.come_back(address).status_code == 303
    again = browser.come_back(address)
    assert again.status_code == 400, "the state is taken once"
    assert "Du er logget inn fra før" in again.text
    thief = either_real_site.browser()
    thief.guest.http.cookies.set("veiviser", with_the_state, domain="127.0.0.1")
    refused(thief, thief.come_back(address))


def test_a_059_two_log_ins_mixed(either_real_site: RealSite) -> None:
    """The victim's code with the attacker's own state, and the other way: the code was made for another verifier."""
    victim, attacker = either_real_site.browser(), either_real_site.browser()
    theirs, own = returned(victim), returned(attacker, MYK)
    mixed = query(own) | {"code": query(theirs)["code"]}
    refused(attacker, attacker.come_back(back(either_real_site, **mixed)))
    mixed = query(theirs) | {"code": query(own)["code"]}
    refused(victim, victim.come_back(back(either_real_site, **mixed)))


def test_two_tabs_may_wait_for_a_log_in_at_once(real_site: RealSite) -> None:
    """Whichever answers first is let in; the other is told that they are."""
    browser = real_site.browser()
    first = browser.leave_for_provider()
    second, _ = browser.leave_for_provider(), browser.leave_for_provider()
    assert browser.come_back(browser.at_provider(second, pid=STILLE, acr=HIGH)).status_code == 303
    late = browser.come_back(browser.at_provider(first, pid=STILLE, acr=HIGH))
    assert "Du er logget inn fra før" in late.text


NONCES: dict[str, dict[str, Any]] = {
    "another": {"claims": {"nonce": "another"}},
    "none": {"claims": {"nonce": None}},
    "another, and says that it knows none": {"claims": {"nonce": "another", "nonce_supported": False}},
    "none, and says so": {"claims": {"nonce": None, "nonce_supported": False}},
}
SIGNATURES: dict[str, dict[str, Any]] = {
    "not signed": {"header": {"alg": "none"}, "sign": "none"},
    "not signed, in other letters": {"header": {"alg": "nOnE"}, "sign": "none"},
    "signed with the public key": {"header": {"alg": "HS256"}, "sign": "public"},
    "signed with another key": {"sign": "strange"},
    "an unknown key": {"header": {"kid": "unknown"}, "sign": "strange"},
    "no key named": {"header": {"kid": None}, "sign": "strange"},
    "keys from elsewhere": {"header": {"jku": "http://127.0.0.1:9/keys", "kid": "x"}, "sign": "strange"},
}
MADE_FOR: dict[str, dict[str, Any]] = {
    "another issuer": {"claims": {"iss": "https://evil.example"}},
    "almost the issuer": {"claims": {"iss": "ISSUER/"}},
    "for another client": {"claims": {"aud": "another-client"}},
    "for another party": {"claims": {"azp": "another-client"}},
    "for several, and nobody's own": {"claims": {"aud": ["CLIENT", "another-client"]}},
    "for nobody": {"claims": {"aud": []}},
    "of nobody": {"claims": {"sub": None}},
    "over": {"claims": {"exp": "NOW-600"}},
    "without an end": {"claims": {"exp": None}},
    "from the future": {"claims": {"iat": "NOW+86400"}},
    "ten minutes early": {"claims": {"iat": "NOW+600"}},
    "of a log-in that is yet to be": {"claims": {"auth_time": "NOW+600"}},
    "for another access token": {"claims": {"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"}},
}


def named(how: str) -> str:
    return re.sub(r"\W+", "_", how)


def answered_so(site: RealSite, how: dict[str, Any]) -> None:
    """The provider itself answers so, by whatever fault or fraud: nobody is let in."""
    told = json.dumps(how).replace("ISSUER", site.provider.issuer).replace("CLIENT", site.client_id)
    told = re.sub(r'"NOW([+-]\d+)"', lambda found: str(int(time()) + int(found[1])), told)
    browser = site.browser()
    address = returned(browser)
    site.provider.alter_next(**json.loads(told))
    refused(browser, browser.come_back(address))


@pytest.mark.parametrize("how", NONCES, ids=named)
def test_a_060_an_id_token_with_a_nonce_that_was_not_asked_for(either_real_site: RealSite, how: str) -> None:
    answered_so(either_real_site, NONCES[how])


@pytest.mark.parametrize("how", SIGNATURES, ids=named)
def test_a_061_an_id_token_that_the_provider_has_not_signed(either_real_site: RealSite, how: str) -> None:
    answered_so(either_real_site, SIGNATURES[how])


@pytest.mark.parametrize("how", MADE_FOR, ids=named)
def test_a_062_an_id_token_of_others_for_others_or_of_another_time(
    either_real_site: RealSite, how: str
) -> None:
    answered_so(either_real_site, MADE_FOR[how])


def test_the_altering_itself_is_no_reason_to_refuse(real_site: RealSite) -> None:
    """The table above would say nothing if every altered token were refused."""
    browser = real_site.browser()
    address = returned(browser)
    real_site.provider.alter_next(claims={"locale": "nn"})
    assert browser.come_back(address).status_code == 303
    assert browser.is_logged_in()


@pytest.mark.parametrize("iss", [None, "", "https://evil.example", "ISSUER/", "issuer"])
def test_a_062_an_answer_in_the_name_of_another_provider(either_real_site: RealSite, iss: str | None) -> None:
    browser = either_real_site.browser()
    answer = query(returned(browser))
    del answer["iss"]
    if iss is not None:
        answer["iss"] = iss.replace("ISSUER", either_real_site.provider.issuer)
    refused(browser, browser.come_back(back(either_real_site, **answer)))


@pytest.mark.parametrize("acr", [LOW, SUBSTANTIAL, "Level4", "idporten-loa-higher", ""])
def test_a_063_known_less_surely_than_was_asked(either_real_site: RealSite, acr: str) -> None:
    browser = either_real_site.browser()
    address = returned(browser)
    either_real_site.provider.alter_next(claims={"acr": acr})
    refused(browser, browser.come_back(address), 403, "krever en sikrere innlogging")


def test_a_063_no_level_told(either_real_site: RealSite) -> None:
    browser = either_real_site.browser()
    address = returned(browser)
    either_real_site.provider.alter_next(claims={"acr": None})
    refused(browser, browser.come_back(address), 403, "krever en sikrere innlogging")


def test_a_063_the_person_chose_a_weaker_way_in(either_real_site: RealSite) -> None:
    browser = either_real_site.browser()
    refused(browser, browser.log_in(acr=SUBSTANTIAL), 403, "krever en sikrere innlogging")


@pytest.mark.parametrize("pid", [None, "", "12345678901", "1788209998", 17882099989, ["17882099989"]])
def test_no_identity_number_and_none_that_is_sound(real_site: RealSite, pid: Any) -> None:
    browser = real_site.browser()
    address = returned(browser)
    real_site.provider.alter_next(claims={"pid": pid})
    refused(browser, browser.come_back(address), 403, "norsk fødselsnummer")


NEXT = ["//evil.no", "https:evil.no", "/\\evil.no", "/%09/evil.no", "https://kommune.no.evil.no"]


@pytest.mark.parametrize("address", NEXT)
def test_a_064_the_log_in_leads_nowhere_else(either_real_site: RealSite, address: str) -> None:
    browser = either_real_site.browser()
    browser.log_in_named()
    browser.guest.post("/logg-ut", page="/larvik/mine-saker")
    browser.guest.get("/larvik/logg-inn")
    leaves = browser.leave_for_provider()
    holds(either_real_site, browser.guest, next=address)
    answer = browser.come_back(browser.at_provider(leaves, pid=STILLE, acr=HIGH))
    assert answer.headers["location"] == "/larvik/mine-saker"


@pytest.mark.parametrize("address", NEXT)
def test_a_065_the_log_out_leads_nowhere_else(either_real_site: RealSite, address: str) -> None:
    browser = either_real_site.browser()
    browser.log_in_named()
    page = browser.guest.post("/logg-ut", {"back": address}, page="/larvik/mine-saker")
    assert page.status_code == 200
    assert "evil" not in page.text
    for held in ({}, {"after": address}):
        holds(either_real_site, browser.guest, **held)
        led = urljoin(f"{either_real_site.url}/", browser.guest.get("/utlogget").headers["location"])
        assert led.startswith(f"{either_real_site.url}/")
