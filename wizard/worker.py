"""The worker process: does the hand-overs, and looks for any that was left behind."""

import math
import signal
import threading
import time
import uuid
from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol, TypeVar

import structlog
from dbos import DBOS, DBOSConfig, DBOSPortableJSONSerializer, WorkflowStatus

from wizard.handover import APPLICATION, QUEUE, WORKFLOW, BackOff, Docgen, HandOver, HandoverStore

VERSION = "1"
"""DBOS takes up only work of its own version: were this changed, work begun before would wait for ever."""

AT_WORK = ["ENQUEUED", "PENDING"]
LIVE = [*AT_WORK, "DELAYED"]
SWEEP_SECONDS = 24 * 60 * 60
LAST_STEPS_SECONDS = 20
"""How long a stopping worker lets a running step end; a longer one is done again by the next worker."""

Result = TypeVar("Result")

_log = structlog.get_logger()


class WorkerSettings(Protocol):
    """The settings that the worker reads."""

    @property
    def database_url(self) -> str: ...
    @property
    def worker_id(self) -> str:
        """Stable over restarts and different on each host: by it a worker finds what it had begun."""

    @property
    def hand_overs_at_once(self) -> int: ...
    @property
    def retry_first_seconds(self) -> float: ...
    @property
    def retry_longest_seconds(self) -> float: ...
    @property
    def queue_poll_seconds(self) -> float: ...
    @property
    def reconcile_seconds(self) -> float: ...
    @property
    def stuck_seconds(self) -> float:
        """After this time, longer than any attempt, running work is taken to be a dead worker's."""


Daily = Callable[[], Mapping[str, int]]
"""Takes away what is kept no longer, and gives what it did in counts."""


def run(settings: WorkerSettings, store: HandoverStore, docgen: Docgen, daily: Daily) -> None:
    """Work until SIGTERM or SIGINT; ``daily`` is called once a day, when no hand-over is at work."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    DBOS(config=_configuration(settings))
    hand_over = HandOver(store, docgen, BackOff(settings.retry_first_seconds, settings.retry_longest_seconds))
    hand_over.register()
    DBOS.launch()
    DBOS.register_queue(
        QUEUE,
        worker_concurrency=settings.hand_overs_at_once,
        polling_interval_sec=settings.queue_poll_seconds,
        on_conflict="always_update",
    )
    _log.info("worker_ready", worker=settings.worker_id)
    swept = -math.inf
    while True:
        _or_log("reconcile_failed", partial(reconcile, hand_over, store, settings.stuck_seconds))
        if time.monotonic() - swept > SWEEP_SECONDS and _or_log("sweep_failed", partial(_when_quiet, daily)):
            swept = time.monotonic()
        if stop.wait(settings.reconcile_seconds):
            break
    DBOS.destroy(workflow_completion_timeout_sec=LAST_STEPS_SECONDS)
    _log.info("worker_stopped", worker=settings.worker_id)


def _configuration(settings: WorkerSettings) -> DBOSConfig:
    return DBOSConfig(
        name=APPLICATION,
        system_database_url=settings.database_url,
        application_version=VERSION,
        executor_id=settings.worker_id,
        serializer=DBOSPortableJSONSerializer(),
        log_level="WARNING",
        enable_otlp=False,
        sys_db_pool_size=settings.hand_overs_at_once + 4,
    )


def _or_log(failed: str, work: Callable[[], Result]) -> Result | None:
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - a database that is away must not end the worker
        _log.error(failed, error=type(error).__name__)
        return None


def _when_quiet(daily: Daily) -> bool:
    """The daily work, unless a hand-over waits for its turn or is at work; gives whether it was done."""
    quiet = not DBOS.list_workflows(
        name=WORKFLOW, status=AT_WORK, limit=1, load_input=False, load_output=False
    )
    if quiet:
        _log.info("swept", **daily())
    return quiet


def reconcile(hand_over: HandOver, store: HandoverStore, stuck_seconds: float) -> None:
    """Resume work of workers that never came back; begin anew where a submitted case has no work at all."""
    unfinished = store.unfinished()
    _log.info("reconciling", unfinished=len(unfinished))
    live = DBOS.list_workflows(name=WORKFLOW, status=LIVE, load_input=False, load_output=False)
    for workflow in live:
        if _is_stuck(workflow, stuck_seconds):
            _log.warning("hand_over_resumed", workflow=workflow.workflow_id, worker=workflow.executor_id)
            DBOS.resume_workflow(workflow.workflow_id, queue_name=QUEUE)
    worked_on = {workflow.workflow_id.partition("/")[0] for workflow in live}
    for case_id in unfinished:
        if str(case_id) not in worked_on:
            _begin_anew(hand_over, case_id)


def _is_stuck(workflow: WorkflowStatus, stuck_seconds: float) -> bool:
    begun = workflow.dequeued_at or workflow.created_at or 0
    return workflow.status == "PENDING" and time.time() - begun / 1000 > stuck_seconds


def _begin_anew(hand_over: HandOver, case_id: uuid.UUID) -> None:
    attempts = DBOS.list_workflows(workflow_id_prefix=f"{case_id}/", load_input=False, load_output=False)
    if not any(attempt.status in LIVE for attempt in attempts):
        _log.warning("hand_over_begun_anew", case=str(case_id), attempts=len(attempts))
        hand_over.again(case_id, len(attempts))
