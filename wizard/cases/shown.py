"""What a proxy is shown of the principal's other cases: what the power covers, never what is restricted."""

import uuid
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, select

from forms.journeys.registry import journey
from forms.naming import APPEAL, APPLICATION
from forms.powers import HeldPower
from forms.situation import SentCase
from wizard.cases.held import Held
from wizard.models import Case, Submission

CASES = (APPLICATION, APPEAL)
"""What somebody can be proxy in: whom else the principal trusts, and what they said yes to, is theirs."""


class Seen(NamedTuple):
    """Something that the principal has sent, and that a proxy may read."""

    case_id: uuid.UUID
    reference: str
    journey: str
    received_at: datetime


def readable(db: Connection, power: Held) -> list[Seen]:
    """The newest first; nothing where the scope does not let the proxy read."""
    if not power.sees:
        return []
    query = (
        select(Case.id, Case.reference, Case.journey, Submission.received_at)
        .join(Submission, Submission.case_id == Case.id)
        .where(Case.owner_id == power.principal_id, Case.municipality == power.municipality)
        .where(Submission.restricted.is_(False))
        .order_by(Submission.received_at.desc())
    )
    if power.power.one_case:
        query = query.where(Case.reference == power.power.about)
    return [one for row in db.execute(query) if journey((one := Seen(*row)).journey).naming in CASES]


def pointable(
    db: Connection,
    owner_id: uuid.UUID,
    author_id: uuid.UUID,
    power: HeldPower,
    sent: tuple[SentCase, ...],
) -> tuple[SentCase, ...]:
    """Which of the owner's earlier cases a proxy's form may be about: those the power covers, and those they sent."""
    query = select(Case.reference).where(Case.owner_id == owner_id, Case.author_id == author_id)
    own = set(db.scalars(query))
    return tuple(one for one in sent if one.reference in own or _covered(power, one))


def _covered(power: HeldPower, one: SentCase) -> bool:
    if one.restricted or one.naming not in CASES:
        return False
    return one.reference == power.about if power.one_case else True
