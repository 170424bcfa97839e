"""Brings forward what waits for docgen: one case to ask whether it is back, and all that waited once it is.

The oldest case comes first, however often each was tried, and a few at a time, so that the queue is never so long that
its own order, which is that of the attempts, decides.
"""

import uuid
from collections.abc import Callable, Sequence

from dbos import DBOS

from wizard.breaker import Breaker
from wizard.handover import WORKFLOW

AHEAD = 10
"""So many cases stand ready for each that is handed over at the same time."""


class Waking:
    """What one worker has to bring forward yet; ``unfinished`` gives all cases that wait, the oldest first."""

    def __init__(self, breaker: Breaker, unfinished: Callable[[], Sequence[uuid.UUID]], at_once: int) -> None:
        self._breaker = breaker
        self._unfinished = unfinished
        self._ready = AHEAD * at_once
        self._left: list[str] = []

    def look(self) -> None:
        if self._breaker.is_due():
            _bring_forward(self._waiting()[:1])
        if self._breaker.has_returned():
            self._left = self._waiting()
        if self._left and not self._breaker.is_open:
            more = max(0, self._ready - len(_attempts("ENQUEUED")))
            _bring_forward(self._left[:more])
            self._left = self._left[more:]

    def _waiting(self) -> list[str]:
        """Only what waits now: what is put off later has been asked for since, and waits for a reason of its own."""
        age = {str(case_id): place for place, case_id in enumerate(self._unfinished())}
        return sorted(_attempts("DELAYED"), key=lambda one: age.get(one.partition("/")[0], len(age)))


def _attempts(status: str) -> list[str]:
    found = DBOS.list_workflows(name=WORKFLOW, status=status, load_input=False, load_output=False)
    return [attempt.workflow_id for attempt in found]


def _bring_forward(attempts: Sequence[str]) -> None:
    for attempt in attempts:
        DBOS.set_workflow_delay(attempt, delay_seconds=0)
