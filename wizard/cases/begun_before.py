"""Which drafts of a form somebody has already: whoever begins once more should know."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from wizard.cases.following import CHANGED
from wizard.models import Case, Submission
from wizard.tools import Tools


@dataclass(frozen=True)
class BegunBefore:
    """The draft that was changed last, when that was, and how many there are."""

    id: uuid.UUID
    changed_at: datetime
    number: int


def begun_before(tools: Tools, owner_id: uuid.UUID, municipality: str, journey: str) -> BegunBefore | None:
    """None where there is no draft of that form."""
    query = (
        select(Case.id, CHANGED.label("changed_at"), func.count().over())
        .select_from(Case)
        .outerjoin(Submission, Submission.case_id == Case.id)
        .where(Case.owner_id == owner_id, Case.municipality == municipality, Case.journey == journey)
        .where(Submission.case_id.is_(None))
        .order_by(CHANGED.desc())
        .limit(1)
    )
    with tools.store.read() as db:
        row = db.execute(query).one_or_none()
    return row and BegunBefore(*row)
