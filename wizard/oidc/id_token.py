"""The ID token: signed by the provider, for this site, for this very log-in, now, and as surely as was asked for."""

import json
from collections.abc import Callable, Mapping
from time import time
from typing import Any, NamedTuple

from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry, extract_compact

from wizard.oidc.errors import RefusedError, WeakError

SIGNED_WITH = ["RS256", "PS256", "ES256"]
"""With a key that the provider alone has: never ``none``, and nothing that a shared or public key could make."""
SKEW = 60
"""Seconds by which two clocks may differ."""

Keys = Callable[[KeySet | None], KeySet]
"""The provider's keys; other ones than those given, where a token names none of them."""


class Wanted(NamedTuple):
    """What a token must be for, and how surely it must know the person."""

    issuer: str
    client_id: str
    nonce: str
    levels: tuple[str, ...]
    level_claim: str = "acr"
    since: float | None = None
    """Seconds since 1970: the person must have shown anew who they are after that; None where it may be earlier."""
    first: Mapping[str, Any] | None = None
    """The claims at log-in, where a refresh token is answered to (OpenID Connect Core 12.2): it is of the same person,
    and may leave out the nonce, and the level, which nobody has shown anew."""


def claims_of(token: str, keys: Keys) -> Any:
    """The header and claims of a token that the provider has signed."""
    rules = JWSRegistry(algorithms=SIGNED_WITH, strict_check_header=False)
    try:
        known = keys(None)
        try:
            return jwt.decode(token, known, registry=rules)
        except InvalidKeyIdError:
            return jwt.decode(token, keys(known), registry=rules)
    except (JoseError, ValueError) as error:
        raise RefusedError(f"ID token: {type(error).__name__}") from error


def claims_kept(token: bytes) -> dict[str, Any]:
    """The claims of a token that was ``verified`` before, and has lain sealed since: its key may be gone by now."""
    rules = JWSRegistry(algorithms=SIGNED_WITH, strict_check_header=False)
    found: dict[str, Any] = json.loads(extract_compact(token, registry=rules).payload)
    return found


def verified(token: str, access_token: str, keys: Keys, wanted: Wanted) -> tuple[dict[str, Any], str]:
    """The claims and the level. ``RefusedError`` for anything that is not exactly what was asked for."""
    found = claims_of(token, keys)
    must = {
        "iss": {"essential": True, "value": wanted.issuer},
        "aud": {"essential": True, "value": wanted.client_id},
        "sub": {"essential": True},
    }
    params = {"client_id": wanted.client_id, "access_token": access_token}
    if wanted.first is None or "nonce" in found.claims:
        must |= {"nonce": {"essential": True, "value": wanted.nonce}}
        params |= {"nonce": wanted.nonce}
    if wanted.first is not None:
        must |= {"sub": {"essential": True, "value": wanted.first["sub"]}}
    claims = CodeIDToken(found.claims, found.header, must, params)
    try:
        claims.validate(leeway=SKEW)
    except JoseError as error:
        raise RefusedError(f"ID token: {type(error).__name__} {getattr(error, 'claim', '')}") from error
    _hold_time(claims.get("auth_time"), wanted.since)
    before = (wanted.first or {}).get(wanted.level_claim)
    return dict(claims), _held_level(claims.get(wanted.level_claim, before), wanted.levels)


def _hold_time(told: object, since: float | None) -> None:
    """When the person last showed who they are: not in the future, and not before it was asked of them."""
    if told is None and since is None:
        return
    if not isinstance(told, int) or isinstance(told, bool) or not 0 < told <= time() + SKEW:
        raise RefusedError("ID token: auth_time")
    if since is not None and told < since - SKEW:
        raise RefusedError("ID token: auth_time is old")


def _held_level(told: object, good: tuple[str, ...]) -> str:
    """The first of the levels that are good enough; some providers tell several at once."""
    several = told if isinstance(told, list) else [told]
    held = [level for level in good if level in several]
    if not held:
        raise WeakError("ID token: level")
    return held[0]
