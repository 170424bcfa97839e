"""The ID token: signed by the provider, for this site, for this very log-in, now, and as surely as was asked for."""

from collections.abc import Callable
from typing import Any, NamedTuple

from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from wizard.oidc.errors import NumberlessError, RefusedError, WeakError

SIGNED_WITH = ["RS256", "PS256", "ES256"]
"""With a key that the provider alone has: never ``none``, and nothing that a shared or public key could make."""
LEVELS = ("idporten-loa-low", "idporten-loa-substantial", "idporten-loa-high")
SKEW = 60
"""Seconds by which two clocks may differ."""


class Wanted(NamedTuple):
    """What a token must be for."""

    issuer: str
    client_id: str
    nonce: str
    acr: str


def claims_of(token: str, keys: Callable[..., KeySet]) -> Any:
    """The header and claims of a token that the provider has signed; ``keys(anew=True)`` fetches its keys again."""
    rules = JWSRegistry(algorithms=SIGNED_WITH, strict_check_header=False)
    try:
        try:
            return jwt.decode(token, keys(), registry=rules)
        except InvalidKeyIdError:
            return jwt.decode(token, keys(anew=True), registry=rules)
    except (JoseError, ValueError) as error:
        raise RefusedError(f"ID token: {type(error).__name__}") from error


def verified(token: str, access_token: str, keys: Callable[..., KeySet], wanted: Wanted) -> dict[str, Any]:
    """The claims. ``RefusedError`` for anything that is not exactly what was asked for."""
    found = claims_of(token, keys)
    must = {
        "iss": {"essential": True, "value": wanted.issuer},
        "aud": {"essential": True, "value": wanted.client_id},
        "nonce": {"essential": True, "value": wanted.nonce},
    }
    params = {"nonce": wanted.nonce, "client_id": wanted.client_id, "access_token": access_token}
    claims = CodeIDToken(found.claims, found.header, must, params)
    try:
        claims.validate(leeway=SKEW)
    except JoseError as error:
        raise RefusedError(f"ID token: {type(error).__name__} {getattr(error, 'claim', '')}") from error
    _hold_level(claims.get("acr"), wanted.acr)
    if not isinstance(claims.get("pid"), str):
        raise NumberlessError("ID token: no pid")
    return dict(claims)


def _hold_level(told: object, asked: str) -> None:
    if told not in LEVELS[LEVELS.index(asked) :]:
        raise WeakError("ID token: acr")
