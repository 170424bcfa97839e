"""The account of somebody for whom a case is begun: found, made, or kept for whoever takes it over with a code."""

import secrets
import uuid

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from forms.situation import Person
from wizard.accounts import lookup_of
from wizard.models import Account, Case
from wizard.tools import Tools

NONCE_BYTES = 32


def account_for(db: Session, tools: Tools, person: Person) -> uuid.UUID:
    """Who has that identity number, found by its keyed hash; what is kept of them already stays as it is.

    Without a number it is an account of its own that no log-in leads to. Within the caller's transaction.
    """
    if not person.national_id:
        return _made(db, tools, person, tools.vault.lookup(f"nobody:{secrets.token_hex(NONCE_BYTES)}"))
    key = lookup_of(tools, person.national_id)
    found = db.scalar(select(Account.id).where(Account.lookup == key))
    return found or _made(db, tools, person, key)


def _made(db: Session, tools: Tools, person: Person, key: bytes) -> uuid.UUID:
    account_id = uuid.uuid4()
    sealed = tools.vault.seal_json(
        {"name": person.name, "national_id": person.national_id}, f"accounts:{account_id}"
    )
    db.add(Account(id=account_id, lookup=key, staff_of=None, sealed_person=sealed))
    db.flush()
    return account_id


def drop_unclaimed(db: Session, account_id: uuid.UUID) -> None:
    """Delete an account that nobody could log in to, once its last case has another owner."""
    db.execute(
        delete(Account).where(
            Account.id == account_id, ~exists(select(Case.id).where(Case.owner_id == account_id))
        )
    )
