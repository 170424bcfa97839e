"""What the provider says of itself: where its doors are (OpenID Connect Discovery 1.0), and its public keys."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from time import monotonic
from typing import Any, NamedTuple

import httpx
from authlib.oidc.discovery import get_well_known_url
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from wizard import service_address
from wizard.oidc.errors import ProviderDownError

KEPT = 3600.0
"""Seconds: how long what it said is believed without asking anew."""
PAUSE = 30.0
"""Seconds between two questions for keys that strangers' tokens cause."""
LONGEST = 256 * 1024
"""Bytes of an answer."""


PUSHED, REVOKES = "pushed_authorization_request_endpoint", "revocation_endpoint"


class Doors(NamedTuple):
    """The provider's own addresses."""

    authorization_endpoint: str
    token_endpoint: str
    end_session_endpoint: str
    jwks_uri: str
    pushed_authorization_request_endpoint: str
    """Empty where it takes what is asked in the address alone."""
    revocation_endpoint: str
    """Empty where it has none, as Entra (RFC 7009)."""
    names_itself: bool = False
    """Whether it says that each of its answers tells whose it is (RFC 9207)."""


class Directory:
    """Asked at the first log-in, and again every hour; the keys also when one turns up that was not there.

    Many who log in at once cause one question: the others wait for its answer, and share it where there is none.
    """

    def __init__(self, issuer: str, http: httpx.Client, *, pushed: bool = True) -> None:
        """``pushed`` says whether it must take pushed requests (RFC 9126)."""
        self._issuer, self._http, self._pushed = issuer, http, pushed
        self._doors: tuple[float, Doors] | None = None
        self._keys: tuple[float, KeySet] | None = None
        self._asking, self._failed = Lock(), 0.0

    @contextmanager
    def _one_at_a_time(self) -> Iterator[None]:
        came = monotonic()
        with self._asking:
            if self._failed > came:
                raise ProviderDownError("it has just not answered somebody else")
            try:
                yield
            except ProviderDownError:
                self._failed = monotonic()
                raise

    def doors(self) -> Doors:
        """``ProviderDownError`` where it does not say, or says that it is another provider."""
        if self._doors is None or self._doors[0] < monotonic():
            with self._one_at_a_time():
                return self._asked_doors()
        return self._doors[1]

    def _asked_doors(self) -> Doors:
        if self._doors is None or self._doors[0] < monotonic():
            told = fetched(self._http, "GET", get_well_known_url(self._issuer, external=True))
            self._doors = monotonic() + KEPT, self._believed(told)
        return self._doors[1]

    def _believed(self, told: dict[str, Any]) -> Doors:
        if told.get("issuer") != self._issuer:
            raise ProviderDownError("another issuer than the one in the settings")
        doors = {name: str(told.get(name, "")) for name in Doors._fields[:-1]}
        optional = {REVOKES} if self._pushed else {PUSHED, REVOKES}
        needed = [door for name, door in doors.items() if door or name not in optional]
        if not all(map(is_safe, needed)):
            raise ProviderDownError("a door is missing, is no address, or is not https")
        names_itself = told.get("authorization_response_iss_parameter_supported") is True
        return Doors(**doors, names_itself=names_itself)

    def keys(self, stale: KeySet | None = None) -> KeySet:
        """Its keys; other ones than ``stale``, in which somebody has not found theirs."""
        kept = self._keys
        if kept and kept[0] >= monotonic() and kept[1] is not stale:
            return kept[1]
        door = self.doors().jwks_uri
        with self._one_at_a_time():
            return self._asked_keys(door, stale)

    def _asked_keys(self, door: str, stale: KeySet | None) -> KeySet:
        kept = self._keys
        if kept and kept[0] >= monotonic() and kept[1] is not stale:
            return kept[1]  # somebody else has asked meanwhile
        told = fetched(self._http, "GET", door)
        try:
            self._keys = monotonic() + KEPT, KeySet.import_key_set(told)
        except (JoseError, ValueError, TypeError, KeyError) as error:
            raise ProviderDownError("its keys cannot be read") from error
        return self._keys[1]

    def keys_for_strangers(self, stale: KeySet | None = None) -> KeySet:
        """As ``keys``, for tokens that anybody may send: an unknown key does not make us ask each time."""
        lately = self._keys is not None and self._keys[0] - KEPT > monotonic() - PAUSE
        return self.keys(None if lately else stale)


def is_safe(address: str) -> bool:
    """Whether nobody can listen in: https, or this machine itself, as in the tests."""
    parts = service_address.read(address)
    if parts is None:
        return False
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
