"""The worker process: does the hand-overs, and takes over any that another has left behind."""

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

from wizard.breaker import Breaker
from wizard.chores import Chores
from wizard.delivery import queue as delivery
from wizard.delivery.work import Deliveries
from wizard.hand_over_turns import own_engine
from wizard.handover import APPLICATION, LIVE, QUEUE, WORKFLOW, BackOff, Docgen, HandOver, HandoverStore
from wizard.heartbeat import Heartbeats, Watch
from wizard.repeating import repeating
from wizard.store import Store
from wizard.under_way import Forgotten
from wizard.waking import Waking

VERSION = "1"
"""DBOS takes up only work of its own version: were this changed, work begun before would wait for ever."""

OWN_CONNECTIONS, LISTENS = 4, 1
"""What the hand-over's own engine has of PostgreSQL beside one for each hand-over: all of them at most."""
BEATS = 6
"""So often a worker says that it is alive, and looks at the others, in the time after which it counts as lost."""
CHORES_SECONDS = 60
"""How often a worker asks whether the day's work is due."""
CHORES_PATIENCE = 5
"""How long a stopping worker lets it go on; the next one to look does the rest, which is harmless."""
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
    def deliveries_at_once(self) -> int: ...
    @property
    def retry_first_seconds(self) -> float: ...
    @property
    def retry_longest_seconds(self) -> float: ...
    @property
    def queue_poll_seconds(self) -> float: ...
    @property
    def reconcile_seconds(self) -> float: ...
    @property
    def lost_seconds(self) -> float:
        """A worker that has said nothing for so long is dead or frozen, and others do its work."""

    @property
    def stuck_seconds(self) -> float:
        """After this time, longer than any attempt, running work is done anew though its worker is alive."""


Daily = Callable[[], Mapping[str, int]]
"""Takes away what is kept no longer, and gives what it did in counts."""


class Worker:
    """One worker among several: what it knows of the others, and when it last looked."""

    def __init__(
        self,
        settings: WorkerSettings,
        store: HandoverStore,
        breaker: Breaker,
        own: Store,
        deliveries: Deliveries,
    ) -> None:
        back_off = BackOff(settings.retry_first_seconds, settings.retry_longest_seconds)
        self._settings = settings
        self._waking = Waking(breaker, store.unfinished, settings.hand_overs_at_once)
        self._hand_over = HandOver(store, breaker, back_off)
        self._hand_over.register()
        self._deliveries = deliveries
        self._deliveries.register()
        self._store = store
        self._heartbeats = Heartbeats(own)
        self._chores = Chores(own, settings.worker_id)
        self._watch = Watch(settings.lost_seconds)
        self._forgotten = Forgotten(settings.lost_seconds)
        self._reconciled = -math.inf
        self._alive: set[str] = set()
        """The workers that were alive when it last looked."""

    def beat(self) -> None:
        self._heartbeats.beat(self._settings.worker_id)

    def leave(self) -> None:
        """Others need not wait whether it comes back."""
        self._heartbeats.leave(self._settings.worker_id)

    def look(self) -> None:
        """Take over from who is lost; and now and then, look for cases that have no work at all."""
        _or_log("take_over_failed", self._take_over)
        _or_log("wake_failed", self._waking.look)
        if time.monotonic() - self._reconciled > self._settings.reconcile_seconds:
            _or_log("reconcile_failed", partial(reconcile, self._hand_over, self._store))
            _or_log("reconcile_failed", self._deliveries.reconcile)
            self._reconciled = time.monotonic()

    def _take_over(self) -> None:
        beats = self._heartbeats.beats()
        names = [WORKFLOW, delivery.WORKFLOW]
        pending = DBOS.list_workflows(name=names, status="PENDING", load_input=False, load_output=False)
        others = {*beats, *(work.executor_id or "" for work in pending)} - {self._settings.worker_id}
        lost = self._watch.lost(others, beats)
        self._alive = set(beats) - lost
        left = {worker for worker in lost if self._heartbeats.bury(worker, beats.get(worker))}
        own = (work.workflow_id for work in pending if work.executor_id == self._settings.worker_id)
        forgotten = self._forgotten.among(own)
        for work in pending:
            is_left = work.executor_id in left or work.workflow_id in forgotten
            if is_left or _is_stuck(work, self._settings.stuck_seconds):
                _log.warning("hand_over_resumed", workflow=work.workflow_id, worker=work.executor_id)
                DBOS.resume_workflow(work.workflow_id, queue_name=work.queue_name or QUEUE)

    def do_chores(self, daily: Daily) -> None:
        """The day's work, where it is due and no other worker is at it."""
        if not self._chores.taken(self._alive):
            return
        done = False
        try:
            _log.info("swept", **daily())
            done = True
        finally:
            self._chores.left(done=done)


