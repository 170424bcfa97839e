"""What does not go on by itself, or not as fast as it should: the office's list of what is stuck, and why.

It names a case by its reference alone, so that nobody reads anything of anybody here.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, func, or_, select, union
from sqlalchemy.orm import aliased

from wizard import attempts
from wizard.cases.delivering import REFUSED as DELIVERY_REFUSED
from wizard.cases.edge import ORDER, Edge
from wizard.cases.eyes import Eyes
from wizard.cases.finding import COLUMNS, CaseRow
from wizard.cases.following import PAGE, events_of
from wizard.cases.standing import DELAYED, ENDED, NOT_TAKEN, REFUSED, RETRIED, Happened
from wizard.models import Case, CaseEvent, Submission
from wizard.models_deliveries import Delivery
from wizard.tools import Tools

WAITING = "waiting"
"""Nobody has said that anything is wrong, and yet the documents are not there."""


@dataclass(frozen=True)
class Stuck:
    """One thing of a case that is stuck."""

    case: CaseRow
    received_at: datetime
    kind: str
    """By it the reason is told.

    ``handover_refused``, ``handover_delayed``, ``handover_retried``, ``WAITING`` or ``delivery_refused``.
    """
    since: datetime
    tries: int
    detail: str = ""
    """What the other side gave as its reason, for whoever keeps the site running."""


def stuck(tools: Tools, municipality: str, eyes: Eyes, before: Edge | None = None) -> list[Stuck]:
    """Everything that is stuck, by the newest case first, a page of cases at a time."""
    query = _cases(tools, municipality, eyes, Submission.received_at, *COLUMNS).order_by(*ORDER).limit(PAGE)
    if before is not None:
        query = query.where(before.beyond())
    with tools.store.read() as db:
        rows = [(CaseRow._make(row[1:]), row.received_at) for row in db.execute(query)]
        happened = events_of(db, [case.id for case, _ in rows])
    tries = attempts.tries(tools.store.writer, [case.id for case, _ in rows])
    return [_line(case, at, happened.get(case.id, ()), tries.get(case.id, 0)) for case, at in rows]


def edge_of(page: list[Stuck]) -> Edge | None:
    """From where to read on; None where the page is the last."""
    return Edge(page[-1].received_at, page[-1].case.id) if len(page) == PAGE else None


def how_many(tools: Tools, municipality: str, eyes: Eyes) -> int:
    """The number of cases of which something is stuck."""
    with tools.store.read() as db:
        return db.scalar(_cases(tools, municipality, eyes, func.count())) or 0


def _cases(tools: Tools, municipality: str, eyes: Eyes, *columns: Any) -> Select[Any]:
    """Each of the two is found by an index of its own, that holds little else; the list's own would be read whole."""
    place = func.coalesce(Submission.municipality, "")
    return (
        select(*columns)
        .select_from(Case)
        .join(Submission, Submission.case_id == Case.id)
        .where(Submission.case_id.in_(union(_without_documents(tools), _not_taken())))
        .where(place == municipality, Submission.removed_at.is_(None), *eyes.let_in())
    )


def _without_documents(tools: Tools) -> Select[Any]:
    """Cases whose documents were refused, have been tried for in vain, or are simply not there."""
    soon = tools.clock() - timedelta(seconds=tools.settings.late_seconds)
    told = select(CaseEvent.id).where(
        CaseEvent.case_id == Submission.case_id, CaseEvent.kind.in_((REFUSED, DELAYED))
    )
    return select(Submission.case_id).where(
        Submission.awaits_documents, or_(Submission.received_at < soon, told.exists())
    )


def _not_taken() -> Select[Any]:
    """Cases to which a receiver has said no, and which have not been sent there again since."""
    later = aliased(Delivery)
    again = select(later.number).where(
        later.case_id == Delivery.case_id, later.channel == Delivery.channel, later.number > Delivery.number
    )
    return select(Delivery.case_id).where(Delivery.state == DELIVERY_REFUSED, ~again.exists())


def _line(case: CaseRow, received_at: datetime, events: tuple[Happened, ...], tries: int) -> Stuck:
    last = next((one for one in reversed(events) if one.kind in {*ENDED, RETRIED, DELAYED, NOT_TAKEN}), None)
    if last and last.kind == NOT_TAKEN:
        return Stuck(case, received_at, NOT_TAKEN, last.at, sum(one.kind == NOT_TAKEN for one in events))
    if last is None:
        return Stuck(case, received_at, WAITING, received_at, tries)
    return Stuck(case, received_at, last.kind, last.at, tries, last.detail)
