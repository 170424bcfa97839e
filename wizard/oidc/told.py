"""What a provider has said of somebody who logged in there, and we have found to be its word."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from forms.validators import is_identity_number
from wizard.elsewhere import Elsewhere
from wizard.oidc.errors import NumberlessError


@dataclass(frozen=True)
class Told:
    """``level`` is how surely it knows the person, in its own word."""

    issuer: str
    claims: dict[str, Any]
    level: str
    id_token: str
    refresh_token: str = ""
    """By which it is asked again later; empty where it gave none, and where it is not asked."""

    @property
    def elsewhere(self) -> Elsewhere:
        at = self.claims.get("auth_time")
        return Elsewhere(
            issuer=self.issuer,
            sid=str(self.claims.get("sid", "")),
            subject=str(self.claims["sub"]),
            id_token=self.id_token,
            refresh_token=self.refresh_token,
            authenticated_at=None if at is None else datetime.fromtimestamp(at, UTC),
        )

    def national_id(self, claim: str, *, synthetic: bool) -> str:
        """``NumberlessError`` where the claim is no Norwegian identity number."""
        number = self.claims.get(claim)
        if not isinstance(number, str) or not is_identity_number(number, synthetic=synthetic):
            raise NumberlessError("ID token: the number")
        return number
