"""The log-in at a provider that stands behind one of ours: ended here, it is ended there too, and the other way."""

from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import delete, select

from wizard.models import LoginSession
from wizard.tools import Tools
from wizard.vault import SealBrokenError


@dataclass(frozen=True)
class Elsewhere:
    """What the provider calls the log-in, and the ID token by which it knows it again."""

    sid: str
    id_token: str


def kept_of(tools: Tools, elsewhere: Elsewhere | None, token_hash: bytes) -> dict[str, bytes]:
    """The columns of a log-in that hold it; none where no provider made it."""
    if elsewhere is None:
        return {}
    kept = {"sealed_hint": tools.vault.seal(elsewhere.id_token.encode(), hint_place(token_hash))}
    return kept | ({"provider_lookup": _lookup(tools, elsewhere.sid)} if elsewhere.sid else {})


def hint_place(token_hash: bytes) -> str:
    return f"login_sessions:{token_hash.hex()}"


def _lookup(tools: Tools, sid: str) -> bytes:
    return tools.vault.lookup(f"sid:{sid}")


def id_token_of(tools: Tools, token_hash: bytes) -> str:
    """The provider's ID token of a log-in; empty where no provider made it, or its key is gone: logging out goes on."""
    with tools.store.connect() as db:
        sealed = db.scalar(select(LoginSession.sealed_hint).where(LoginSession.token_hash == token_hash))
    with suppress(SealBrokenError):
        return tools.vault.open(sealed, hint_place(token_hash)).decode() if sealed else ""
    return ""


def end(tools: Tools, sid: str) -> None:
    """The provider says that its log-in is over: so are ours that it made."""
    with tools.store.write() as db:
        db.execute(delete(LoginSession).where(LoginSession.provider_lookup == _lookup(tools, sid)))
