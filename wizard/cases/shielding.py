"""What hangs together with a protected address: what its owner sent before is hidden with it (domain.md 4.5)."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select

from wizard.cases.finding import CaseRow, is_restricted
from wizard.cases.tying import AT_WORK
from wizard.models import Case, Submission
from wizard.tools import Tools


def hides_earlier(tools: Tools, case: CaseRow, received_at: datetime) -> bool:
    """Whether its owner has sent something here before, which is hidden too where this tells of such an address."""
    if case.journey == AT_WORK:
        return False
    with tools.store.connect() as db:
        return db.scalar(_before(case, received_at).limit(1)) is not None


def open_beside_hidden(tools: Tools, case: CaseRow, received_at: datetime) -> bool:
    """Whether everybody at the office sees it, and what its owner sent before, and told to hide, few alone."""
    told = _before(case, received_at).where(
        Submission.restricted.is_(True), Submission.hidden_by_another.is_(False)
    )
    with tools.store.connect() as db:
        if case.journey == AT_WORK or is_restricted(db, case.id):
            return False
        return db.scalar(told.limit(1)) is not None


def _before(case: CaseRow, received_at: datetime) -> Select[UUID]:
    """What its owner has sent in the same municipality until then."""
    return (
        select(Submission.case_id)
        .join(Case, Case.id == Submission.case_id)
        .where(
            Case.owner_id == case.owner_id,
            Case.municipality == case.municipality,
            Case.journey != AT_WORK,
            Submission.received_at < received_at,
        )
    )
