"""The verbs by which an administrator ends log-ins: of a member of staff, of a citizen, or of everybody at once."""

from sqlalchemy import delete, select

from forms.validators import is_identity_number
from wizard.accounts import dismiss, lookup_of
from wizard.models import Account, LoginSession
from wizard.places import places
from wizard.tools import Tools


class NoSuchPersonError(Exception):
    """Nobody can have that number, or work there: who was meant is perhaps logged in still."""


def hold(tools: Tools, municipality: str | None) -> None:
    """``NoSuchPersonError`` where nobody can work, as there is no such municipality."""
    known = places(tools.settings)
    if municipality is not None and municipality not in known:
        raise NoSuchPersonError(f"There is no such municipality; there are {', '.join(sorted(known))}.")


def put_out(tools: Tools, municipality: str | None, national_id: str) -> int:
    """Whoever works for the municipality by that number, or the citizen where it is None; gives what was ended.

    ``NoSuchPersonError`` where it is no identity number.
    """
    if not is_identity_number(national_id, synthetic=tools.settings.allow_synthetic_numbers):
        raise NoSuchPersonError(
            "That is no identity number: nobody was put out. Look at each of its 11 digits."
        )
    if municipality is None:
        return put_out_citizen(tools, national_id)
    return put_out_staff(tools, municipality, national_id)


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
