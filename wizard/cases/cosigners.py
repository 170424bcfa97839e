"""How it stands with everybody beside the author who signs, or may be asked to. Reads only."""

import uuid
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from forms.law.references import Reference
from forms.marks import UNSIGNED
from forms.signers import Signer, author_signs, known_name, known_number, signers
from wizard.accounts import lookup_of, person_of
from wizard.cases.codes import is_locked
from wizard.cases.drafts import Draft
from wizard.cases.finding import is_withdrawn
from wizard.cases.freezing import fell_why, has_signed, is_frozen
from wizard.cases.refusals import word_of
from wizard.cases.since_frozen import AGED, aged, as_frozen, day_of, frozen_day
from wizard.models import Account, Submission
from wizard.models_acting import Invitation, Participant, Signed
from wizard.tools import Tools

NOT_ASKED, ASKED, EXPIRED, READING = "not_asked", "asked", "expired", "reading"
SIGNED, DECLINED, VOIDED, LOCKED = "signed", "declined", "voided", "locked"
ON_THEIR_WAY = (ASKED, READING, VOIDED)
SENT = select(Submission.marks, Submission.received_at).where(Submission.case_id == bindparam("at_case"))


@dataclass(frozen=True)
class Cosigner:
    """``name`` is what the answers or whoever asked them tell; ``until`` when their code expires."""

    capacity: str
    required: bool
    law: Reference
    asked_here: bool
    state: str
    name: str
    until: datetime | None = None
    at: datetime | None = None
    word: str = ""
    logged_in: str = ""
    """The name as the log-in has it, where no number confirms the one that the answers tell."""

    @property
    def awaited(self) -> bool:
        """Whether their answer is missing: their signature must be there, or they were asked for it."""
        answered = self.state in {SIGNED, DECLINED}
        return not answered and (self.required or self.state in ON_THEIR_WAY)

    @property
    def may_be_let_go(self) -> bool:
        """Whether they could sign, or read, if nobody ended it."""
        return self.state in {*ON_THEIR_WAY, DECLINED}


@dataclass(frozen=True)
class Round:
    """Everybody's part; ``frozen`` where there is something to sign now."""

    frozen: bool
    author_signs: bool
    cosigners: tuple[Cosigner, ...]
    fallen: bool
    """Whether somebody had signed, and nothing of it holds any more."""
    aged: bool = False
    """Whether that is for a birthday, by which others decide or sign, and not for anything that was changed."""

    @property
    def awaited(self) -> tuple[Cosigner, ...]:
        return tuple(one for one in self.cosigners if one.awaited)

    @property
    def declined(self) -> tuple[Cosigner, ...]:
        """Who said no, so that the author has to choose what comes next."""
        return tuple(one for one in self.cosigners if one.state == DECLINED)

    @property
    def open(self) -> bool:
        """Whether anybody is waited for, or reads it, or could."""
        return bool(self.awaited) or any(one.may_be_let_go for one in self.cosigners)

    @property
    def complete(self) -> bool:
        """Whether all signatures are there that anybody waits for, one at least, and nobody said no."""
        signed = any(one.state == SIGNED for one in self.cosigners)
        return self.frozen and signed and not self.awaited and not self.declined


def round_of(db: Session, tools: Tools, draft: Draft) -> Round:
    """As the answers have it today: ages are counted anew each time. Of what was taken back, nobody signs anything."""
    now, case = draft.walk.now, draft.case
    then = frozen_day(db, case.id)
    old = not case.submitted and aged(draft, then)
    frozen = then is not None and not old
    ever = frozen or case.submitted or has_signed(db, case.id)
    return Round(
        frozen,
        author_signs(now),
        tuple(_stands(db, tools, draft, one) for one in _wanted(db, draft)),
        fallen=ever and not frozen and not case.submitted,
        aged=old or (ever and fell_why(db, case.id) == AGED),
    )


def _wanted(db: Session, draft: Draft) -> tuple[Signer, ...]:
    """Who signs today; a birthday asks nobody for what was complete when it was sent."""
    case, now = draft.case, draft.walk.now
    if not case.submitted:
        return signers(now)
    if is_withdrawn(db, case.id):
        return ()
    sent = db.execute(SENT, {"at_case": case.id}).one()
    lacked = any(mark.startswith(f"{UNSIGNED} ") for mark in sent.marks)
    return signers(now if lacked else replace(now, today=day_of(sent.received_at)))


