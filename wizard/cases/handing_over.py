"""The verbs after submission: what the worker reads and keeps."""

import hashlib
import uuid

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from docgen.contract import DOCX, PDF, DocumentRequest
from wizard.cases import delivering
from wizard.cases.beginning import record
from wizard.cases.finding import lock_sent
from wizard.cases.following import open_request
from wizard.cases.kept_names import still_kept
from wizard.cases.standing import DELAYED, DELIVERED, ENDED, REFUSED, RETRIED, delayed, stage
from wizard.failpoints import reach
from wizard.files.naming import name_of
from wizard.models import Case, CaseEvent, Document, Submission
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
            return _kept(db, case_id, media_type)

    def keep_document(self, case_id: uuid.UUID, media_type: str, document: bytes) -> str:
        """Keep a finished document once per case and kind; gives the SHA-256 of the one that is kept.

        The bytes are called by what they are, so that nothing else is ever written over; without a row they are swept
        away later.
        """
        sha256 = hashlib.sha256(document).hexdigest()
        name = name_of(self._tools.vault, case_id, sha256)
        row = Document(
            id=uuid.uuid4(),
            case_id=case_id,
            format=FORMATS[media_type],
            sha256=sha256,
            size=len(document),
            stored=name,
        )
        self._tools.blobs.put(name, document)
        reach("document_without_row")
        with self._tools.store.write() as db:
            lock_sent(db, case_id)
            kept = _kept(db, case_id, media_type)
            if kept is not None:
                return kept
            if not still_kept(db, self._tools, name):  # its namesake lost its last row at this moment
                self._tools.blobs.put(name, document)
            db.add(row)
            reach("document_uncommitted")
            return row.sha256

    def documents_made(self, case_id: uuid.UUID) -> None:
        """Record ``documents_made`` and ``delivered``, once: the office has the case with both files."""
        with self._tools.store.write() as db:
            lock_sent(db, case_id)
            for kind in ("documents_made", DELIVERED):
                if kind not in _kinds(db, case_id):
                    record(db, case_id, kind, self._tools.clock())
            db.execute(update(Submission).where(Submission.case_id == case_id).values(awaits_documents=False))
            delivering.begin(db, self._tools, case_id)

    def refused(self, case_id: uuid.UUID, reason: str) -> None:
        """Record ``handover_refused``, once an attempt: the office sees that the documents are missing, and why."""
        with self._tools.store.write() as db:
            lock_sent(db, case_id)
            if stage(_kinds(db, case_id)) not in ENDED:
                record(db, case_id, REFUSED, self._tools.clock(), detail=reason[:200])

    def delayed(self, case_id: uuid.UUID, reason: str = "") -> None:
        """Record ``handover_delayed``, once an attempt: the office sees that the documents are long in coming."""
        with self._tools.store.write() as db:
            lock_sent(db, case_id)
            kinds = _kinds(db, case_id)
            if stage(kinds) not in ENDED and not delayed(kinds):
                record(db, case_id, DELAYED, self._tools.clock(), detail=reason[:200])

    def awaiting(self) -> set[uuid.UUID]:
        """Cases that are in and have not got their documents, also those that were refused."""
        with self._tools.store.read() as db:
            return set(db.scalars(select(Submission.case_id).where(Submission.awaits_documents)))

    def unfinished(self) -> list[uuid.UUID]:
        """Cases that are in but neither delivered nor refused: what the reconciler compares with the queue."""
        awaiting = Submission.awaits_documents
        with self._tools.store.read() as db:
            waiting = list(
                db.scalars(select(Submission.case_id).where(awaiting).order_by(Submission.received_at))
            )
            events = db.execute(
                select(CaseEvent.case_id, CaseEvent.kind)
                .where(CaseEvent.case_id.in_(select(Submission.case_id).where(awaiting)))
                .where(CaseEvent.kind.in_((*ENDED, RETRIED)))
                .order_by(CaseEvent.id)
            )
            last = dict(events.all())
        return [case_id for case_id in waiting if last.get(case_id) not in ENDED]


def _kept(db: Session, case_id: uuid.UUID, media_type: str) -> str | None:
    query = select(Document.sha256).where(Document.case_id == case_id)
    return db.scalar(query.where(Document.format == FORMATS[media_type]))


def find_refused(tools: Tools, wanted: str) -> uuid.UUID:
    """The case with that reference or id whose hand-over was refused; ``LookupError`` where there is none."""
    with tools.store.read() as db:
        case_id = db.scalar(select(Case.id).where(_is(wanted)))
        if case_id is None or stage(_kinds(db, case_id)) != REFUSED:
            raise LookupError(wanted)
    return case_id


def retry(tools: Tools, case_id: uuid.UUID, staff_id: uuid.UUID | None = None) -> bool:
    """Enqueue the hand-over of a refused case again; False, and nothing done, when it is under way or done."""
    with tools.store.write() as db:
        lock_sent(db, case_id)
        if stage(_kinds(db, case_id)) != REFUSED:
            return False
        record(db, case_id, RETRIED, tools.clock(), actor=staff_id)
        db.flush()
        tools.enqueue(db, case_id)
        return True


def _is(wanted: str) -> ColumnElement[bool]:
    try:
        return Case.id == uuid.UUID(wanted)
    except ValueError:
        return Case.reference == wanted


def _kinds(db: Session, case_id: uuid.UUID) -> list[str]:
    query = select(CaseEvent.kind).where(CaseEvent.case_id == case_id).order_by(CaseEvent.id)
    return list(db.scalars(query))
