"""What hangs together with a protected address: what its owner sent before is hidden with it (domain.md 4.5)."""

from datetime import datetime

from sqlalchemy import select

from wizard.cases.finding import CaseRow
from wizard.cases.tying import AT_WORK
from wizard.models import Case, Submission
from wizard.tools import Tools


def hides_earlier(tools: Tools, case: CaseRow, received_at: datetime) -> bool:
    """Whether its owner has sent something here before, which is hidden too where this tells of such an address."""
    if case.journey == AT_WORK:
        return False
    before = (
        select(Submission.case_id)
        .join(Case, Case.id == Submission.case_id)
        .where(
            Case.owner_id == case.owner_id,
            Case.municipality == case.municipality,
            Case.journey != AT_WORK,
            Submission.received_at < received_at,
        )
        .limit(1)
    )
    with tools.store.connect() as db:
        return db.scalar(before) is not None
