"""Cases by the thousand, written straight into the tables: older than each that was really sent, and never opened."""

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import insert, text

from wizard.models import Case, CaseEvent, Submission
from wizard.tools import Tools

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
AT_ONCE = 5_000


def fill(tools: Tools, owner_id: uuid.UUID, numbers: range) -> None:
    """Cases with these numbers, all of them sent in the same municipality; then the planner is told of them."""
    made = map(_rows, ((owner_id, number) for number in numbers))
    while some := list(islice(made, AT_ONCE)):
        with tools.store.write() as db:
            for table, rows in zip((Case, Submission, CaseEvent), zip(*some, strict=True), strict=True):
                db.execute(insert(table), list(rows))
    with tools.store.write() as db:
        db.execute(text("ANALYZE"))


def _rows(of: tuple[uuid.UUID, int]) -> Iterator[dict[str, Any]]:
    owner_id, number = of
    case_id, at = uuid.uuid4(), LONG_AGO + timedelta(minutes=number)
    yield {
        "id": case_id,
        "municipality": "larvik",
        "journey": "plan",
        "owner_id": owner_id,
        "reference": f"MANGE-{number}",
        "started_at": at,
    }
    yield {
        "case_id": case_id,
        "municipality": "larvik",
        "received_at": at,
        "content_sha256": "0" * 64,
        "restricted": False,
        "marks": [],
        "sealed_request": b"never opened",
    }
    yield {"case_id": case_id, "kind": "submitted", "at": at, "actor_id": owner_id, "detail": ""}
