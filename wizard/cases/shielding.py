"""What hangs together with a protected address: what its owner sent before is hidden with it (domain.md 4.5)."""

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select

from wizard.cases.finding import CaseRow, is_restricted
from wizard.cases.tying import AT_WORK
from wizard.models import Case, Submission
from wizard.tools import Tools

BEFORE = (
    select(Submission.case_id)
    .join(Case, Case.id == Submission.case_id)
    .where(
        Case.owner_id == bindparam("owner"),
        Case.municipality == bindparam("place"),
        Case.journey != AT_WORK,
        Submission.received_at < bindparam("until", type_=Submission.received_at.type),
    )
    .limit(1)
)
"""What its owner has sent in the same municipality until then."""
TOLD = BEFORE.where(Submission.restricted.is_(True), Submission.hidden_by_another.is_(False))


def hides_earlier(tools: Tools, case: CaseRow, received_at: datetime) -> bool:
    """Whether its owner has sent something here before, which is hidden too where this tells of such an address."""
    if case.journey == AT_WORK:
        return False
    with tools.store.connect() as db:
        return db.scalar(BEFORE, _here(case, received_at)) is not None


def open_beside_hidden(tools: Tools, case: CaseRow, received_at: datetime) -> bool:
    """Whether everybody at the office sees it, and what its owner sent before, and told to hide, few alone."""
    with tools.store.connect() as db:
        if case.journey == AT_WORK or is_restricted(db, case.id):
            return False
        return db.scalar(TOLD, _here(case, received_at)) is not None


def _here(case: CaseRow, received_at: datetime) -> dict[str, Any]:
    return {"owner": case.owner_id, "place": case.municipality, "until": received_at}
