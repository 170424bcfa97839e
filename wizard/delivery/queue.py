"""The queue of deliveries: a workflow for each attempt, named after what it delivers, so that none is there twice."""

import uuid
from collections.abc import Collection
from typing import NamedTuple, Self

from dbos import EnqueueOptions, WorkflowSerializationFormat
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from wizard.handover import APPLICATION, LIVE, client
from wizard.request_of import current

QUEUE, WORKFLOW = "delivery", "deliver"


class Which(NamedTuple):
    """One package of a case by one channel."""

    case_id: uuid.UUID
    channel: str
    number: int

    def __str__(self) -> str:
        return f"{self.case_id}/{self.channel}/{self.number}"

    @property
    def key(self) -> str:
        """By which its receiver knows it again, however often it comes."""
        return uuid.uuid5(self.case_id, f"{self.channel}/{self.number}").hex

    @classmethod
    def read(cls, workflow_id: str) -> Self:
        """Whose work that workflow is."""
        _, case_id, channel, number, _ = workflow_id.split("/")
        return cls(uuid.UUID(case_id), channel, int(number))


def options(which: Which, attempt: int) -> EnqueueOptions:
    return EnqueueOptions(
        workflow_name=WORKFLOW,
        queue_name=QUEUE,
        workflow_id=f"{prefix(which)}{attempt}",
        application_name=APPLICATION,
        serialization_type=WorkflowSerializationFormat.PORTABLE,
    )


def prefix(which: Which) -> str:
    return f"{WORKFLOW}/{which}/"


def enqueue(session: Session, which: Which) -> None:
    """Enqueue its first attempt in the caller's transaction: durable by its commit, gone by its rollback."""
    found = options(which, 0)
    if number := current():
        found["attributes"] = {"request": number}
    client(session.get_bind().engine).enqueue_in_transaction(
        session, found, str(which.case_id), which.channel, which.number, 0
    )


def at_work(engine: Engine) -> Collection[Which]:
    """What is in the queue, waits for its next attempt, or is being delivered."""
    live = client(engine).list_workflows(name=WORKFLOW, status=LIVE, load_input=False, load_output=False)
    return {Which.read(workflow.workflow_id) for workflow in live}
