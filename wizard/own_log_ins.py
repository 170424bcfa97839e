"""Where somebody is logged in now, as they see it themselves, and the end of one of those log-ins, or of all others."""

from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import delete, select

from wizard.accounts import Visitor, digest
from wizard.models import LoginSession
from wizard.tools import Tools


class LogIn(NamedTuple):
    """Of which machine it is, is not kept."""

    started_at: datetime
    seen_at: datetime
    own: bool
    """Whether it is the one that asks."""
    mark: str
    """What its button posts; it opens nothing, and tells neither token nor digest."""


def _mark(tools: Tools, token_hash: bytes) -> str:
    return tools.vault.lookup(f"log-in:{token_hash.hex()}").hex()


def own_log_ins(tools: Tools, visitor: Visitor) -> list[LogIn]:
    """Those that last still: their own first, then the one last used."""
    at = tools.clock()
    began = at - timedelta(hours=tools.settings.session_hours)
    used = at - timedelta(minutes=tools.settings.idle_minutes)
    lasting = select(LoginSession.started_at, LoginSession.seen_at, LoginSession.token_hash).where(
        LoginSession.account_id == visitor.account_id,
        LoginSession.started_at > began,
        LoginSession.seen_at > used,
    )
    with tools.store.connect() as db:
        rows = db.execute(lasting).all()
    here = digest(visitor.token)
    found = [
        LogIn(row.started_at, row.seen_at, row.token_hash == here, _mark(tools, row.token_hash))
        for row in rows
    ]
    return sorted(found, key=lambda one: (one.own, one.seen_at), reverse=True)


def end_one(tools: Tools, visitor: Visitor, mark: str) -> None:
    """Another of their own log-ins; nothing where it is over already, is the one that asks, or is somebody else's."""
    others = select(LoginSession.token_hash).where(
        LoginSession.account_id == visitor.account_id, LoginSession.token_hash != digest(visitor.token)
    )
    with tools.store.write() as db:
        meant = [one for one in db.scalars(others) if _mark(tools, one) == mark]
        db.execute(delete(LoginSession).where(LoginSession.token_hash.in_(meant)))


def end_others(tools: Tools, visitor: Visitor) -> None:
    others = delete(LoginSession).where(
        LoginSession.account_id == visitor.account_id, LoginSession.token_hash != digest(visitor.token)
    )
    with tools.store.write() as db:
        db.execute(others)
