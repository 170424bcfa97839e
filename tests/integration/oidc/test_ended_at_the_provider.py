"""Logged out at the provider, somebody is logged out here: by the provider's signed word, and by nobody else's."""

import json
import secrets
from time import time
from typing import Any

import httpx
import pytest
from joserfc import jws, jwt

from tests.guest import TRUST
from tests.integration.oidc.openid_provider import new_key
from tests.integration.oidc.real_site import MYK, STILLE, Browser, RealSite
from tests.integration.wizard.test_told_to_the_log import lines
from wizard.elsewhere import behind
from wizard.models import LoginSession
from wizard.oidc.logout_token import EVENT

DOOR = "/utlogget/fra-idporten"


def test_a_log_out_at_the_provider_ends_the_log_in_here_and_nobody_elses(either_real_site: RealSite) -> None:
    here, other = either_real_site.browser(), either_real_site.browser()
    here.log_in_named()
    account = lines(either_real_site, "logged_in")[-1]["account"]
    other.log_in_named("Myk Lyngtun", MYK)
    here.end_at_provider()
    assert not here.is_logged_in()
    assert other.is_logged_in()
    assert lines(either_real_site, "ended_elsewhere")[-1]["account"] == account


def sid_of(site: RealSite, browser: Browser) -> str:
    """What the provider calls the log-in, read from the ID token that was kept of it."""
    with site.tools() as tools, tools.store.read() as db:
        latest = max(db.query(LoginSession).all(), key=lambda row: row.started_at)
        token = behind(tools, latest.token_hash).id_token
    assert browser.is_logged_in()
    return str(jwt.decode(token, site.provider.key).claims["sid"])


def said(
    site: RealSite, log_in: str, *, key: Any = None, header: Any = None, **changed: Any
) -> httpx.Response:
    """A logout token, posted as the provider posts it; what is changed to None is left out."""
    at = int(time())
    claims = {
        "iss": site.provider.issuer,
        "aud": site.client_id,
        "iat": at,
        "exp": at + 120,
        "jti": secrets.token_urlsafe(),
        "sid": log_in,
        "events": {EVENT: {}},
    } | changed
    whole = {name: value for name, value in claims.items() if value is not None}
    used = key or site.provider.key
    named = {"alg": "RS256", "kid": site.provider.key.kid, "typ": "logout+jwt"} | (header or {})
    typed = {name: value for name, value in named.items() if value is not None}
    return posted(site, jws.serialize_compact(typed, json.dumps(whole), used))


def posted(site: RealSite, token: str) -> httpx.Response:
    return httpx.post(f"{site.url}{DOOR}", data={"logout_token": token}, verify=TRUST)


CHANGED: dict[str, dict[str, Any]] = {
    "signed by somebody else": {"key": new_key("strange")},
    "an unknown key": {"key": new_key("strange"), "header": {"kid": "strange"}},
    "another issuer": {"iss": "https://evil.example"},
    "for another site": {"aud": "another-client"},
    "over": {"exp": int(time()) - 600},
    "from the future": {"iat": int(time()) + 24 * 3600},
    "without an id": {"jti": None},
    "without an end": {"exp": None},
    "without a log-in": {"sid": None},
    "of nobody": {"sid": "", "sub": ""},
    "without the event": {"events": None},
    "another event": {"events": {"http://schemas.openid.net/event/other": {}}},
    "an event that is none": {"events": {EVENT: "x"}},
    "an ID token": {"nonce": "x"},
    "an ID token that says it is any": {"header": {"typ": "JWT"}, "nonce": "x"},
    "any token without the event": {"header": {"typ": "JWT"}, "events": None},
    "an access token": {"header": {"typ": "at+jwt"}},
    "a type that begins so": {"header": {"typ": "logout+jwt+x"}},
    "an empty type": {"header": {"typ": ""}},
}


@pytest.mark.parametrize("how", CHANGED)
def test_a_word_that_is_not_the_providers_ends_nothing(real_site: RealSite, how: str) -> None:
    browser = real_site.browser()
    browser.log_in_named()
    sid = sid_of(real_site, browser)
    with real_site.unchanged():
        assert said(real_site, sid, **CHANGED[how]).status_code == 400
    assert said(real_site, sid).status_code == 200, "else the refusals would say nothing"
    assert not browser.is_logged_in()


