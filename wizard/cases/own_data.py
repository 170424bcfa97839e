"""What is held of somebody beside their cases: log-ins, and what they signed and did in cases of others. Reads only."""

import uuid
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select

from wizard.cases.refusals import word_of
from wizard.models import Case, LoginSession
from wizard.models_acting import Participant, Signed
from wizard.tools import Tools


class LogIn(NamedTuple):
    """A log-in that is not over, or not swept yet."""

    level: str
    started_at: datetime
    seen_at: datetime


class TookPart(NamedTuple):
    """As what they take part, or took part, in somebody else's case; ``word`` is what they wrote when they said no."""

    reference: str
    capacity: str
    since: datetime
    ended_at: datetime | None
    declined_at: datetime | None
    word: str
    """What they wrote with their no; empty where they wrote nothing."""


class Signature(NamedTuple):
    """A signature of theirs; ``voided_at`` where the form was changed after it."""

    reference: str
    capacity: str
    at: datetime
    content_sha256: str
    voided_at: datetime | None


class Beside(NamedTuple):
    log_ins: list[LogIn]
    took_part: list[TookPart]
    signatures: list[Signature]


def held_beside(tools: Tools, account_id: uuid.UUID, municipality: str) -> Beside:
    """Of one account; its log-ins are the same in every municipality."""
    here = Case.municipality == municipality
    log_ins = select(LoginSession.level, LoginSession.started_at, LoginSession.seen_at)
    took_part = select(Case.reference, Participant).join(Case, Case.id == Participant.case_id)
    signatures = select(
        Case.reference, Signed.capacity, Signed.at, Signed.content_sha256, Signed.voided_at
    ).join(Case, Case.id == Signed.case_id)
    with tools.store.read() as db:
        return Beside(
            [LogIn._make(row) for row in db.execute(log_ins.where(LoginSession.account_id == account_id))],
            [
                _part(tools, row.reference, row.Participant)
                for row in db.execute(took_part.where(Participant.account_id == account_id, here))
            ],
            [
                Signature._make(row)
                for row in db.execute(signatures.where(Signed.account_id == account_id, here))
            ],
        )


def _part(tools: Tools, reference: str, me: Participant) -> TookPart:
    return TookPart(reference, me.capacity, me.since, me.ended_at, me.declined_at, word_of(tools, me))
