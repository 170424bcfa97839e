"""Log-in by OpenID Connect, as ID-porten wants it: code flow, PKCE, pushed requests, and our own key for a password."""

import secrets
from collections.abc import Mapping
from typing import Any, NamedTuple, Self
from urllib.parse import urlsplit

import httpx
from authlib.common.urls import add_params_to_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from forms.validators import is_identity_number
from wizard.oidc.directory import Directory, fetched
from wizard.oidc.errors import CancelledError, NumberlessError, ProviderDownError, RefusedError
from wizard.oidc.id_token import Wanted, verified
from wizard.oidc.logout_token import ended_log_in
from wizard.oidc.own_key import OwnKey
from wizard.settings import Settings

SECONDS = 5.0
"""How long the provider may take for one answer while somebody waits."""
NOT_LET_IN = {"access_denied", "login_required", "interaction_required", "consent_required"}
"""What the provider answers where the person went back, or may not log in: no fault of ours or of anybody's."""


class Asked(NamedTuple):
    """What is kept in the visitor's own session until the answer comes; none of it tells of anybody."""

    state: str
    nonce: str
    verifier: str
    back: str
    """Where the answer goes to."""

    @classmethod
    def for_page(cls, back: str) -> Self:
        return cls(secrets.token_urlsafe(32), secrets.token_urlsafe(32), secrets.token_urlsafe(48), back)


class Known(NamedTuple):
    """Whom the provider knows, how surely, and what it takes to end the log-in there too."""

    national_id: str
    level: str
    sid: str
    id_token: str


class Client:
    """One a process. It keeps its connections, and what the provider said of itself."""

    def __init__(self, settings: Settings, key: OwnKey) -> None:
        self._settings, self._key = settings, key
        self._issuer, self._client_id = settings.oidc_issuer, settings.oidc_client_id
        self._http = httpx.Client(timeout=SECONDS, trust_env=False, headers={"Accept": "application/json"})
        self._directory = Directory(self._issuer, self._http)

    def begin(self, asked: Asked, language: str) -> str:
        """The address to send the visitor to (RFC 9126): all that is asked lies with the provider already."""
        wishes = {
            "response_type": "code",
            "scope": "openid",
            "redirect_uri": asked.back,
            "state": asked.state,
            "nonce": asked.nonce,
            "code_challenge": create_s256_code_challenge(asked.verifier),
            "code_challenge_method": "S256",
            "acr_values": self._settings.oidc_acr,
            "ui_locales": language,
        }
        doors = self._directory.doors()
        told = self._posted(doors.pushed_authorization_request_endpoint, wishes)
        if "error" in told or not isinstance(told.get("request_uri"), str):
            raise ProviderDownError(f"the request was not taken: {_short(told.get('error'))}")
        where = [("client_id", self._client_id), ("request_uri", told["request_uri"])]
        return str(add_params_to_uri(doors.authorization_endpoint, where))

    def finish(self, asked: Asked, answer: Mapping[str, str]) -> Known:
        """Who came back. The answer says itself who gives it (RFC 9207), or it is nobody's."""
        if answer.get("iss") != self._issuer:
            raise RefusedError("answer: iss")
        if error := answer.get("error"):
            raise CancelledError if error in NOT_LET_IN else RefusedError(f"answer: {_short(error)}")
        told = self._posted(
            self._directory.doors().token_endpoint,
            {
                "grant_type": "authorization_code",
                "code": answer.get("code", ""),
                "redirect_uri": asked.back,
                "code_verifier": asked.verifier,
            },
        )
        if "error" in told or not isinstance(told.get("id_token"), str):
            raise RefusedError(f"code: {_short(told.get('error'))}")
        return self._known(told, asked)

    def _known(self, told: dict[str, Any], asked: Asked) -> Known:
        wanted = Wanted(self._issuer, self._client_id, asked.nonce, self._settings.oidc_acr)
        claims = verified(told["id_token"], str(told.get("access_token", "")), self._directory.keys, wanted)
        number = claims["pid"]
        if not is_identity_number(number, synthetic=self._settings.allow_synthetic_numbers):
            raise NumberlessError("ID token: pid")
        return Known(number, claims["acr"], str(claims.get("sid", "")), told["id_token"])

    def _posted(self, door: str, wishes: dict[str, str]) -> Any:
        proof = self._key.proof(self._client_id, self._issuer)
        return fetched(self._http, "POST", door, wishes | proof)

    def way_out(self) -> str:
        """Where the provider ends its own log-in (OpenID Connect RP-Initiated Logout 1.0)."""
        return self._directory.doors().end_session_endpoint

    def ended(self, token: str) -> str:
        """The ``sid`` of the log-in that the provider says is over."""
        return ended_log_in(token, self._directory.keys_for_strangers, self._issuer, self._client_id)


def _short(told: object) -> str:
    """A provider's word for an error, as it may stand in a log."""
    return "".join(letter for letter in str(told)[:40] if letter.isalnum() or letter == "_")


def origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
