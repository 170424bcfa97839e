"""How it stands with everybody beside the author who signs, or may be asked to. Reads only."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from forms.law.references import Reference
from forms.signers import Signer, author_signs, known_name, signers
from wizard.accounts import person_of
from wizard.cases.drafts import Draft
from wizard.cases.finding import is_withdrawn
from wizard.cases.freezing import has_signed, is_frozen
from wizard.models import Account
from wizard.models_acting import Invitation, Participant, Signed
from wizard.tools import Tools

NOT_ASKED, ASKED, EXPIRED, READING = "not_asked", "asked", "expired", "reading"
SIGNED, DECLINED, VOIDED = "signed", "declined", "voided"
ON_THEIR_WAY = (ASKED, READING, VOIDED)


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

    @property
    def awaited(self) -> bool:
        """Whether their signature is missing: it must be there, or they were asked for it."""
        return self.state != SIGNED and (self.required or self.state in ON_THEIR_WAY)


@dataclass(frozen=True)
class Round:
    """Everybody's part; ``frozen`` where there is something to sign now."""

    frozen: bool
    author_signs: bool
    cosigners: tuple[Cosigner, ...]
    fallen: bool
    """Whether somebody had signed, and nothing of it holds since the author changed something."""

    @property
    def awaited(self) -> tuple[Cosigner, ...]:
        return tuple(one for one in self.cosigners if one.awaited)

    @property
    def complete(self) -> bool:
        """Whether all signatures are there that anybody waits for, and one at least."""
        signed = any(one.state == SIGNED for one in self.cosigners)
        return self.frozen and signed and not self.awaited


def round_of(db: Session, tools: Tools, draft: Draft) -> Round:
    """As the answers have it today: ages are counted anew each time. Of what was taken back, nobody signs anything."""
    now, case = draft.walk.now, draft.case
    frozen = is_frozen(db, case.id)
    wanted = () if case.submitted and is_withdrawn(db, case.id) else signers(now)
    return Round(
        frozen,
        author_signs(now),
        tuple(_stands(db, tools, draft, one) for one in wanted),
        fallen=not frozen and not case.submitted and has_signed(db, case.id),
    )


def waits(tools: Tools, case_id: uuid.UUID) -> bool:
    """Whether the draft is signed, or made ready, and waits for others."""
    with tools.store.connect() as db:
        return is_frozen(db, case_id)


def others_turn(tools: Tools, draft: Draft) -> bool:
    """Whether its author has nothing more to sign."""
    return not draft.unsound() and (not author_signs(draft.walk.now) or waits(tools, draft.case.id))


def _stands(db: Session, tools: Tools, draft: Draft, wanted: Signer) -> Cosigner:
    case_id, capacity = draft.case.id, wanted.capacity
    invited = _last_invitation(db, case_id, capacity)
    took_part = _participant(db, case_id, capacity)
    signed = _last_signature(db, case_id, capacity)
    name = known_name(draft.walk.now, capacity) or _name(db, tools, invited, took_part)

    def cosigner(state: str, at: datetime | None = None, word: str = "") -> Cosigner:
        until = invited.expires_at if invited else None
        return Cosigner(
            capacity, wanted.required, wanted.law, wanted.asked_here, state, name, until, at, word
        )

    if signed and signed.voided_at is None:
        return cosigner(SIGNED, signed.at)
    if took_part and took_part.declined_at:
        return cosigner(DECLINED, took_part.declined_at, _word(tools, took_part))
    if took_part:
        return cosigner(VOIDED if signed else READING, took_part.since)
    if invited is None or invited.revoked_at or invited.used_at:
        return cosigner(NOT_ASKED)
    return cosigner(EXPIRED if invited.expires_at <= tools.clock() else ASKED, invited.made_at)


def _last_invitation(db: Session, case_id: uuid.UUID, capacity: str) -> Invitation | None:
    query = select(Invitation).where(Invitation.case_id == case_id, Invitation.purpose == capacity)
    return db.scalar(query.order_by(Invitation.made_at.desc()).limit(1))


def _participant(db: Session, case_id: uuid.UUID, capacity: str) -> Participant | None:
    query = select(Participant).where(
        Participant.case_id == case_id, Participant.capacity == capacity, Participant.ended_at.is_(None)
    )
    return db.scalar(query.order_by(Participant.since.desc()).limit(1))


def _last_signature(db: Session, case_id: uuid.UUID, capacity: str) -> Signed | None:
    """One that holds before any that does not."""
    query = select(Signed).where(Signed.case_id == case_id, Signed.capacity == capacity)
    return db.scalar(query.order_by(Signed.voided_at.is_not(None), Signed.at.desc()).limit(1))


def _name(db: Session, tools: Tools, invited: Invitation | None, took_part: Participant | None) -> str:
    """As the log-in has it; until they have logged in, as whoever asked them wrote it."""
    if took_part and db.get(Account, took_part.account_id):
        return person_of(db.connection(), tools, took_part.account_id).name
    if invited is None or invited.revoked_at:
        return ""
    return str(tools.vault.open_json(invited.sealed_who, f"invitations:{invited.id}")["name"])


def _word(tools: Tools, took_part: Participant) -> str:
    if took_part.sealed_word is None:
        return ""
    return str(tools.vault.open_json(took_part.sealed_word, f"participants:{took_part.id}"))
