"""The attempts at a hand-over, as the queue keeps them: counted, brought forward, and forgotten when long done."""

import uuid
from collections import Counter
from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from dbos import WorkflowStatus
from sqlalchemy import Engine

from wizard.handover import WORKFLOW, client

NOT_BEGUN = frozenset({"ENQUEUED", "DELAYED"})
ENDED = ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
KEPT = timedelta(days=14)
"""So long it can be told how the work went on a case that is delivered."""
AT_ONCE = 500


def tries(engine: Engine, case_ids: Collection[uuid.UUID]) -> Mapping[uuid.UUID, int]:
    """How often each case was tried, the try that is under way too."""
    made = found(engine, workflow_id_prefix=[f"{one}/" for one in case_ids]) if case_ids else []
    return Counter(_case_of(attempt) for attempt in made if attempt.status not in NOT_BEGUN)


def bring_forward(engine: Engine, case_id: uuid.UUID) -> bool:
    """Whether a case that waits for its next attempt is attempted at once by this."""
    waiting = found(engine, status="DELAYED", workflow_id_prefix=f"{case_id}/")
    for attempt in waiting:
        client(engine).set_workflow_delay(attempt.workflow_id, delay_seconds=0)
    return bool(waiting)


def forget_ended(engine: Engine, unfinished: Collection[uuid.UUID], now: datetime | None = None) -> int:
    """Take away attempts, with their steps, that ended long ago; all of those of the ``unfinished`` cases stay.

    The next attempt has its number by how many there were: a case that may be tried again keeps them.
    """
    until = ((now or datetime.now(UTC)) - KEPT).isoformat()
    old = found(engine, status=ENDED, completed_before=until)
    gone = [attempt.workflow_id for attempt in old if _case_of(attempt) not in unfinished]
    for begin in range(0, len(gone), AT_ONCE):
        client(engine).delete_workflows(gone[begin : begin + AT_ONCE])
    return len(gone)


def found(engine: Engine, **which: Any) -> list[WorkflowStatus]:
    """The attempts of which that is so, as ``DBOSClient.list_workflows`` takes it, in the order of their making."""
    return client(engine).list_workflows(name=WORKFLOW, load_input=False, load_output=False, **which)


def _case_of(attempt: WorkflowStatus) -> uuid.UUID:
    return uuid.UUID(attempt.workflow_id.partition("/")[0])
