"""Who takes part in somebody else's case: as what, and whether their ground still holds. Reads only."""

import uuid
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select

from wizard.cases.errors import GroundLostError
from wizard.models_acting import Participant, Power

PROXY, ASSISTANT = "proxy", "assistant"
SECOND_PARENT, YOUNG_PERSON, APPLICANT, PRINCIPAL = "second_parent", "young_person", "applicant", "principal"
SIGNERS = (SECOND_PARENT, YOUNG_PERSON, APPLICANT, PRINCIPAL)
"""Who is asked to sign what somebody else filled in: they read it, and change nothing."""
CAPACITIES = (PROXY, ASSISTANT, *SIGNERS)
WRITERS = (PROXY, ASSISTANT)
ENDED, EXPIRED, NOT_BEGUN = "ended", "expired", "not_begun"
HELP_OVER, IDLE = "help_over", "idle"
IDLE_AFTER = timedelta(minutes=30)
"""So long an assistant may do nothing in a case: then they are taken to be somewhere else."""


class ParticipantRow(NamedTuple):
    """Somebody who takes part, with the power of attorney that a proxy acts by."""

    id: uuid.UUID
    case_id: uuid.UUID
    account_id: uuid.UUID
    capacity: str
    seen_at: datetime
    ended_at: datetime | None
    power_id: uuid.UUID | None
    confirmed_at: datetime | None
    power_ended_at: datetime | None
    first_day: date | None
    last_day: date | None
    scope: list[str] | None

    @property
    def writes(self) -> bool:
        return self.capacity in WRITERS

    def lost(self, today: date) -> str:
        """Why there is no ground to take part any more; empty while there is. ``today`` is counted in Europe/Oslo."""
        if self.ended_at or self.power_ended_at:
            return HELP_OVER if self.capacity == ASSISTANT else ENDED
        if self.power_id is None:
            return ""
        if self.confirmed_at is None or (self.first_day and today < self.first_day):
            return NOT_BEGUN
        return EXPIRED if self.last_day and today > self.last_day else ""

    def idle(self, at: datetime) -> str:
        """As ``lost``, for an assistant who has done nothing here for long."""
        return IDLE if self.capacity == ASSISTANT and at - self.seen_at >= IDLE_AFTER else ""


FIND = (
    select(
        Participant.id,
        Participant.case_id,
        Participant.account_id,
        Participant.capacity,
        Participant.seen_at,
        Participant.ended_at,
        Participant.power_id,
        Power.confirmed_at,
        Power.ended_at.label("power_ended_at"),
        Power.first_day,
        Power.last_day,
        Power.scope,
    )
    .outerjoin(Power, Power.case_id == Participant.power_id)
    .where(Participant.id == bindparam("participant_id"))
)


def find_participant(db: Connection, participant_id: uuid.UUID) -> ParticipantRow | None:
    """None where there is none."""
    row = db.execute(FIND, {"participant_id": participant_id}).one_or_none()
    return None if row is None else ParticipantRow._make(row)


def hold_ground(db: Connection, participant_id: uuid.UUID | None, today: date) -> None:
    """``GroundLostError`` where somebody who writes may no longer; within the transaction that writes.

    The rule of the page was asked before: a power of attorney may have been taken back since.
    """
    if participant_id is None:
        return
    found = find_participant(db, participant_id)
    lost = ENDED if found is None else found.lost(today)
    if lost:
        raise GroundLostError(lost)
