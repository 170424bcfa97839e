"""Accounts of citizens that nothing is kept for: no case, no part in one, no signature, and nobody logged in."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, exists, func, select

from wizard.models import Account, Case, LoginSession, Table
from wizard.models_access import Access
from wizard.tools import Tools

LOOKUP = "lookup"


def _pointing() -> list[ColumnElement[Any]]:
    """Every column that points at an account; the access log is not among them, since it outlives accounts."""
    columns = [column for table in Table.metadata.sorted_tables for column in table.columns]
    by_key = [one for one in columns if any(key.column is Account.__table__.c.id for key in one.foreign_keys)]
    return [*by_key, Case.__table__.c.author_id]


def _naming() -> list[ColumnElement[Any]]:
    """Every column that says by its keyed hash whom something is about: a power, a yes, a code, a case."""
    columns = [column for table in Table.metadata.sorted_tables for column in table.columns]
    own = {Account.__table__, LoginSession.__table__, Access.__table__}
    return [one for one in columns if one.name.endswith(LOOKUP) and one.table not in own]


def _unused() -> ColumnElement[bool]:
    pointed_at = [exists(select(column).where(column == Account.id)) for column in _pointing()]
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


def _remove(db: Connection, which: ColumnElement[bool]) -> int:
    # locked first, asked again after: who logs in meanwhile waits, or is seen
    locked = list(db.scalars(select(Account.id).where(which).with_for_update()))
    return db.execute(delete(Account).where(Account.id.in_(locked), which)).rowcount
