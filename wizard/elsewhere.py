"""The log-in at a provider that stands behind one of ours: ended here, it is ended there too, and the other way."""

import uuid
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select

from wizard.models import LoginSession
from wizard.tools import Tools
from wizard.vault import SealBrokenError


@dataclass(frozen=True)
class Elsewhere:
    """What the provider calls the log-in and the person, and the ID token by which it knows the log-in again."""

    issuer: str
    sid: str
    subject: str
    id_token: str
    authenticated_at: datetime | None
    """When it last saw them show who they are; None where it does not tell."""


def kept_of(tools: Tools, elsewhere: Elsewhere | None, token_hash: bytes) -> dict[str, bytes]:
    """The columns of a log-in that hold it; none where no provider made it."""
    if elsewhere is None:
        return {}
    kept = {
        "sealed_hint": tools.vault.seal(elsewhere.id_token.encode(), hint_place(token_hash)),
        "subject_lookup": _lookup(tools, "sub", elsewhere.issuer, elsewhere.subject),
    }
    if elsewhere.sid:
        kept["provider_lookup"] = _lookup(tools, "sid", elsewhere.issuer, elsewhere.sid)
    return kept


def hint_place(token_hash: bytes) -> str:
    return f"login_sessions:{token_hash.hex()}"


def _lookup(tools: Tools, kind: str, issuer: str, told: str) -> bytes:
    """No provider can name what another one has named."""
    return tools.vault.lookup(f"{kind}:{issuer} {told}")


def id_token_of(tools: Tools, token_hash: bytes) -> str:
    """The provider's ID token of a log-in; empty where no provider made it, or its key is gone: logging out goes on."""
    with tools.store.connect() as db:
        sealed = db.scalar(select(LoginSession.sealed_hint).where(LoginSession.token_hash == token_hash))
    with suppress(SealBrokenError):
        return tools.vault.open(sealed, hint_place(token_hash)).decode() if sealed else ""
    return ""


def end(tools: Tools, issuer: str, sid: str) -> list[uuid.UUID]:
    """The provider says that its log-in is over: so are ours that it made. What is none of ours writes nothing.

    Gives whose each was.
    """
    made = LoginSession.provider_lookup == _lookup(tools, "sid", issuer, sid)
    with tools.store.connect() as db:
        if db.scalar(select(LoginSession.account_id).where(made).limit(1)) is None:
            return []
    return _ended(tools, made)


def end_all_of(tools: Tools, issuer: str, subject: str) -> list[uuid.UUID]:
    """The provider says that somebody is to be nowhere any more: all their log-ins that it made are over."""
    return _ended(tools, LoginSession.subject_lookup == _lookup(tools, "sub", issuer, subject))


def _ended(tools: Tools, which: ColumnElement[bool]) -> list[uuid.UUID]:
    with tools.store.write() as db:
        return list(db.scalars(delete(LoginSession).where(which).returning(LoginSession.account_id)))
