"""What hangs together with a case that is in: the earlier one that it is about, and what was sent later."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from wizard.models import Case, Submission
from wizard.tools import Tools


@dataclass(frozen=True)
class Tied:
    id: uuid.UUID
    reference: str
    journey: str
    received_at: datetime
    marks: tuple[str, ...]


@dataclass(frozen=True)
class Ties:
    """``later`` in the order in which it came."""

    earlier: Tied | None
    later: tuple[Tied, ...]


def ties(tools: Tools, case_id: uuid.UUID, *, restricted: bool) -> Ties:
    """Of one owner, all of it; ``restricted`` lets in what tells of a protected address."""
    query = (
        select(Case.id, Case.reference, Case.journey, Submission.received_at, Submission.marks)
        .join(Submission, Submission.case_id == Case.id)
        .order_by(Submission.received_at)
    )
    if not restricted:
        query = query.where(Submission.restricted.is_(False))
    about = select(Submission.concerns_id).where(Submission.case_id == case_id).scalar_subquery()
    with tools.store.connect() as db:
        earlier = [_tied(row) for row in db.execute(query.where(Case.id == about))]
        later = [_tied(row) for row in db.execute(query.where(Submission.concerns_id == case_id))]
    return Ties(next(iter(earlier), None), tuple(later))


def _tied(row: Any) -> Tied:
    return Tied(row.id, row.reference, row.journey, row.received_at, tuple(row.marks))
