"""What a proxy holds yet of the same giver, once one power is taken back. Reads only."""

import uuid
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import aliased

from wizard.cases.finding import CaseRow
from wizard.cases.paper_read import GIVES_POWER, TAKES_POWER
from wizard.models import Case, Concern, Submission
from wizard.models_acting import Power
from wizard.tools import Tools

Over, Other = aliased(Power), aliased(Power)


class StillHeld(NamedTuple):
    """Another power to the same proxy, which nobody has taken back."""

    case_id: uuid.UUID
    reference: str


def still_held(tools: Tools, case: CaseRow, eyes: Sequence[ColumnElement[bool]] = ()) -> list[StillHeld]:
    """Beside the power that the case was, or takes back; nothing as long as that one itself is not over.

    ``eyes`` are conditions on what the reader may see.
    """
    if case.journey not in {GIVES_POWER, TAKES_POWER}:
        return []
    about = select(Concern.earlier_id).where(Concern.case_id == case.id)
    gone = or_(Over.case_id.in_(about), and_(Over.case_id == case.id, Over.ended_at.is_not(None)))
    same = and_(Over.principal_id == Other.principal_id, Over.proxy_lookup == Other.proxy_lookup)
    query = (
        select(Other.case_id, Case.reference, Submission.received_at)
        .join(Over, and_(same, Over.municipality == Other.municipality))
        .join(Case, Case.id == Other.case_id)
        .join(Submission, Submission.case_id == Other.case_id)
        .where(gone, Other.case_id.not_in(about), Other.confirmed_at.is_not(None), Other.ended_at.is_(None))
        .where(or_(Other.last_day.is_(None), Other.last_day >= tools.today()))
        .where(*eyes)
        .order_by(Submission.received_at)
        .distinct()
    )
    with tools.store.connect() as db:
        return [StillHeld(row.case_id, row.reference) for row in db.execute(query)]
