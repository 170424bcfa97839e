"""The log-in at a provider that stands behind one of ours: ended here, it is ended there too, and the other way."""

import uuid
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, delete, select

from wizard.models import Account, LoginSession
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
    refresh_token: str = ""
    """By which it is asked later whether they work here still; empty for a citizen, and where it gave none."""


def kept_of(tools: Tools, elsewhere: Elsewhere | None, token_hash: bytes) -> dict[str, bytes | datetime]:
    """The columns of a log-in that hold it; none where no provider made it."""
    if elsewhere is None:
        return {}
    kept: dict[str, bytes | datetime] = {
        "sealed_hint": tools.vault.seal(elsewhere.id_token.encode(), hint_place(token_hash)),
        "subject_lookup": _lookup(tools, "sub", elsewhere.issuer, elsewhere.subject),
    }
    if elsewhere.sid:
        kept["provider_lookup"] = _lookup(tools, "sid", elsewhere.issuer, elsewhere.sid)
    if elsewhere.refresh_token:
        kept["sealed_refresh"] = tools.vault.seal(elsewhere.refresh_token.encode(), refresh_place(token_hash))
        kept["answered_at"] = tools.clock()
    return kept


def hint_place(token_hash: bytes) -> str:
    return f"login_sessions:{token_hash.hex()}"


def refresh_place(token_hash: bytes) -> str:
    return f"login_sessions:{token_hash.hex()}:refresh"


def _lookup(tools: Tools, kind: str, issuer: str, told: str) -> bytes:
    """No provider can name what another one has named."""
    return tools.vault.lookup(f"{kind}:{issuer} {told}")


class Behind(NamedTuple):
    """The provider's tokens of a log-in, and which provider's: that of staff, or of citizens."""

    id_token: str = ""
    refresh_token: str = ""
    staff: bool = False


def behind(tools: Tools, token_hash: bytes) -> Behind:
    """What stands behind a log-in, also where nobody has used it for so long that it opens nothing any more.

    No ID token where no provider made it, or its key is gone: logging out goes on.
    """
    made = select(LoginSession.sealed_hint, LoginSession.sealed_refresh, Account.staff_of).join(
        Account, Account.id == LoginSession.account_id
    )
    with tools.store.connect() as db:
        row = db.execute(made.where(LoginSession.token_hash == token_hash)).one_or_none()
    if row is None or not row.sealed_hint:
        return Behind()
    with suppress(SealBrokenError):
        hint = tools.vault.open(row.sealed_hint, hint_place(token_hash)).decode()
        refresh = (
            tools.vault.open(row.sealed_refresh, refresh_place(token_hash)) if row.sealed_refresh else b""
        )
        return Behind(hint, refresh.decode(), row.staff_of is not None)
    return Behind()


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
