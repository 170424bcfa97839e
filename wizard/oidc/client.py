"""Log-in by OpenID Connect, as ID-porten wants it: code flow, PKCE, pushed requests, and our own key for a password."""

import json
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import BoundedSemaphore
from time import time
from typing import Any, NamedTuple, Self
from urllib.parse import urlsplit

import httpx
from authlib.common.urls import add_params_to_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from wizard.oidc.directory import Directory, Doors, fetched
from wizard.oidc.errors import CancelledError, GoneError, ProviderDownError, RefusedError
from wizard.oidc.id_token import SKEW, Wanted, verified
from wizard.oidc.logout_token import Ended, ended_log_in
from wizard.oidc.own_key import OwnKey
from wizard.oidc.told import Told

SECONDS = 5.0
"""How long the provider may take for one answer while somebody waits."""
AT_ONCE = 2
"""So many of a process's threads, of which gunicorn gives it four, may wait for the provider: the others go on."""
TURN = 0.5
"""Seconds that somebody waits until it is their turn, before they are told that it cannot be reached."""
SHORT = 2.0
"""Seconds for what the provider is told beside what somebody waits for."""
GONE = {"invalid_grant", "login_required", "interaction_required", "consent_required"}
"""What it answers to a refresh token that is worth nothing any more (RFC 6749, 5.2; Entra asks for the person so)."""
NOT_LET_IN = {"access_denied", "login_required", "interaction_required", "consent_required"}
"""What the provider answers where the person went back, or may not log in: no fault of ours or of anybody's."""


class Asked(NamedTuple):
    """What is kept in the visitor's own session until the answer comes; none of it tells of anybody."""

    state: str
    nonce: str
    verifier: str
    back: str
    """Where the answer goes to."""
    since: int
    """Seconds since 1970, where the person must show anew who they are; 0 where an earlier log-in there will do."""
    confirms: bool
    """Whether somebody who is logged in here is to show that it is still them."""

    @classmethod
    def for_page(cls, back: str, *, anew: bool = False, confirms: bool = False) -> Self:
        state, nonce, verifier = (secrets.token_urlsafe(size) for size in (32, 32, 48))
        return cls(state, nonce, verifier, back, int(time()) if anew or confirms else 0, confirms)


class Party(NamedTuple):
    """What a provider and we have agreed on."""

    issuer: str
    client_id: str
    levels: tuple[str, ...]
    """How surely somebody must be known: one of these, in the provider's words."""
    wish: str
    """What of that is asked for, where it stands in ``acr``."""
    level_claim: str = "acr"
    """Another claim is asked for as such (OpenID Connect Core 5.5), as Entra wants it of ``acrs``."""
    scope: str = "openid"
    strict: bool = True
    """Whether it takes pushed requests, names itself in each answer, and is our proofs' audience, as ID-porten."""

    @property
    def asked_again(self) -> bool:
        """Whether a refresh token is asked for at log-in, and kept (OpenID Connect Core 11)."""
        return "offline_access" in self.scope.split()


