"""Does a thing again and again beside the rest, until it is left."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import structlog

_log = structlog.get_logger()


@contextmanager
def repeating(
    what: str, work: Callable[[], object], seconds: float, patience: float | None = None
) -> Iterator[None]:
    """At once, and after each pause of so many seconds; ``what`` is what the log calls a time that failed.

    Once it is left, what is being done may end; where it has ``patience``, it is broken off after so many seconds.
    """
    stop = threading.Event()

    def repeat() -> None:
        while True:
            try:
                work()
            except Exception as error:  # noqa: BLE001 -- the next time may do better
                _log.error(what, error=type(error).__name__)
            if stop.wait(seconds):
                return

    thread = threading.Thread(target=repeat, name=what, daemon=patience is not None)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(patience)