def waits(tools: Tools, case_id: uuid.UUID) -> bool:
    """Whether the draft is signed, or made ready, and waits for others."""
    with tools.store.connect() as db:
        return is_frozen(db, case_id)


def others_turn(tools: Tools, draft: Draft) -> bool:
    """Whether its author has nothing more to sign."""
    with tools.store.read() as db:
        frozen, found = round_of(db, tools, draft).frozen, as_frozen(db, draft)
    return not found.unsound() and (frozen or not author_signs(draft.walk.now))


def _stands(db: Session, tools: Tools, draft: Draft, wanted: Signer) -> Cosigner:
    capacity, whose = wanted.capacity, _Whose(draft.case.id, wanted.capacity, _lookup(tools, draft, wanted))
    invited = _last_invitation(db, whose)
    took_part = _participant(db, whose)
    signed = _last_signature(db, whose, took_part)
    known = known_name(draft.walk.now, capacity)
    name = known or _name(db, tools, invited, took_part)
    other = _name(db, tools, None, took_part) if known and not whose.lookup else ""

    def cosigner(state: str, at: datetime | None = None, word: str = "") -> Cosigner:
        until = invited.expires_at if invited else None
        return Cosigner(
            capacity, wanted.required, wanted.law, wanted.asked_here, state, name, until, at, word, other
        )

    if signed and signed.voided_at is None:
        return cosigner(SIGNED, signed.at)
    if took_part and took_part.declined_at:
        return cosigner(DECLINED, took_part.declined_at, word_of(tools, took_part))
    if took_part:
        return cosigner(VOIDED if signed else READING, took_part.since)
    if invited and is_locked(invited):
        return cosigner(LOCKED, invited.revoked_at)
    if invited is None or invited.revoked_at or invited.used_at:
        return cosigner(NOT_ASKED)
    return cosigner(EXPIRED if invited.expires_at <= tools.clock() else ASKED, invited.made_at)


class _Whose(NamedTuple):
    """Of which part it is asked; ``lookup`` is that of whom the answers tell, None where they tell nobody."""

    case_id: uuid.UUID
    capacity: str
    lookup: bytes | None


def _lookup(tools: Tools, draft: Draft, wanted: Signer) -> bytes | None:
    number = known_number(draft.walk.now, wanted.capacity)
    return lookup_of(tools, number) if number else None


def _last_invitation(db: Session, whose: _Whose) -> Invitation | None:
    query = select(Invitation).where(
        Invitation.case_id == whose.case_id, Invitation.purpose == whose.capacity
    )
    if whose.lookup:
        query = query.where(Invitation.lookup == whose.lookup)
    return db.scalar(query.order_by(Invitation.made_at.desc()).limit(1))


def _participant(db: Session, whose: _Whose) -> Participant | None:
    query = select(Participant).where(
        Participant.case_id == whose.case_id,
        Participant.capacity == whose.capacity,
        Participant.ended_at.is_(None),
    )
    if whose.lookup:
        query = query.where(Participant.account_id.in_(_accounts(whose.lookup)))
    return db.scalar(query.order_by(Participant.since.desc()).limit(1))


def _last_signature(db: Session, whose: _Whose, took_part: Participant | None) -> Signed | None:
    """One that holds before any that does not; of whoever takes part as that now, if anybody does."""
    query = select(Signed).where(Signed.case_id == whose.case_id, Signed.capacity == whose.capacity)
    if whose.lookup:
        query = query.where(Signed.account_id.in_(_accounts(whose.lookup)))
    if took_part:
        query = query.where(Signed.account_id == took_part.account_id)
    return db.scalar(query.order_by(Signed.voided_at.is_not(None), Signed.at.desc()).limit(1))


def _accounts(lookup: bytes) -> Any:
    return select(Account.id).where(Account.lookup == lookup)


def _name(db: Session, tools: Tools, invited: Invitation | None, took_part: Participant | None) -> str:
    """As the log-in has it; until they have logged in, as whoever asked them wrote it."""
    if took_part and db.get(Account, took_part.account_id):
        return person_of(db.connection(), tools, took_part.account_id).name
    if invited is None or invited.revoked_at:
        return ""
    return str(tools.vault.open_json(invited.sealed_who, f"invitations:{invited.id}")["name"])
