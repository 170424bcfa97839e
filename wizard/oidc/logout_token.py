"""The provider's word that somebody has logged out there (OpenID Connect Back-Channel Logout 1.0)."""

from typing import Any, NamedTuple

from joserfc.errors import JoseError
from joserfc.jwt import JWTClaimsRegistry

from wizard.oidc.errors import RefusedError
from wizard.oidc.id_token import SKEW, Keys, claims_of

EVENT = "http://schemas.openid.net/event/backchannel-logout"
TYPE = "logout+jwt"
ANY = "jwt"
"""What RFC 7519 (5.1) calls any token."""
LONGEST = 16 * 1024
"""Letters of a token: it comes from anybody."""


class Ended(NamedTuple):
    """Which log-in is over, or whose: at least one of the two is told, the other may be empty."""

    sid: str
    subject: str


def ended_log_in(token: str, keys: Keys, issuer: str, client_id: str) -> Ended:
    """``RefusedError`` for what the provider has not said, or not to us."""
    if len(token) > LONGEST:
        raise RefusedError("logout token: too long")
    found = claims_of(token, keys)
    if not _is_typed_so(found.header):
        raise RefusedError("logout token: typ")
    claims = found.claims
    must = JWTClaimsRegistry(
        leeway=SKEW,
        iss={"essential": True, "value": issuer},
        aud={"essential": True, "value": client_id},
        iat={"essential": True},
        exp={"essential": True},
        jti={"essential": True},
    )
    try:
        must.validate(claims)
    except JoseError as error:
        raise RefusedError(f"logout token: {type(error).__name__}") from error
    events = claims.get("events")
    # an ID token has a nonce, and must never pass for a logout token
    if not isinstance(events, dict) or not isinstance(events.get(EVENT), dict) or "nonce" in claims:
        raise RefusedError("logout token: no such event")
    ended = Ended(str(claims.get("sid") or ""), str(claims.get("sub") or ""))
    if not any(ended):
        raise RefusedError("logout token: of nobody")
    return ended


def _is_typed_so(header: dict[str, Any]) -> bool:
    """Whether the token calls itself one, or nothing: the standard recommends the type and does not ask for it (2.4).

    "JWT" says nothing either: it stands over every token, and Keycloak sets it here too. What calls itself anything
    else is one that the provider has signed for another purpose (RFC 8725, 3.11).
    """
    if "typ" not in header:
        return True
    # names of types are of any case, and may leave out what they all begin with (RFC 7515, 4.1.9)
    return str(header["typ"]).lower().removeprefix("application/") in {TYPE, ANY}
