"""Takes away what was sent and lies in an archive: a stub remains, by which its owner is told where it is."""

import uuid

from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import Session

from wizard.cases.archiving import may_go
from wizard.cases.beginning import drop_files
from wizard.cases.finding import find_case, lock_sent
from wizard.cases.standing import ARCHIVED
from wizard.failpoints import reach
from wizard.models import Attachment, Case, CaseEvent, Document, StepAnswers, Submission
from wizard.models_acting import Frozen, Invitation, Participant, Signed
from wizard.tools import Tools

EMPTY = b"{}"
"""What lies sealed in place of the request: nothing that any page takes for one."""


def archived(tools: Tools) -> list[uuid.UUID]:
    """The cases that lie in an archive too and are here still."""
    query = (
        select(Case.id)
        .join(Submission, Submission.case_id == Case.id)
        .where(Submission.removed_at.is_(None))
        .where(exists(select(CaseEvent.id).where(CaseEvent.case_id == Case.id, CaseEvent.kind == ARCHIVED)))
    )
    with tools.store.read() as db:
        return list(db.scalars(query.order_by(Submission.received_at)))


def goes_now(tools: Tools, case_id: uuid.UUID) -> bool:
    """Whether ``remove`` would take it away."""
    with tools.store.connect() as db:
        case = find_case(db, case_id)
        return bool(case and not case.removed and may_go(db, tools, case))


def remove(tools: Tools, case_id: uuid.UUID) -> bool:
    """Take it away if it is kept here no longer; gives whether it was.

    What stays is in no words of anybody: reference, days, events, whom it is about by a keyed hash and whether they
    hide, what was tied to what, the consents' own ledger, and who opened it.
    """
    with tools.store.write() as db:
        lock_sent(db, case_id)
        case = find_case(db.connection(), case_id)
        if case is None or case.removed or not may_go(db.connection(), tools, case):
            return False
        files = _empty(db, tools, case_id)
    reach("sent_rows_gone")
    drop_files(tools, files)
    return True


def _empty(db: Session, tools: Tools, case_id: uuid.UUID) -> list[uuid.UUID]:
    files = [
        one
        for table in (Attachment, Document)
        for one in db.scalars(select(table.id).where(table.case_id == case_id))
    ]
    for table in (Attachment, Document, StepAnswers, Frozen, Invitation):
        db.execute(delete(table).where(table.case_id == case_id))
    # that somebody signed or took part stays, their words go: it lets them come to the stub, and spends a power
    for row in db.scalars(select(Signed).where(Signed.case_id == case_id)):
        row.sealed_signature = tools.vault.seal(EMPTY, f"signatures:{row.id}")
    words = {"sealed_word": None, "sealed_name": None}
    db.execute(update(Participant).where(Participant.case_id == case_id).values(words))
    stub = {"sealed_request": tools.vault.seal(EMPTY, f"submissions:{case_id}"), "removed_at": tools.clock()}
    db.execute(update(Submission).where(Submission.case_id == case_id).values(stub))
    return files
