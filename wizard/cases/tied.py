"""What hangs together with a case that is in: the earlier ones that it is about, and what was sent later."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from wizard.cases.looking_back import GONE
from wizard.models import Case, Concern, Submission
from wizard.tools import Tools


@dataclass(frozen=True)
class Tied:
    id: uuid.UUID
    reference: str
    journey: str
    received_at: datetime
    marks: tuple[str, ...]
    withdrawn: bool
    """Whether all of it is taken back by now."""


@dataclass(frozen=True)
class Ties:
    """Both in the order in which they came."""

    earlier: tuple[Tied, ...]
    later: tuple[Tied, ...]


def ties(tools: Tools, case_id: uuid.UUID, *, restricted: bool, owner_id: uuid.UUID | None = None) -> Ties:
    """All of it, or one owner's alone; ``restricted`` lets in what tells of a protected address.

    Whom a yes is about may have taken it back in a case of their own.
    """
    query = (
        select(Case.id, Case.reference, Case.journey, Submission.received_at, Submission.marks, GONE)
        .join(Submission, Submission.case_id == Case.id)
        .order_by(Submission.received_at)
    )
    if not restricted:
        query = query.where(Submission.restricted.is_(False))
    if owner_id is not None:
        query = query.where(Case.owner_id == owner_id)
    before = query.join(Concern, Concern.earlier_id == Case.id).where(Concern.case_id == case_id)
    after = query.join(Concern, Concern.case_id == Case.id).where(Concern.earlier_id == case_id)
    today = {"today": tools.today().isoformat()}
    with tools.store.connect() as db:
        earlier, later = (tuple(_tied(row) for row in db.execute(found, today)) for found in (before, after))
    return Ties(earlier, later)


def _tied(row: Any) -> Tied:
    return Tied(row.id, row.reference, row.journey, row.received_at, tuple(row.marks), bool(row.withdrawn))
