"""One attempt to deliver after the other, as durable work: by which channel, and what is left of it in the database."""

import traceback
import uuid
from collections.abc import Callable
from typing import Literal, Protocol, TypedDict

import structlog
from dbos import DBOS, WorkflowSerializationFormat

from wizard.delivery.outcome import LaterError, RefusedError
from wizard.delivery.queue import WORKFLOW, Which, options, prefix
from wizard.failpoints import reach
from wizard.handover import LIVE, BackOff
from wizard.request_of import of_hand_over
from wizard.under_way import doing

_log = structlog.get_logger()


class Rows(Protocol):
    """What the deliveries need of the cases: each method its own transaction, harmless when repeated."""

    def put_off(self, which: Which, trouble: str) -> None: ...
    def delivered(self, which: Which, receipt: str) -> None: ...
    def refused(self, which: Which, reason: str) -> None: ...
    def waiting(self) -> list[Which]: ...
    def begin_missing(self) -> int: ...


Deliver = Callable[[Which], str | None]
"""Delivers it and gives the receipt, or None where it has one already; ``LaterError`` or ``RefusedError``."""


class Outcome(TypedDict):
    """What a step leaves in DBOS's tables."""

    result: Literal["done", "later", "refused"]
    wait: float


class Deliveries:
    """The durable work over the rows and the channels."""

    def __init__(self, rows: Rows, deliver: Deliver, back_off: BackOff) -> None:
        self._rows, self._deliver, self._back_off = rows, deliver, back_off

    def register(self) -> None:
        """Make DBOS know the workflow by its name; before it is launched."""

        @DBOS.workflow(name=WORKFLOW, serialization_type=WorkflowSerializationFormat.PORTABLE)
        def deliver(case_id: str, channel: str, number: int, attempt: int) -> str:
            which = Which(uuid.UUID(case_id), channel, number)
            with doing(f"{prefix(which)}{attempt}"):
                return self._attempt(which, attempt)

    def reconcile(self) -> None:
        """Begin what never began, and begin anew what has no work at all."""
        if begun := self._rows.begin_missing():
            _log.warning("deliveries_begun", cases=begun)
        live = DBOS.list_workflows(name=WORKFLOW, status=LIVE, load_input=False, load_output=False)
        worked_on = {Which.read(work.workflow_id) for work in live}
        for which in self._rows.waiting():
            if which not in worked_on:
                self._begin_anew(which)

    def _begin_anew(self, which: Which) -> None:
        attempts = DBOS.list_workflows(workflow_id_prefix=prefix(which), load_input=False, load_output=False)
        if not any(attempt.status in LIVE for attempt in attempts):
            _log.warning("delivery_begun_anew", delivery=str(which), attempts=len(attempts))
            self._again(which, len(attempts))

    def _again(self, which: Which, attempt: int, wait: float = 0.0) -> None:
        found = options(which, attempt)
        if wait:
            found["delay_seconds"] = wait
        DBOS.enqueue_workflow_with_options(found, str(which.case_id), which.channel, which.number, attempt)

    def _attempt(self, which: Which, attempt: int) -> str:
        reach(f"before_{which.channel}")
        outcome = DBOS.run_step({"name": "deliver_by"}, self._for_request, which, attempt)
        reach(f"recorded_{which.channel}")
        if outcome["result"] == "later":
            self._again(which, attempt + 1, outcome["wait"])
            reach("delivery_enqueued_again")
        return outcome["result"]

    def _for_request(self, which: Which, attempt: int) -> Outcome:
        with of_hand_over(f"{prefix(which)}0"):
            return self._guarded(which, attempt)

    def _guarded(self, which: Which, attempt: int) -> Outcome:
        """An error's own text stays out of DBOS's tables and the log: it may carry an answer."""
        log = _log.bind(delivery=str(which), attempt=attempt)
        try:
            receipt = self._deliver(which)
            reach(f"after_{which.channel}")
            if receipt is not None:
                self._rows.delivered(which, receipt)
                log.info("delivered")
        except RefusedError as refusal:
            return self._refused(which, refusal, attempt, log.error)
        except LaterError as trouble:
            log.warning("delivery_put_off", trouble=trouble.trouble, retry_after=trouble.wait)
            return self._later(which, attempt, trouble)
        except Exception as error:  # noqa: BLE001 -- whatever went wrong, it is tried again
            place = traceback.extract_tb(error.__traceback__)[-1]
            log.error(  # noqa: TRY400 -- as the docstring says
                "delivery_failed", error=type(error).__name__, at=f"{place.name}:{place.lineno}"
            )
            return self._later(which, attempt, LaterError("failed"))
        return Outcome(result="done", wait=0.0)

    def _refused(
        self, which: Which, refusal: RefusedError, attempt: int, log: Callable[..., None]
    ) -> Outcome:
        try:
            self._rows.refused(which, refusal.reason)
        except Exception as error:  # noqa: BLE001 -- a no that nobody could be told is asked for again
            log("refusal_not_recorded", error=type(error).__name__)
            return self._later(which, attempt, LaterError("failed"))
        log("delivery_refused")
        return Outcome(result="refused", wait=0.0)

    def _later(self, which: Which, attempt: int, trouble: LaterError) -> Outcome:
        try:
            self._rows.put_off(which, trouble.trouble)
        except Exception as error:  # noqa: BLE001 -- that it could not be written down must not end the attempts
            _log.error("put_off_not_recorded", error=type(error).__name__)
        return Outcome(result="later", wait=self._back_off.seconds(attempt, trouble.wait))
