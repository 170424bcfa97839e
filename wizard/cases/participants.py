"""Who takes part in somebody else's case: as what, and whether their ground still holds. Reads only."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple, Protocol

from sqlalchemy import Connection, and_, bindparam, select

from forms import signers
from wizard.models import Case
from wizard.models_acting import Participant, Power, Signed

PROXY, ASSISTANT = "proxy", "assistant"
SECOND_PARENT, YOUNG_PERSON, APPLICANT, PRINCIPAL = SIGNERS = signers.CAPACITIES
"""Who is asked to sign what somebody else filled in: they read it, and change nothing."""
CAPACITIES = (PROXY, ASSISTANT, *SIGNERS)
WRITERS = (PROXY, ASSISTANT)
ENDED, EXPIRED, NOT_BEGUN, TAKEN_BACK = "ended", "expired", "not_begun", "taken_back"
WORKS_HERE = "works_here"
"""Whoever handles such cases in the municipality can be nobody's proxy there (forvaltningsloven § 12)."""
HELP_OVER, IDLE, COPY_OVER = "help_over", "idle", "copy_over"
IDLE_AFTER = timedelta(minutes=30)
"""So long an assistant may do nothing in a case: then they are taken to be somewhere else."""
HELP_AT_MOST = timedelta(hours=4)
"""So long an assistant may help on one code, whatever they do: longer than a visit takes."""
COPY_WITHIN = timedelta(minutes=15)
"""So long after it was sent an assistant reads what they helped with: to print it, and hand over the person's copy."""
ENDED_AS = {ASSISTANT: HELP_OVER} | dict.fromkeys(SIGNERS, TAKEN_BACK)
"""Why somebody takes part no more whom nobody threw out of a power."""


class ParticipantRow(NamedTuple):
    """Somebody who takes part, with the power of attorney that a proxy acts by."""

    id: uuid.UUID
    case_id: uuid.UUID
    account_id: uuid.UUID
    capacity: str
    since: datetime
    seen_at: datetime | None
    ended_at: datetime | None
    declined_at: datetime | None
    power_id: uuid.UUID | None
    confirmed_at: datetime | None
    power_ended_at: datetime | None
    first_day: date | None
    last_day: date | None
    scope: list[str] | None

    @property
    def writes(self) -> bool:
        return self.capacity in WRITERS

    @property
    def signs(self) -> bool:
        return self.capacity in SIGNERS

    def lost(self, today: date) -> str:
        """Why there is no ground to take part any more; empty while there is. ``today`` is counted in Europe/Oslo.

        Whoever filled in a power of attorney to themselves may read it before it begins.
        """
        if self.ended_at or self.power_ended_at:
            return ENDED_AS.get(self.capacity, ENDED)
        if self.power_id is None:
            return ""
        why = out_of_time(self, today)
        return "" if why == NOT_BEGUN and self.power_id == self.case_id else why

    def idle(self, at: datetime) -> str:
        """As ``lost``, for an assistant who has done nothing here for long, or began long ago."""
        if self.seen_at is not None and at - self.since >= HELP_AT_MOST:
            return HELP_OVER
        return IDLE if self.seen_at is not None and at - self.seen_at >= IDLE_AFTER else ""


class Period(Protocol):
    """When a power holds, whatever else is known of it."""

    @property
    def confirmed_at(self) -> datetime | None: ...
    @property
    def first_day(self) -> date | None: ...
    @property
    def last_day(self) -> date | None: ...


def out_of_time(power: Period, today: date) -> str:
    """Why a power that nobody ended does not hold on that day; empty where it does."""
    if power.last_day and today > power.last_day:
        return EXPIRED
    if power.confirmed_at is None or (power.first_day and today < power.first_day):
        return NOT_BEGUN
    return ""


FIND = (
    select(
        Participant.id,
        Participant.case_id,
        Participant.account_id,
        Participant.capacity,
        Participant.since,
        Participant.seen_at,
        Participant.ended_at,
        Participant.declined_at,
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


SIGNED_AS = (
    select(Participant.case_id, Participant.id)
    .join(
        Signed,
        and_(
            Signed.case_id == Participant.case_id,
            Signed.account_id == Participant.account_id,
            Signed.capacity == Participant.capacity,
            Signed.voided_at.is_(None),
        ),
    )
    .where(Participant.account_id == bindparam("account"), Participant.ended_at.is_(None))
    .where(Participant.capacity.in_(bindparam("capacities", expanding=True)))
)


def signed_as(db: Connection, account_id: uuid.UUID, *capacities: str) -> dict[uuid.UUID, uuid.UUID]:
    """As whom somebody takes part in each case that they signed beside its author, and that stands signed by them."""
    asked = {"account": account_id, "capacities": capacities or SIGNERS}
    return {row.case_id: row.id for row in db.execute(SIGNED_AS, asked)}


def signed_by_other_parent(db: Connection, references: Iterable[str]) -> set[str]:
    """Of these cases those that a child's other parent signed beside the author, and whose signature stands."""
    query = (
        select(Case.reference)
        .join(Signed, Signed.case_id == Case.id)
        .where(Signed.capacity == SECOND_PARENT, Signed.voided_at.is_(None))
    )
    return set(db.scalars(query.where(Case.reference.in_(list(references)))))


def find_participant(db: Connection, participant_id: uuid.UUID) -> ParticipantRow | None:
    """None where there is none."""
    row = db.execute(FIND, {"participant_id": participant_id}).one_or_none()
    return None if row is None else ParticipantRow._make(row)
