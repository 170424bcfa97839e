"""Accounts of citizens that nothing is kept for: no case, no part in one, no signature, and nobody logged in."""

import uuid
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, exists, func, select
from sqlalchemy.sql.elements import KeyedColumnElement

from wizard.models import Account, Case, LoginSession, Table
from wizard.models_access import Access
from wizard.models_notices import AddressCode, Notice, NoticeAddress
from wizard.tools import Tools

LOOKUP = "lookup"
GO_ALONG = {table.__table__ for table in (NoticeAddress, AddressCode, Notice)}
"""What keeps no account: there is nothing that its owner could be told of. It goes with it."""


def _pointing() -> list[KeyedColumnElement[Any]]:
    """Every column that points at an account and keeps it; the access log is not among them, since it outlives both."""
    tables = [table for table in Table.metadata.sorted_tables if table not in GO_ALONG]
    columns = [column for table in tables for column in table.columns]
    by_key = [one for one in columns if any(key.column is Account.__table__.c.id for key in one.foreign_keys)]
    return [*by_key, Case.__table__.c.author_id]


def _naming() -> list[KeyedColumnElement[Any]]:
    """Every column that says by its keyed hash whom something is about: a power, a yes, a code, a case."""
    columns = [column for table in Table.metadata.sorted_tables for column in table.columns]
    own = {Account.__table__, LoginSession.__table__, Access.__table__}
    return [one for one in columns if one.name.endswith(LOOKUP) and one.table not in own]


def _unused(*, logged_in: bool = False) -> ColumnElement[bool]:
    """Of an account that nothing points at; ``logged_in`` is of one to which log-ins may all the same."""
    but = LoginSession.__table__ if logged_in else None
    pointing = [column for column in _pointing() if column.table is not but]
    pointed_at = [exists(select(column).where(column == Account.id)) for column in pointing]
    named = [exists(select(column).where(column == Account.lookup)) for column in _naming()]
    return and_(Account.staff_of.is_(None), *(~one for one in [*pointed_at, *named]))


def unused(tools: Tools) -> int:
    """How many there are."""
    with tools.store.read() as db:
        return db.scalar(select(func.count()).select_from(Account).where(_unused())) or 0


def remove_unused(tools: Tools) -> int:
    """Remove them all; gives how many. Whoever comes back gets a new one at their log-in."""
    with tools.store.begin() as db:
        return _remove(db, _unused())


def may_remove(tools: Tools, account_id: uuid.UUID) -> bool:
    """Whether nothing but log-ins is kept for that account."""
    with tools.store.connect() as db:
        own = select(Account.id).where(Account.id == account_id, _unused(logged_in=True))
        return db.execute(own).first() is not None


def remove_own(tools: Tools, account_id: uuid.UUID) -> bool:
    """Remove the account with all its log-ins; False where something is kept for it, and nothing happens."""
    with tools.store.begin() as db:
        return _remove(db, and_(Account.id == account_id, _unused(logged_in=True))) > 0


def _remove(db: Connection, which: ColumnElement[bool]) -> int:
    # locked first, asked again after: who logs in meanwhile waits, or is seen
    locked = list(db.scalars(select(Account.id).where(which).with_for_update()))
    return db.execute(delete(Account).where(Account.id.in_(locked), which)).rowcount
