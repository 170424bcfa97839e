"""How much waits, in numbers alone: for documents, for whom mails and packages go to, for the scanner."""

from sqlalchemy import func, select

from wizard.cases.delivering import WAITING
from wizard.cases.handing_over import CaseStore
from wizard.models import Attachment, Submission
from wizard.models_deliveries import Delivery
from wizard.models_notices import Notice
from wizard.tools import Tools


def waiting(tools: Tools) -> dict[str, float]:
    """Each figure by its name. ``oldest_seconds`` is how long ago the first of the cases that wait was received."""
    unfinished = CaseStore(tools).unfinished()
    with tools.store.read() as db:
        first = db.get(Submission, unfinished[0]) if unfinished else None
        files = select(func.count()).select_from(Attachment).where(Attachment.screened.is_(None))
        deliveries = select(func.count()).select_from(Delivery).where(Delivery.state == WAITING)
        return {
            "cases_waiting": len(unfinished),
            "oldest_seconds": (tools.clock() - first.received_at).total_seconds() if first else 0,
            "deliveries_waiting": db.scalar(deliveries) or 0,
            "mails_waiting": db.scalar(select(func.count()).select_from(Notice)) or 0,
            "files_unscreened": db.scalar(files) or 0,
        }
