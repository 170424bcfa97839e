"""A store that does not answer is left in peace for some seconds: whoever needs no files must not wait behind it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from wizard.files.interface import StoreAwayError

SECONDS = 10.0


class Rest:
    """Of one process and one store."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._lock = Lock()
        self._away = False
        self._until = 0.0

    @contextmanager
    def asked(self) -> Iterator[None]:
        """``StoreAwayError`` at once while it rests; after that, one asks for all whether it is back."""
        with self._lock:
            if self._away:
                if time.monotonic() < self._until:
                    raise StoreAwayError
                self._until = time.monotonic() + self._seconds
        try:
            yield
        except StoreAwayError:
            with self._lock:
                self._away, self._until = True, time.monotonic() + self._seconds
            raise
        except BaseException:
            self._answered()  # whatever it said, it spoke
            raise
        self._answered()

    def _answered(self) -> None:
        with self._lock:
            self._away = False
