"""What the provider says of itself: where its doors are (OpenID Connect Discovery 1.0), and its public keys."""

from time import monotonic
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import httpx
from authlib.oidc.discovery import get_well_known_url
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from wizard.oidc.errors import ProviderDownError

KEPT = 3600.0
"""Seconds: how long what it said is believed without asking anew."""
PAUSE = 30.0
"""Seconds between two questions for keys that strangers' tokens cause."""
LONGEST = 256 * 1024
"""Bytes of an answer."""


class Doors(NamedTuple):
    """The provider's own addresses."""

    authorization_endpoint: str
    pushed_authorization_request_endpoint: str
    token_endpoint: str
    end_session_endpoint: str
    jwks_uri: str


class Directory:
    """Asked at the first log-in, and again every hour; the keys also when one turns up that was not there."""

    def __init__(self, issuer: str, http: httpx.Client) -> None:
        self._issuer, self._http = issuer, http
        self._doors: tuple[float, Doors] | None = None
        self._keys: tuple[float, KeySet] | None = None

    def doors(self) -> Doors:
        """``ProviderDownError`` where it does not say, or says that it is another provider."""
        if self._doors is None or self._doors[0] < monotonic():
            told = fetched(self._http, "GET", get_well_known_url(self._issuer, external=True))
            self._doors = monotonic() + KEPT, self._believed(told)
        return self._doors[1]

    def _believed(self, told: dict[str, Any]) -> Doors:
        if told.get("issuer") != self._issuer:
            raise ProviderDownError("another issuer than the one in the settings")
        doors = [str(told.get(name, "")) for name in Doors._fields]
        if not all(map(is_safe, doors)):
            raise ProviderDownError("a door is missing, or is not https")
        return Doors(*doors)

    def keys(self, *, anew: bool = False) -> KeySet:
        if anew or self._keys is None or self._keys[0] < monotonic():
            told = fetched(self._http, "GET", self.doors().jwks_uri)
            try:
                self._keys = monotonic() + KEPT, KeySet.import_key_set(told)
            except (JoseError, ValueError, TypeError, KeyError) as error:
                raise ProviderDownError("its keys cannot be read") from error
        return self._keys[1]

    def keys_for_strangers(self, *, anew: bool = False) -> KeySet:
        """As ``keys``, for tokens that anybody may send: an unknown key does not make us ask each time."""
        lately = self._keys is not None and self._keys[0] - KEPT > monotonic() - PAUSE
        return self.keys(anew=anew and not lately)


def is_safe(address: str) -> bool:
    """Whether nobody can listen in: https, or this machine itself, as in the tests."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname == "127.0.0.1")


def fetched(http: httpx.Client, method: str, address: str, data: dict[str, str] | None = None) -> Any:
    """The JSON object that it answers. ``ProviderDownError`` for no answer, a fault of its own, or anything else.

    What it refuses, with 4xx, comes back too: as an object with ``error``.
    """
    try:
        answer = http.request(method, address, data=data)
        told = answer.json() if len(answer.content) <= LONGEST else None
    except (httpx.HTTPError, ValueError) as error:
        raise ProviderDownError(f"no answer: {type(error).__name__}") from error
    if answer.is_server_error or answer.is_redirect or not isinstance(told, dict):
        raise ProviderDownError(f"no usable answer: {answer.status_code}")
    if answer.is_client_error and "error" not in told:
        raise ProviderDownError(f"not there: {answer.status_code}")
    return told