@pytest.mark.parametrize("typ", [None, "application/logout+jwt", "LOGOUT+JWT", "JWT"])
def test_the_type_may_be_left_out_or_spelt_otherwise(real_site: RealSite, typ: str | None) -> None:
    """Recommended, and not asked for, by Back-Channel Logout 1.0 (2.4); names of types are of any case (RFC 7515)."""
    browser = real_site.browser()
    browser.log_in_named()
    assert said(real_site, sid_of(real_site, browser), header={"typ": typ}).status_code == 200
    assert not browser.is_logged_in()


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "x" * 20_000, "\x00"])
def test_what_is_no_token_ends_nothing(real_site: RealSite, token: str) -> None:
    with real_site.unchanged():
        assert posted(real_site, token).status_code == 400


def test_a_log_in_that_is_over_already_or_of_another_site(real_site: RealSite) -> None:
    with real_site.unchanged():
        assert said(real_site, "nobody's").status_code == 200


def framed(site: RealSite, issuer: str, log_in: str) -> httpx.Response:
    """As the provider's page at log-out asks, in a frame, into which a browser sends no cookies."""
    told = {"iss": issuer, "sid": log_in}
    return httpx.get(f"{site.url}/utlogget/i-ramme", params=told, verify=TRUST)


def test_a_frame_of_the_provider_s_ends_the_log_in_and_nobody_elses(either_real_site: RealSite) -> None:
    site = either_real_site
    other, browser = site.browser(), site.browser()
    other.log_in_named("Myk Lyngtun", MYK)
    browser.log_in_named()
    sid = sid_of(site, browser)
    with site.unchanged():
        assert framed(site, site.provider.issuer, "nobody's").status_code == 200
        assert framed(site, site.staff.issuer, sid).status_code == 200, "what another provider calls so"
        for issuer, told in (("https://evil.example", sid), ("", sid), (site.provider.issuer, "")):
            assert framed(site, issuer, told).status_code == 404
    answer = framed(site, site.provider.issuer, sid)
    assert answer.status_code == 200
    assert answer.headers["content-security-policy"] == (
        f"default-src 'none'; frame-ancestors {site.provider.issuer}"
    )
    assert "x-frame-options" not in answer.headers
    assert answer.headers["cache-control"] == "no-store"
    assert not browser.is_logged_in()
    assert other.is_logged_in()


def test_no_other_page_may_stand_in_a_frame(real_site: RealSite) -> None:
    for page in ("/larvik/", "/larvik/logg-inn", "/utlogget/i-ramme?iss=x&sid=x"):
        answer = httpx.get(f"{real_site.url}{page}", verify=TRUST)
        assert answer.headers["x-frame-options"] == "DENY"
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_whoever_is_to_be_nowhere_is_out_of_all_that_they_opened(either_real_site: RealSite) -> None:
    """Where the provider names the person and no log-in."""
    first, second, other = (either_real_site.browser() for _ in range(3))
    other.log_in_named("Myk Lyngtun", MYK)
    for browser in (first, second):
        browser.log_in_named()
    assert said(either_real_site, "", sid=None, sub=f"pid-{STILLE}").status_code == 200
    assert not first.is_logged_in()
    assert not second.is_logged_in()
    assert other.is_logged_in()


def test_strangers_do_not_make_us_ask_for_keys_all_the_time(real_site: RealSite) -> None:
    strange = new_key("strange")
    before = real_site.provider.asked_for_keys()
    for number in range(20):
        said(real_site, "x", key=strange, header={"kid": f"unknown-{number}"})
    assert real_site.provider.asked_for_keys() - before <= real_site.workers


@pytest.mark.parametrize("door", [DOOR, "/utlogget/fra-ansattinnlogging"])
def test_a_word_that_is_too_long_to_be_one_is_not_read(real_site: RealSite, door: str) -> None:
    """No page of ours posts here, and anybody can."""
    long = httpx.post(f"{real_site.url}{door}", data={"logout_token": "a" * 70_000}, verify=TRUST)
    assert long.status_code == 413
