"""What a provider says of itself is believed where it is whole, safe, and of the issuer in the settings."""

import json
from typing import Any

import httpx
import pytest

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


@pytest.mark.parametrize("keys", [None, "x", [7], [{"kty": "RSA"}], [{"kty": "none", "kid": "x"}]])
def test_keys_that_cannot_be_read(keys: object) -> None:
    with pytest.raises(ProviderDownError, match="keys cannot be read"):
        directory(says(SOUND | {"keys": keys})).keys()


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1.evil.example", "http://evil@idporten.example", "//x", ""]
)
def test_what_is_not_safe(address: str) -> None:
    assert not is_safe(address)