class Client:
    """One a process and provider. It keeps its connections, and what the provider said of itself."""

    def __init__(self, party: Party, key: OwnKey) -> None:
        self.party, self.key = party, key
        self._http = httpx.Client(timeout=SECONDS, trust_env=False, headers={"Accept": "application/json"})
        self._directory = Directory(party.issuer, self._http, pushed=party.strict)
        self._turns = BoundedSemaphore(AT_ONCE)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """A provider that is slow must not hold those who are logged in already."""
        if not self._turns.acquire(timeout=TURN):
            raise ProviderDownError("others wait for it already")
        try:
            yield
        finally:
            self._turns.release()

    def begin(self, asked: Asked, language: str) -> str:
        """The address to send the visitor to: where the provider lets us push (RFC 9126), all lies there already."""
        with self._turn():
            return self._begun(asked, language)

    def _begun(self, asked: Asked, language: str) -> str:
        wishes = {
            "response_type": "code",
            "scope": self.party.scope,
            "redirect_uri": asked.back,
            "state": asked.state,
            "nonce": asked.nonce,
            "code_challenge": create_s256_code_challenge(asked.verifier),
            "code_challenge_method": "S256",
            "ui_locales": language,
        } | self._level_wished()
        if asked.since:
            wishes |= {"prompt": "login", "max_age": str(SKEW)}  # which also makes it tell when that was
        doors = self._directory.doors()
        where = {"client_id": self.party.client_id} | self._pushed(doors, wishes)
        return str(add_params_to_uri(doors.authorization_endpoint, list(where.items())))

    def _level_wished(self) -> dict[str, str]:
        claim, levels = self.party.level_claim, self.party.levels
        if claim == "acr":
            return {"acr_values": self.party.wish}
        one_of = {"value": levels[0]} if len(levels) == 1 else {"values": levels}
        return {"claims": json.dumps({"id_token": {claim: {"essential": True, **one_of}}})}

    def _pushed(self, doors: Doors, wishes: dict[str, str]) -> dict[str, str]:
        if not doors.pushed_authorization_request_endpoint:
            return wishes
        told = self._posted(doors.pushed_authorization_request_endpoint, wishes)
        if "error" in told or not isinstance(told.get("request_uri"), str):
            raise ProviderDownError(f"the request was not taken: {_short(told.get('error'))}")
        return {"request_uri": told["request_uri"]}

    def finish(self, asked: Asked, answer: Mapping[str, str]) -> Told:
        """What the provider says of who came back. The answer says itself who gives it (RFC 9207), or is nobody's.

        A provider that never names itself has an address of its own here, to which no other one answers.
        """
        with self._turn():
            return self._finished(asked, answer)

    def _finished(self, asked: Asked, answer: Mapping[str, str]) -> Told:
        doors = self._directory.doors()
        names_itself = self.party.strict or doors.names_itself or "iss" in answer
        if names_itself and answer.get("iss") != self.party.issuer:
            raise RefusedError("answer: iss")
        if error := answer.get("error"):
            raise CancelledError if error in NOT_LET_IN else RefusedError(f"answer: {_short(error)}")
        told = self._posted(
            doors.token_endpoint,
            {
                "grant_type": "authorization_code",
                "code": answer.get("code", ""),
                "redirect_uri": asked.back,
                "code_verifier": asked.verifier,
            },
        )
        if "error" in told or not isinstance(told.get("id_token"), str):
            raise RefusedError(f"code: {_short(told.get('error'))}")
        return self._believed(told, asked)

    def _believed(self, told: dict[str, Any], asked: Asked) -> Told:
        party = self.party
        wanted = Wanted(
            party.issuer, party.client_id, asked.nonce, party.levels, party.level_claim, asked.since or None
        )
        token = told["id_token"]
        claims, level = verified(token, str(told.get("access_token", "")), self._directory.keys, wanted)
        return Told(party.issuer, claims, level, token, refresh_token_of(told) if party.asked_again else "")

    def again(self, refresh_token: str) -> dict[str, Any]:
        """What it answers to that, for ``believed_again``: it may have spent the token, and tell another one.

        ``GoneError`` where it answers for the person no more; ``ProviderDownError`` for what is no answer.
        """
        with self._turn():
            door = self._directory.doors().token_endpoint
            told = self._posted(door, {"grant_type": "refresh_token", "refresh_token": refresh_token})
        if (error := told.get("error")) in GONE:
            raise GoneError(f"refresh: {error}")
        if (
            error is not None
        ):  # we are not known by this key, or it has too much to do: that tells nothing of anybody
            raise ProviderDownError(f"refresh: {_short(error)}")
        return dict(told)

    def believed_again(self, told: dict[str, Any], first: Mapping[str, Any]) -> Told:
        """What it says of them now; ``first`` is what it said at log-in. ``RefusedError`` where it is not its word."""
        token, party = told.get("id_token"), self.party
        if not isinstance(token, str):
            raise ProviderDownError("refresh: no ID token")
        nonce = str(first.get("nonce", ""))
        wanted = Wanted(party.issuer, party.client_id, nonce, party.levels, party.level_claim, first=first)
        with self._turn():
            claims, level = verified(token, str(told.get("access_token", "")), self._directory.keys, wanted)
        return Told(party.issuer, claims, level, token, refresh_token_of(told))

    def revoke(self, refresh_token: str) -> str:
        """Tell it that the token is used no more (RFC 7009), as well as may be; gives why not, else nothing."""
        wishes = {"token": refresh_token, "token_type_hint": "refresh_token"}
        try:
            with self._turn():
                doors = self._directory.doors()
                proof = self.key.proof(self.party.client_id, doors.token_endpoint)
                if not doors.revocation_endpoint:
                    return ""
                answer = self._http.post(doors.revocation_endpoint, data=wishes | proof, timeout=SHORT)
        except (httpx.HTTPError, ProviderDownError) as error:
            return type(error).__name__
        return "" if answer.is_success else str(answer.status_code)

    def _posted(self, door: str, wishes: dict[str, str]) -> Any:
        audience = self.party.issuer if self.party.strict else self._directory.doors().token_endpoint
        return fetched(self._http, "POST", door, wishes | self.key.proof(self.party.client_id, audience))

    def close(self) -> None:
        """Let its connections go, where the process goes on without it."""
        self._http.close()

    def way_out(self) -> str:
        """Where the provider ends its own log-in (OpenID Connect RP-Initiated Logout 1.0)."""
        with self._turn():
            return self._directory.doors().end_session_endpoint

    def ended(self, token: str) -> Ended:
        """The log-in that the provider says is over, or whose all are."""
        keys = self._directory.keys_for_strangers
        with self._turn():
            return ended_log_in(token, keys, self.party.issuer, self.party.client_id)


def refresh_token_of(told: Mapping[str, Any]) -> str:
    """Empty where the answer has none."""
    found = told.get("refresh_token")
    return found if isinstance(found, str) else ""


def _short(told: object) -> str:
    """A provider's word for an error, as it may stand in a log."""
    return "".join(letter for letter in str(told)[:40] if letter.isalnum() or letter == "_")


def origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
