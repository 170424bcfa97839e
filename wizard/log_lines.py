"""Where the lines of the log go: one that cannot be written is counted and let go, for no work may fail by it.

The disk that the log lies on may be full, or whoever collects it be away. What must not go unwritten is no line of this
log: who opened which case stands in the database (``wizard.cases.access_log``), and without it nobody opens any.
"""

import logging
import os
from collections.abc import Callable
from io import UnsupportedOperation
from typing import TextIO

from prometheus_client import Counter

_LOST = Counter("veiviser_log_lines_lost", "Lines of the log that could not be written")


class Lines:
    """Writes to a stream past its buffer: a line that stayed there would fail the program at its very end."""

    lost = 0
    """How many lines of this process could not be written."""

    def __init__(self, stream: Callable[[], TextIO]) -> None:
        """``stream`` gives the one that is there now: a program may have put another in its place."""
        self._stream = stream

    def write(self, line: str) -> None:
        try:
            _write(self._stream(), line)
        except OSError:
            lose()

    def flush(self) -> None:
        """Nothing waits."""


def _write(stream: TextIO, line: str) -> None:
    try:
        to = stream.fileno()
    except UnsupportedOperation:
        stream.write(line)
        return
    left = line.encode(errors="backslashreplace")
    while left:
        left = left[os.write(to, left) :]


def lose() -> None:
    """Count a line that could not be written."""
    Lines.lost += 1
    _LOST.inc()


class Handler(logging.StreamHandler[TextIO]):
    """The same for what libraries log."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802 -- its name in logging
        lose()
