"""The durable hand-over of a submitted case: both documents made, kept once, and the office told.

DBOS keeps the work in the application's own database, so that it is enqueued in the transaction that
submits the case. Nothing personal goes into its tables: a workflow's arguments are a case's id and a number,
and what a step leaves there is a digest or a waiting time.
"""

import random
import traceback
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from typing import Literal, Protocol, TypedDict

import structlog
from dbos import DBOS, DBOSClient, DBOSPortableJSONSerializer, EnqueueOptions, WorkflowSerializationFormat
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from docgen.contract import DOCX, PDF, DocumentRequest, Refused, Unavailable
from wizard.failpoints import reach
from wizard.received import is_whole
from wizard.request_of import current, of_hand_over
from wizard.under_way import doing

APPLICATION = "veiviser"
QUEUE = "hand-over"
WORKFLOW = "hand_over"
STEPS = {"make_docx": DOCX, "make_pdf": PDF}
LIVE = ["ENQUEUED", "PENDING", "DELAYED"]
DELAYED_AFTER = 5
"""Attempts in vain, after which the office and the citizen are told; there is no end to trying."""
LONGEST_REQUESTED_WAIT = 3600.0
"""Seconds: a longer Retry-After would park a citizen's case by one bad header."""

_log = structlog.get_logger()


class NotWholeError(Exception):
    """What docgen answered is no whole document of the kind that was asked for."""


class HandoverStore(Protocol):
    """What the hand-over needs of the cases: each method its own transaction, harmless when repeated."""

    def frozen_request(self, case_id: uuid.UUID) -> DocumentRequest: ...

    def kept_document(self, case_id: uuid.UUID, media_type: str) -> str | None:
        """The SHA-256 of the document that is kept already."""

    def keep_document(self, case_id: uuid.UUID, media_type: str, document: bytes) -> str:
        """Keep the document and give its SHA-256; where one of the kind is kept already, that one stays."""

    def documents_made(self, case_id: uuid.UUID) -> None:
        """Record ``documents_made`` and ``delivered``, once: the case is in the office's list."""

    def refused(self, case_id: uuid.UUID, reason: str) -> None:
        """Record ``handover_refused``, once: the office sees the case, and that its documents are missing."""

    def delayed(self, case_id: uuid.UUID, reason: str) -> None:
        """Record ``handover_delayed``, once: the documents are long in coming, and are tried for still."""

    def unfinished(self) -> list[uuid.UUID]:
        """The submitted cases that are neither delivered nor refused."""


class Docgen(Protocol):
    """The document service, as ``docgen.contract.DocgenClient`` speaks with it."""

    def make(self, request: DocumentRequest, media_type: str) -> bytes: ...


@dataclass(frozen=True)
class BackOff:
    """How long to wait before the next attempt: doubled each time up to a cap, jittered, for ever."""

    first: float
    longest: float

    def seconds(self, attempt: int, requested: float | None) -> float:
        """Never less than docgen asked for, within reason; jittered, lest cases come back at once."""
        usual = min(self.longest, self.first * 2.0 ** min(attempt, 30))
        asked = min(requested or 0.0, LONGEST_REQUESTED_WAIT)
        return max(usual, asked) * random.SystemRandom().uniform(1.0, 1.5)


class Outcome(TypedDict):
    """What a step leaves in DBOS's tables."""

    result: Literal["done", "later", "refused"]
    sha256: str | None
    wait: float


def _options(case_id: uuid.UUID, attempt: int) -> EnqueueOptions:
    return EnqueueOptions(
        workflow_name=WORKFLOW,
        queue_name=QUEUE,
        workflow_id=workflow_id(case_id, attempt),
        application_name=APPLICATION,
        serialization_type=WorkflowSerializationFormat.PORTABLE,
    )


def workflow_id(case_id: uuid.UUID, attempt: int) -> str:
    """One attempt's name: enqueued twice, it is still one."""
    return f"{case_id}/{attempt}"


@cache
def client(engine: Engine) -> DBOSClient:
    """What speaks with the queue without being a worker: one for each database."""
    return DBOSClient(
        system_database_engine=engine,
        application_name=APPLICATION,
        serializer=DBOSPortableJSONSerializer(),
        lazy=True,
    )


def enqueue(session: Session, case_id: uuid.UUID) -> None:
    """Enqueue the hand-over in the caller's transaction: durable by its commit, gone by its rollback."""
    _enqueue(session, case_id, 0)


def enqueue_further(engine: Engine, case_id: uuid.UUID) -> Callable[[Session, uuid.UUID], None]:
    """As ``enqueue``, with the number that comes after the case's attempts so far."""
    attempts = client(engine).list_workflows(
        workflow_id_prefix=f"{case_id}/", load_input=False, load_output=False
    )
    return partial(_enqueue, attempt=len(attempts))


