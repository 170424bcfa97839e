"""Raises the alarm where documents wait too long, or where something does not belong together: in log and figures."""

import math
import time
from collections.abc import Callable

import structlog
from prometheus_client import Gauge

from wizard.cases.reconciling import oldest_seconds
from wizard.tools import Tools
from wizard.unreconciled import unreconciled

AGAIN_SECONDS = 3600.0
"""As long as it lasts, the log says it once more after this time."""
LOOKS = 15
"""So often it is looked in the time after which the alarm is due."""

_log = structlog.get_logger()
_OLDEST = Gauge("veiviser_worker_oldest_seconds", "How long the first case has waited for its documents")
_LATE = Gauge("veiviser_documents_late", "1 while that is longer than it may be")
_UNRECONCILED = Gauge("veiviser_unreconciled", "What does not belong together: it must be 0", ["kind"])


class Lateness:
    """What one worker has found, and said of it."""

    def __init__(self, tools: Tools, clock: Callable[[], float] = time.monotonic) -> None:
        self._tools = tools
        self._clock = clock
        self._said_at = -math.inf
        self._counted_at = -math.inf

    @property
    def pause(self) -> float:
        """Seconds between two looks."""
        return self._tools.settings.late_seconds / LOOKS

    def look(self) -> None:
        """How long the oldest waits, each time; what does not belong together, as often as cases are reconciled."""
        self._wait()
        if self._clock() - self._counted_at >= self._tools.settings.reconcile_seconds:
            self._count()
            self._counted_at = self._clock()

    def _wait(self) -> None:
        oldest = oldest_seconds(self._tools)
        late = oldest > self._tools.settings.late_seconds
        _OLDEST.set(oldest)
        _LATE.set(late)
        if not late:
            self._said_at = -math.inf
        elif self._clock() - self._said_at >= AGAIN_SECONDS:
            _log.error("documents_late", seconds=round(oldest))
            self._said_at = self._clock()

    def _count(self) -> None:
        found = unreconciled(self._tools)
        for kind, number in found.items():
            _UNRECONCILED.labels(kind).set(number)
        if any(found.values()):
            _log.error("unreconciled", **found)
