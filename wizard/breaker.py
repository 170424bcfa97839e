"""Leaves a docgen that is away in peace: it is asked by one case now and then, and not by all that wait.

Each worker has its own: what it remembers is worth less than the few questions by which the next worker learns it.
"""

import threading
import time
from collections.abc import Callable
from typing import Protocol

import structlog
from prometheus_client import Gauge

from docgen.contract import DocumentRequest, Unavailable

OPENS_AFTER = 5
"""So many times in a row without an answer, of whatever cases."""
LONGEST_SECONDS = 30.0
"""A docgen that is back is found out within this time."""
LONGEST_ASKED_SECONDS = 300.0
"""As long as docgen itself asks for where people must put a key right; a longer Retry-After would stop all."""

_log = structlog.get_logger()
_AWAY = Gauge(
    "veiviser_docgen_away", "1 while docgen is known to be away, and asked by one case now and then"
)


class Docgen(Protocol):
    """What is asked, such as ``docgen.contract.DocgenClient``."""

    def make(self, request: DocumentRequest, media_type: str) -> bytes: ...


class Breaker:
    """A docgen that is not asked while it is known to be away; open is the breaker, as with electricity."""

    def __init__(
        self, docgen: Docgen, first_seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._docgen = docgen
        self._first_seconds = first_seconds
        self._clock = clock
        self._lock = threading.Lock()
        self._in_vain = 0
        self._until = 0.0
        self._returned = False

    def make(self, request: DocumentRequest, media_type: str) -> bytes:
        """The document. ``Unavailable``, without asking, where docgen is away and somebody has asked just now."""
        self._let_through()
        try:
            document = self._docgen.make(request, media_type)
        except Unavailable as trouble:
            if trouble.away:
                self._was_away(trouble)
            else:
                self._answered()
            raise
        except Exception:
            self._answered()
            raise
        self._answered()
        return document

    @property
    def is_open(self) -> bool:
        """Whether docgen is known to be away."""
        return self._in_vain >= OPENS_AFTER

    def is_due(self) -> bool:
        """Whether it is away, and may be asked again by one case."""
        return self.is_open and self._clock() >= self._until

    def has_returned(self) -> bool:
        """Whether docgen has answered after it was away; told once."""
        with self._lock:
            returned, self._returned = self._returned, False
        return returned

    def _let_through(self) -> None:
        with self._lock:
            wait = self._until - self._clock()
            if not self.is_open:
                return
            if wait > 0:
                raise Unavailable(wait, "docgen is away", away=True)
            self._until = self._clock() + self._pause()  # this one asks; the others wait for what it finds

    def _was_away(self, trouble: Unavailable) -> None:
        with self._lock:
            self._in_vain += 1
            self._until = self._clock() + max(
                self._pause(), min(trouble.retry_after or 0.0, LONGEST_ASKED_SECONDS)
            )
            if self._in_vain == OPENS_AFTER:
                _log.error("docgen_away", tries=self._in_vain, why=str(trouble))
            _AWAY.set(self.is_open)

    def _answered(self) -> None:
        with self._lock:
            if self.is_open:
                self._returned = True
                _log.info("docgen_back", tries=self._in_vain)
            self._in_vain = 0
            _AWAY.set(0)

    def _pause(self) -> float:
        doubled = max(0, min(self._in_vain - OPENS_AFTER, 30))
        return min(LONGEST_SECONDS, self._first_seconds * 2.0**doubled)
