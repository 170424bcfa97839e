"""The account of somebody for whom a case is begun: found, made, or kept for whoever takes it over with a code."""

import secrets
import uuid

from sqlalchemy import Connection, delete, exists, select, update
from sqlalchemy.orm import Session

from forms.situation import Person
from wizard.accounts import is_told, lookup_of
from wizard.cases.rehashing import hold_in
from wizard.models import Account, Case
from wizard.tools import Tools

NONCE_BYTES = 32


def account_for(db: Session, tools: Tools, person: Person) -> uuid.UUID:
    """Who has that identity number, found by its keyed hash; what is kept of them already stays as it is.

    Nothing is kept of one that is known by nothing any more. Without a number it is an account of its own that no
    log-in leads to. Within the caller's transaction.
    """
    if not person.national_id:
        return _made(db, tools, person, tools.vault.lookup(f"nobody:{secrets.token_hex(NONCE_BYTES)}"))
    key = lookup_of(tools, person.national_id)
    found = db.scalar(select(Account.id).where(Account.lookup == key))
    if found and known_by_nothing(db.connection(), tools, found):
        mine = Account.id == found
        db.execute(select(Account.id).where(mine).with_for_update())
        if known_by_nothing(db.connection(), tools, found):  # yet: they may have logged in at the same moment
            db.execute(update(Account).where(mine).values(sealed_person=_sealed(tools, found, person)))
    return found or _made(db, tools, person, key)


def known_by_nothing(db: Connection, tools: Tools, account_id: uuid.UUID) -> bool:
    """Whether nobody has logged in to it, and nothing is its own, as when the one paper had another's number."""
    if not is_told(db, tools, account_id):
        return False
    return db.scalar(select(Case.id).where(Case.owner_id == account_id).limit(1)) is None


def _made(db: Session, tools: Tools, person: Person, key: bytes) -> uuid.UUID:
    hold_in(db, tools)
    account_id = uuid.uuid4()
    sealed = _sealed(tools, account_id, person)
    db.add(Account(id=account_id, lookup=key, staff_of=None, sealed_person=sealed))
    db.flush()
    return account_id


def _sealed(tools: Tools, account_id: uuid.UUID, person: Person) -> bytes:
    told = {"name": person.name, "national_id": person.national_id, "told": True}
    return tools.vault.seal_json(told, f"accounts:{account_id}")


def drop_unclaimed(db: Session, account_id: uuid.UUID) -> None:
    """Delete an account that nobody could log in to, once its last case has another owner."""
    db.execute(
        delete(Account).where(
            Account.id == account_id, ~exists(select(Case.id).where(Case.owner_id == account_id))
        )
    )
