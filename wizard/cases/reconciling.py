"""Holds against each other what was promised (receipts), what is at work (workflows) and what is kept (documents).

A difference means that something was lost or forgotten: all of the numbers together must be 0.
"""

import hashlib
import uuid
from collections.abc import Collection, Iterator
from datetime import timedelta

from sqlalchemy import ColumnElement, func, select

from wizard.cases import comparing_files
from wizard.cases.delivering import DeliveryStore, never_begun
from wizard.cases.errors import FileUnavailableError
from wizard.cases.filed import stored_bytes
from wizard.cases.handing_over import CaseStore
from wizard.cases.kept_names import called
from wizard.delivery.queue import Which
from wizard.models import Document, Submission
from wizard.tools import Tools

FORMATS = 2
"""So many documents belong to a case that is delivered."""
AT_WORK_SOON = timedelta(minutes=1)
"""Work is begun anew, and ended, in several transactions: what is younger may be between two of them."""
AT_ONCE = 1000


def unreconciled(
    tools: Tools,
    at_work: Collection[uuid.UUID],
    delivering: Collection[Which],
    *,
    bytes_too: bool = False,
) -> dict[str, int]:
    """How many of each kind of difference there are.

    ``at_work`` are the cases whose documents a workflow is for, ``delivering`` the deliveries that one is for.

    With ``bytes_too`` each document is read and held against its hash, which takes as long as reading them all.
    """
    found = {
        "receipts_without_work": _without_work(tools, at_work),
        "work_without_receipt": _without_receipt(tools, at_work),
        "delivered_without_documents": _without_documents(tools),
        "deliveries_without_work": _left_behind(tools, delivering),
        "never_delivered": len(never_begun(tools)),
        "rows_without_file": len(comparing_files.without_file(tools)),
    }
    return found | ({"files_that_are_others": _others(tools)} if bytes_too else {})


def oldest_seconds(tools: Tools) -> float:
    """For how long the oldest case that is in has waited for its documents; 0 where none waits."""
    waiting = CaseStore(tools).unfinished()[:1]
    with tools.store.read() as db:
        since = db.scalar(select(Submission.received_at).where(Submission.case_id.in_(waiting)))
    return (tools.clock() - since).total_seconds() if since else 0.0


def _without_work(tools: Tools, at_work: Collection[uuid.UUID]) -> int:
    soon = tools.clock() - AT_WORK_SOON
    missed = [case_id for case_id in CaseStore(tools).unfinished() if case_id not in at_work]
    return sum(
        len(_select(tools, Submission.case_id.in_(some), Submission.received_at < soon))
        for some in _pieces(missed)
    )


def _left_behind(tools: Tools, delivering: Collection[Which]) -> int:
    return len(set(DeliveryStore(tools).waiting(tools.clock() - AT_WORK_SOON)) - set(delivering))


def _without_receipt(tools: Tools, at_work: Collection[uuid.UUID]) -> int:
    return sum(
        len(some) - len(_select(tools, Submission.case_id.in_(some))) for some in _pieces(list(at_work))
    )


def _without_documents(tools: Tools) -> int:
    kept = (
        select(func.count())
        .where(Document.case_id == Submission.case_id)
        .correlate(Submission)
        .scalar_subquery()
    )
    delivered = Submission.awaits_documents.is_(False), Submission.removed_at.is_(None)
    return len(_select(tools, *delivered, kept < FORMATS))


def _select(tools: Tools, *where: ColumnElement[bool]) -> list[uuid.UUID]:
    with tools.store.read() as db:
        return list(db.scalars(select(Submission.case_id).where(*where)))


def _others(tools: Tools) -> int:
    with tools.store.read() as db:
        rows = db.execute(select(Document.id, Document.stored, Document.sha256)).all()
    return sum(tools.blobs.has(called(name, key)) and _hash(tools, key) != said for key, name, said in rows)


def _hash(tools: Tools, key: uuid.UUID) -> str:
    """Nothing where it cannot be opened: it is not what was kept then."""
    try:
        return hashlib.sha256(stored_bytes(tools, key)).hexdigest()
    except FileUnavailableError:
        return ""


def _pieces(keys: list[uuid.UUID]) -> Iterator[list[uuid.UUID]]:
    for begin in range(0, len(keys), AT_ONCE):
        yield keys[begin : begin + AT_ONCE]
