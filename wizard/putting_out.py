"""The verbs by which an administrator ends log-ins: of a member of staff, of a citizen, or of everybody at once."""

from sqlalchemy import delete, select

from wizard.accounts import dismiss, lookup_of
from wizard.models import Account, LoginSession
from wizard.tools import Tools


def put_out_staff(tools: Tools, municipality: str, national_id: str) -> int:
    """Whoever works for a municipality by that number, with all that they may there; gives how many people."""
    works_there = Account.number_lookup == lookup_of(tools, national_id, municipality)
    with tools.store.read() as db:
        keys = db.scalars(select(Account.lookup).where(works_there)).all()
    for key in keys:
        dismiss(tools, key)
    return len(keys)


def put_out_citizen(tools: Tools, national_id: str) -> int:
    """A citizen, as after their phone was stolen; gives how many log-ins. What is theirs here stays."""
    account = select(Account.id).where(Account.lookup == lookup_of(tools, national_id))
    theirs = delete(LoginSession).where(LoginSession.account_id.in_(account))
    with tools.store.write() as db:
        return len(db.scalars(theirs.returning(LoginSession.level)).all())


def put_out_everybody(tools: Tools) -> int:
    """As after a break-in; gives how many log-ins."""
    with tools.store.write() as db:
        return len(db.scalars(delete(LoginSession).returning(LoginSession.level)).all())