def _enqueue(session: Session, case_id: uuid.UUID, attempt: int) -> None:
    found = client(session.get_bind().engine)
    options = _options(case_id, attempt)
    if number := current():
        options["attributes"] = {"request": number}
    found.enqueue_in_transaction(session, options, str(case_id), attempt)


def at_work(engine: Engine) -> set[uuid.UUID]:
    """The cases that are in the queue, waiting for their next attempt, or being handed over."""
    live = client(engine).list_workflows(name=WORKFLOW, status=LIVE, load_input=False, load_output=False)
    return {uuid.UUID(workflow.workflow_id.partition("/")[0]) for workflow in live}


def prepare(database_url: str) -> None:
    """Make DBOS's own tables; part of migrating, for a case may be submitted before any worker has run."""
    DBOS.migrate(database_url)


class HandOver:
    """The steps of a hand-over, over a store and a document service."""

    def __init__(self, store: HandoverStore, docgen: Docgen, back_off: BackOff) -> None:
        self._store = store
        self._docgen = docgen
        self._back_off = back_off

    def register(self) -> None:
        """Make DBOS know the workflow by its name; before it is launched."""

        @DBOS.workflow(name=WORKFLOW, serialization_type=WorkflowSerializationFormat.PORTABLE)
        def hand_over(case_id: str, attempt: int) -> str:
            with doing(workflow_id(uuid.UUID(case_id), attempt)):
                return self._attempt(uuid.UUID(case_id), attempt)

    def again(self, case_id: uuid.UUID, attempt: int, wait: float = 0.0) -> None:
        """Enqueue a further attempt; waiting, it holds no thread and survives every restart."""
        options = _options(case_id, attempt)
        if wait:
            options["delay_seconds"] = wait
        DBOS.enqueue_workflow_with_options(options, str(case_id), attempt)

    def _attempt(self, case_id: uuid.UUID, attempt: int) -> str:
        reach("before_first_step")
        for name in (*STEPS, "deliver"):
            outcome = DBOS.run_step({"name": name}, self._for_request, name, case_id, attempt)
            reach(f"recorded_{name}")
            if outcome["result"] == "later":
                self.again(case_id, attempt + 1, outcome["wait"])
                reach("enqueued_again")
            if outcome["result"] != "done":
                return outcome["result"]
        return "done"

    def _for_request(self, name: str, case_id: uuid.UUID, attempt: int) -> Outcome:
        with of_hand_over(workflow_id(case_id, 0)):
            return self._guarded(name, case_id, attempt)

    def _guarded(self, name: str, case_id: uuid.UUID, attempt: int) -> Outcome:
        """Do a step; an error's own text stays out of DBOS's tables and the log: it may carry an answer."""
        log = _log.bind(case=str(case_id), step=name, attempt=attempt)
        wait, why = None, ""
        try:
            digest = self._make(case_id, name) if name in STEPS else self._deliver(case_id)
        except Refused as refusal:
            return self._refused(case_id, log.error, refusal)
        except Unavailable as trouble:
            log.warning("docgen_unavailable", retry_after=trouble.retry_after)
            wait, why = trouble.retry_after, str(trouble)
        except Exception as error:  # noqa: BLE001 - whatever went wrong, a submitted case is tried again
            place = traceback.extract_tb(error.__traceback__)[-1]
            log.error(  # noqa: TRY400 - as the docstring says
                "hand_over_failed", error=type(error).__name__, at=f"{place.name}:{place.lineno}"
            )
            why = type(error).__name__
        else:
            log.info("hand_over_step_done", sha256=digest)
            return Outcome(result="done", sha256=digest, wait=0.0)
        if attempt + 1 >= DELAYED_AFTER:
            self._delayed(case_id, why, log.error)
        return Outcome(result="later", sha256=None, wait=self._back_off.seconds(attempt, wait))

    def _make(self, case_id: uuid.UUID, name: str) -> str:
        media_type = STEPS[name]
        kept = self._store.kept_document(case_id, media_type)
        if kept is not None:
            return kept
        request = self._store.frozen_request(case_id)
        reach(f"before_{name}")
        document = self._docgen.make(request, media_type)
        if not is_whole(media_type, document):
            raise NotWholeError
        reach(f"after_{name}")
        digest = self._store.keep_document(case_id, media_type, document)
        reach(f"kept_{name}")
        return digest

    def _deliver(self, case_id: uuid.UUID) -> str | None:
        reach("before_deliver")
        self._store.documents_made(case_id)
        reach("after_deliver")
        return None

    def _refused(self, case_id: uuid.UUID, log: Callable[..., None], refusal: Refused) -> Outcome:
        self._store.refused(case_id, str(refusal))
        log("docgen_refused")
        return Outcome(result="refused", sha256=None, wait=0.0)

    def _delayed(self, case_id: uuid.UUID, why: str, log: Callable[..., None]) -> None:
        try:
            self._store.delayed(case_id, why)
        except Exception as error:  # noqa: BLE001 - that nobody could be told must not end the attempts
            log("delay_not_recorded", error=type(error).__name__)