def run(
    settings: WorkerSettings,
    store: HandoverStore,
    docgen: Docgen,
    own: Store,
    daily: Daily,
    deliveries: Deliveries,
) -> None:
    """Work until SIGTERM or SIGINT; ``daily`` is done once a day, by one of the workers on this database."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    DBOS(config=_configuration(settings))
    worker = Worker(settings, store, Breaker(docgen, settings.retry_first_seconds), own, deliveries)
    pause = settings.lost_seconds / BEATS
    with repeating("beat_failed", worker.beat, pause):
        _launch(settings)
        with repeating("sweep_failed", partial(worker.do_chores, daily), CHORES_SECONDS, CHORES_PATIENCE):
            while True:
                worker.look()
                if stop.wait(min(pause, settings.reconcile_seconds)):
                    break
        DBOS.destroy(workflow_completion_timeout_sec=LAST_STEPS_SECONDS)
    _or_log("beat_failed", worker.leave)
    _log.info("worker_stopped", worker=settings.worker_id)


def _launch(settings: WorkerSettings) -> None:
    DBOS.launch()
    queues = {QUEUE: settings.hand_overs_at_once, delivery.QUEUE: settings.deliveries_at_once}
    for name, at_once in queues.items():
        DBOS.register_queue(
            name,
            worker_concurrency=at_once,
            polling_interval_sec=settings.queue_poll_seconds,
            on_conflict="always_update",
        )
    _log.info("worker_ready", worker=settings.worker_id)


def _configuration(settings: WorkerSettings) -> DBOSConfig:
    return DBOSConfig(
        name=APPLICATION,
        system_database_url=settings.database_url,
        system_database_engine=own_engine(settings.database_url),
        application_version=VERSION,
        executor_id=settings.worker_id,
        serializer=DBOSPortableJSONSerializer(),
        log_level="WARNING",
        enable_otlp=False,
        sys_db_pool_size=settings.hand_overs_at_once + settings.deliveries_at_once + OWN_CONNECTIONS,
    )


def _or_log(failed: str, work: Callable[[], Result]) -> Result | None:
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - a database that is away must not end the worker
        _log.error(failed, error=type(error).__name__)
        return None


def reconcile(hand_over: HandOver, store: HandoverStore) -> None:
    """Begin anew where a submitted case has no work at all."""
    unfinished = store.unfinished()
    _log.info("reconciling", unfinished=len(unfinished))
    live = DBOS.list_workflows(name=WORKFLOW, status=LIVE, load_input=False, load_output=False)
    worked_on = {workflow.workflow_id.partition("/")[0] for workflow in live}
    for case_id in unfinished:
        if str(case_id) not in worked_on:
            _begin_anew(hand_over, case_id)


def _is_stuck(workflow: WorkflowStatus, stuck_seconds: float) -> bool:
    begun = workflow.dequeued_at or workflow.created_at or 0
    return time.time() - begun / 1000 > stuck_seconds


def _begin_anew(hand_over: HandOver, case_id: uuid.UUID) -> None:
    attempts = DBOS.list_workflows(workflow_id_prefix=f"{case_id}/", load_input=False, load_output=False)
    if not any(attempt.status in LIVE for attempt in attempts):
        _log.warning("hand_over_begun_anew", case=str(case_id), attempts=len(attempts))
        hand_over.again(case_id, len(attempts))
