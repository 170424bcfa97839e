"""Who said no to signing: it stands until they sign, whether or not they are asked still. Reads only."""

import uuid
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from wizard.cases.participants import SIGNERS
from wizard.models_acting import Participant, Signed
from wizard.tools import Tools


class Refusal(NamedTuple):
    """As what somebody said no, when, and what they wrote with it; empty where they wrote nothing."""

    capacity: str
    at: datetime
    word: str


def refusals(db: Session, tools: Tools, case_id: uuid.UUID) -> list[Refusal]:
    """In the order in which they came, one for each capacity: the last. None where somebody has signed as that."""
    signed = exists().where(
        Signed.case_id == case_id, Signed.capacity == Participant.capacity, Signed.voided_at.is_(None)
    )
    query = (
        select(Participant)
        .where(Participant.case_id == case_id, Participant.declined_at.is_not(None), ~signed)
        .where(Participant.capacity.in_(SIGNERS))
        .order_by(Participant.declined_at)
    )
    found = {
        row.capacity: Refusal(row.capacity, row.declined_at or row.since, word_of(tools, row))
        for row in db.scalars(query)
    }
    return list(found.values())


def word_of(tools: Tools, row: Participant) -> str:
    """What somebody wrote to whoever asked them."""
    if row.sealed_word is None:
        return ""
    return str(tools.vault.open_json(row.sealed_word, f"participants:{row.id}"))
