"""What a provider says of itself is believed where it is whole, safe, and of the issuer in the settings."""

import json
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from joserfc.jwk import KeySet, RSAKey

from wizard.oidc.directory import LONGEST, Directory, is_safe
from wizard.oidc.errors import ProviderDownError

ISSUER = "https://idporten.example"
SOUND = {
    "issuer": ISSUER,
    "authorization_endpoint": "https://login.idporten.example/authorize",
    "pushed_authorization_request_endpoint": "https://idporten.example/par",
    "token_endpoint": "https://idporten.example/token",
    "end_session_endpoint": "https://login.idporten.example/logout",
    "jwks_uri": "https://idporten.example/jwks.json",
}


def directory(answer: httpx.Response) -> Directory:
    """Of a provider that answers every question so."""
    return Directory(ISSUER, httpx.Client(transport=httpx.MockTransport(lambda _: answer)))


def says(told: Any) -> httpx.Response:
    return httpx.Response(200, text=json.dumps(told))


def test_a_provider_that_says_all_of_it() -> None:
    assert directory(says(SOUND)).doors().token_endpoint == SOUND["token_endpoint"]


@pytest.mark.parametrize("name", SOUND)
@pytest.mark.parametrize("value", [None, "", "http://idporten.example/x", "ftp://idporten.example", 7])
def test_a_door_that_is_missing_or_that_others_can_listen_in_to(name: str, value: object) -> None:
    told = {one: text for one, text in (SOUND | {name: value}).items() if text is not None}
    with pytest.raises(ProviderDownError):
        directory(says(told)).doors()


def test_a_door_that_need_not_be_there_is_safe_where_it_is() -> None:
    with pytest.raises(ProviderDownError):
        directory(says(SOUND | {"revocation_endpoint": "http://idporten.example/x"})).doors()


@pytest.mark.parametrize("issuer", [f"{ISSUER}/", ISSUER.upper(), "https://evil.example"])
def test_another_issuer(issuer: str) -> None:
    with pytest.raises(ProviderDownError, match="another issuer"):
        directory(says(SOUND | {"issuer": issuer})).doors()


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(200, text="<html>"),
        httpx.Response(200, text="[]"),
        httpx.Response(200, text=json.dumps(SOUND) + " " * LONGEST),
        httpx.Response(302, headers={"Location": "https://evil.example"}, text=json.dumps(SOUND)),
        httpx.Response(404, text=json.dumps(SOUND)),
        httpx.Response(500, text=json.dumps(SOUND)),
    ],
    ids=["a page", "a list", "too long", "led on", "not there", "a fault"],
)
def test_no_usable_answer(answer: httpx.Response) -> None:
    with pytest.raises(ProviderDownError):
        directory(answer).doors()


CROWD = 8


class Slow:
    """A provider that takes a moment for each answer, and counts its questions."""

    def __init__(self, keys: Any) -> None:
        self.asked, self._keys = list[str](), keys

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request.url.path)
        time.sleep(0.4)
        return says(SOUND | {"keys": self._keys})


def all_at_once(ask: Callable[[], KeySet]) -> list[object]:
    """What each of a crowd gets, or why it gets nothing."""
    ready = threading.Barrier(CROWD)

    def one(_: int) -> object:
        ready.wait()
        try:
            return ask()
        except ProviderDownError as error:
            return str(error)

    with ThreadPoolExecutor(CROWD) as crowd:
        return list(crowd.map(one, range(CROWD)))


def test_f_26_a_crowd_asks_once_and_shares_the_answer() -> None:
    """First of all, and when a token names a key that was not there."""
    slow = Slow([RSAKey.generate_key(2048, {"kid": "first"}).as_dict(private=False)])
    found = Directory(ISSUER, httpx.Client(transport=httpx.MockTransport(slow)))
    first = all_at_once(found.keys)
    assert slow.asked == ["/.well-known/openid-configuration", "/jwks.json"]
    assert len({id(one) for one in first}) == 1
    stale = found.keys()
    second = all_at_once(lambda: found.keys(stale))
    assert slow.asked[2:] == ["/jwks.json"]
    assert {id(one) for one in second} == {id(found.keys())} != {id(stale)}


def test_a_crowd_does_not_wait_one_by_one_for_a_provider_that_fails() -> None:
    slow = Slow("none")
    found = Directory(ISSUER, httpx.Client(transport=httpx.MockTransport(slow)))
    assert all(isinstance(one, str) for one in all_at_once(found.keys))
    assert slow.asked.count("/jwks.json") == 1


@pytest.mark.parametrize("keys", [None, "x", [7], [{"kty": "RSA"}], [{"kty": "none", "kid": "x"}]])
def test_keys_that_cannot_be_read(keys: object) -> None:
    with pytest.raises(ProviderDownError, match="keys cannot be read"):
        directory(says(SOUND | {"keys": keys})).keys()


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1.evil.example", "http://evil@idporten.example", "//x", ""]
)
def test_what_is_not_safe(address: str) -> None:
    assert not is_safe(address)
