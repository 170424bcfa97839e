"""What hangs together with a case that is in: the earlier ones that it is about, and what was sent later."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Executable, bindparam, select

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
    both = _queries(restricted=restricted, owned=owner_id is not None)
    told = {"today": tools.today().isoformat(), "at_case": case_id, "owner": owner_id}
    with tools.store.connect() as db:
        earlier, later = (tuple(_tied(row) for row in db.execute(query, told)) for query in both)
    return Ties(earlier, later)


@cache
def _queries(*, restricted: bool, owned: bool) -> tuple[Executable, Executable]:
    """What came before, and what came after."""
    query = (
        select(Case.id, Case.reference, Case.journey, Submission.received_at, Submission.marks, GONE)
        .join(Submission, Submission.case_id == Case.id)
        .order_by(Submission.received_at)
    )
    if not restricted:
        query = query.where(Submission.restricted.is_(False))
    if owned:
        query = query.where(Case.owner_id == bindparam("owner"))
    at_case: BindParameter[Any] = bindparam("at_case")
    before = query.join(Concern, Concern.earlier_id == Case.id).where(Concern.case_id == at_case)
    after = query.join(Concern, Concern.case_id == Case.id).where(Concern.earlier_id == at_case)
    return before, after


def _tied(row: Any) -> Tied:
    return Tied(row.id, row.reference, row.journey, row.received_at, tuple(row.marks), bool(row.withdrawn))
