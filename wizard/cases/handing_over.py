"""The verbs after submission: what the worker reads and keeps, and what the office does."""

import hashlib
import uuid

from sqlalchemy import select

from docgen.contract import DOCX, PDF, DocumentRequest
from wizard.cases.beginning import record
from wizard.cases.following import open_request
from wizard.models import CaseEvent, Document, Submission
from wizard.tools import Tools

FORMATS = {PDF: "pdf", DOCX: "docx"}


class CaseStore:
    """The hand-over's view of the cases. Every verb may be repeated without doing anything twice."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def frozen_request(self, case_id: uuid.UUID) -> DocumentRequest:
        """What was signed and sent; ``LookupError`` for a case that is not in."""
        with self._tools.store.read() as db:
            submission = db.get(Submission, case_id)
        if submission is None:
            raise LookupError(case_id)
        return open_request(self._tools, submission)

    def kept_document(self, case_id: uuid.UUID, media_type: str) -> str | None:
        """The SHA-256 of the document that is kept already."""
        with self._tools.store.read() as db:
            kept = db.get(Document, uuid.uuid5(case_id, media_type))
        return None if kept is None else kept.sha256

    def keep_document(self, case_id: uuid.UUID, media_type: str, document: bytes) -> str:
        """Keep a finished document once per case and kind; gives the SHA-256 of the one that is kept."""
        document_id = uuid.uuid5(case_id, media_type)
        with self._tools.store.write() as db:
            db.get_one(Submission, case_id, with_for_update=True)
            kept = db.get(Document, document_id)
            if kept is not None:
                return kept.sha256
            self._tools.blobs.put(document_id, document)
            digest = hashlib.sha256(document).hexdigest()
            row = Document(
                id=document_id,
                case_id=case_id,
                format=FORMATS[media_type],
                sha256=digest,
                size=len(document),
            )
            db.add(row)
        return digest

    def documents_made(self, case_id: uuid.UUID) -> None:
        """Record ``documents_made`` and ``delivered``, once: the office has the case with both files."""
        self._record_once(case_id, "documents_made")
        self._record_once(case_id, "delivered")

    def refused(self, case_id: uuid.UUID, reason: str) -> None:
        """Record ``handover_refused``, once: the office sees that the documents are missing, and why."""
        self._record_once(case_id, "handover_refused", reason[:200])

    def unfinished(self) -> list[uuid.UUID]:
        """Cases that are in but neither delivered nor refused: what the reconciler compares with the queue."""
        ended = select(CaseEvent.case_id).where(CaseEvent.kind.in_(("delivered", "handover_refused")))
        with self._tools.store.read() as db:
            query = select(Submission.case_id).where(Submission.case_id.not_in(ended))
            return list(db.scalars(query.order_by(Submission.received_at)))

    def _record_once(self, case_id: uuid.UUID, kind: str, detail: str = "") -> None:
        with self._tools.store.write() as db:
            query = select(CaseEvent.id).where(CaseEvent.case_id == case_id, CaseEvent.kind == kind)
            if db.scalar(query) is None:
                record(db, case_id, kind, self._tools.clock(), detail=detail)


def take_in_hand(tools: Tools, case_id: uuid.UUID, staff_id: uuid.UUID) -> None:
    """A caseworker says that the case is in hand; the first one counts."""
    with tools.store.write() as db:
        db.get_one(Submission, case_id, with_for_update=True)
        query = select(CaseEvent.id).where(CaseEvent.case_id == case_id, CaseEvent.kind == "taken_in_hand")
        if db.scalar(query) is None:
            record(db, case_id, "taken_in_hand", tools.clock(), actor=staff_id)
