"""One-time codes: made for one person, or for whoever stands at the counter now; guessing is slowed down and ends."""

import secrets
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

import structlog
from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from forms.situation import Person
from wizard.accounts import lookup_of
from wizard.cases.beginning import LETTERS
from wizard.cases.errors import CodeOverError, TooManyTriesError, WrongCodeError
from wizard.models import Account, Case
from wizard.models_acting import CodeTry, Invitation
from wizard.tools import Tools

LENGTH = 8
"""Of 30 letters and digits: 6.5e11 codes, of which a person may try five a minute."""
TRIES, WINDOW = 5, timedelta(minutes=1)
WRONG_PEOPLE = 10
"""So many people whom it is not for lock a code for good by trying it; one alone counts once."""
USED, REVOKED, EXPIRED, LOCKED = "used", "revoked", "expired", "locked"

log = structlog.get_logger()


class Wanted(NamedTuple):
    """What a code shall be good for; without ``who`` it is for whoever holds it."""

    case_id: uuid.UUID
    purpose: str
    who: Person | None
    made_by: uuid.UUID
    lifetime: timedelta


class Invited(NamedTuple):
    """An invitation that is open to the visitor."""

    id: uuid.UUID
    case_id: uuid.UUID
    purpose: str


def invite(db: Session, tools: Tools, wanted: Wanted) -> str:
    """Make a code, to be shown once and never again: only its keyed hash is kept. Within the caller's transaction."""
    drawn, at, invitation_id = (
        "".join(secrets.choice(LETTERS) for _ in range(LENGTH)),
        tools.clock(),
        uuid.uuid4(),
    )
    who = wanted.who
    db.add(
        Invitation(
            id=invitation_id,
            case_id=wanted.case_id,
            purpose=wanted.purpose,
            lookup=lookup_of(tools, who.national_id) if who else None,
            code_hash=_hash(tools, drawn),
            made_by=wanted.made_by,
            made_at=at,
            expires_at=at + wanted.lifetime,
            sealed_who=tools.vault.seal_json(
                {"name": who.name if who else ""}, f"invitations:{invitation_id}"
            ),
        )
    )
    return f"{drawn[:4]}-{drawn[4:]}"


Fits = Callable[[Invited], bool]
"""Whether the page where a code is typed takes codes like it; what it does not take, is none there."""


def open_code(tools: Tools, account_id: uuid.UUID, code: str, fits: Fits = lambda _invited: True) -> Invited:
    """The invitation that the code opens for that person, on a page that it ``fits``.

    ``WrongCodeError`` for a code that there is none of and for somebody else's alike; ``CodeOverError`` with the reason
    where it is their own but over; ``TooManyTriesError`` after five that opened nothing within a minute.
    """
    at = tools.clock()
    with tools.store.write() as db:
        one_at_a_time(db, account_id)
        if _tries(db, account_id, at) >= TRIES:
            raise TooManyTriesError
        typed = select(Invitation).where(Invitation.code_hash == _hash(tools, code))
        found = db.scalar(typed.with_for_update())
        own = found is not None and _is_for(db, found, account_id) and fits(_invited(found))
        over = _over(found, at) if found and own else ""
        if not own or over:
            _note_try(db, tools, account_id, at, None if own else found)
        there = found and db.scalar(select(Case.municipality).where(Case.id == found.case_id))
    if found is None or not own:
        raise WrongCodeError
    if over:
        raise CodeOverError(over, there or "")
    return _invited(found)


def _invited(found: Invitation) -> Invited:
    return Invited(found.id, found.case_id, found.purpose)


def use(db: Session, invited: Invited, at: datetime) -> None:
    """Take it up, once; ``CodeOverError`` where somebody was faster. Within the caller's transaction."""
    unused = update(Invitation).where(
        Invitation.id == invited.id, Invitation.used_at.is_(None), Invitation.revoked_at.is_(None)
    )
    if not db.execute(unused.values(used_at=at)).rowcount:  # type: ignore[attr-defined]  # an update's result counts rows
        raise CodeOverError(USED)


def revoke(db: Session, invitation_id: uuid.UUID, at: datetime) -> None:
    """Take an invitation back that was not taken up. Within the caller's transaction."""
    db.execute(
        update(Invitation)
        .where(Invitation.id == invitation_id, Invitation.used_at.is_(None), Invitation.revoked_at.is_(None))
        .values(revoked_at=at)
    )


def _hash(tools: Tools, code: str) -> bytes:
    bare = "".join(letter for letter in code.upper() if letter.isalnum())
    return tools.vault.lookup(f"code:{bare}")


def one_at_a_time(db: Session, account_id: uuid.UUID) -> None:
    """Tries of the same person wait for each other: side by side each would count only those before all of them."""
    if db.get_bind().dialect.name != "sqlite":  # there a transaction that writes is alone from its begin
        db.execute(select(Account.id).where(Account.id == account_id).with_for_update(key_share=True))


def is_locked(found: Invitation) -> bool:
    """Whether too many people tried it whom it is not for."""
    return bool(found.revoked_at) and found.wrong >= WRONG_PEOPLE


def _tries(db: Session, account_id: uuid.UUID, at: datetime) -> int:
    db.execute(delete(CodeTry).where(CodeTry.at <= at - WINDOW))
    return db.scalar(select(func.count()).where(CodeTry.account_id == account_id)) or 0


def _is_for(db: Session, found: Invitation, account_id: uuid.UUID) -> bool:
    if found.lookup is None:
        return True
    return db.scalar(select(Account.lookup).where(Account.id == account_id)) == found.lookup


def _over(found: Invitation, at: datetime) -> str:
    if found.used_at:
        return USED
    if found.revoked_at:
        return LOCKED if is_locked(found) else REVOKED
    return EXPIRED if at >= found.expires_at else ""


def _note_try(
    db: Session, tools: Tools, account_id: uuid.UUID, at: datetime, foreign: Invitation | None
) -> None:
    """``foreign`` is the invitation of somebody else that the code would have opened."""
    db.add(CodeTry(account_id=account_id, at=at))
    log.warning("code_refused", account=str(account_id))
    if foreign is None:
        return
    place = f"invitations:{foreign.id}"
    known = tools.vault.open_json(foreign.sealed_who, place)
    people = {*known.get("tried_by", ()), account_id.hex}
    foreign.sealed_who = tools.vault.seal_json({**known, "tried_by": sorted(people)}, place)
    foreign.wrong = len(people)
    if foreign.wrong >= WRONG_PEOPLE and not foreign.used_at:
        foreign.revoked_at = foreign.revoked_at or at
