"""What a store of files can do, whichever it is. It knows names and bytes, and neither keys nor rows."""

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

FORMER = re.compile(r"[0-9a-f]{32}")
"""A name as files had it before they were named by their content: the id of their row."""
NAME = re.compile(r"[0-9a-f]{32}|[0-9a-f]{64}\.[0-9]{1,3}")
"""Every name that a file may have; whatever else lies in the store is not ours, or not whole."""


class StoreError(OSError):
    """A store far away fails; says what to do about it, and nothing of what was asked of it."""

    words = ""

    def __str__(self) -> str:
        return self.words


class StoreAwayError(StoreError):
    """The store does not answer; it may later."""

    words = (
        "The file store does not answer at VEIVISER_FILES_ENDPOINT: see to it that it runs, and that the address is"
        " right; nobody can send or open a file until then, and documents wait"
    )


class StoreFailsError(StoreError):
    """The store answers, and has trouble of its own or no room."""

    words = (
        "The file store at VEIVISER_FILES_ENDPOINT answers and cannot do its work: see to it that it has room, and"
        " look in its own log; nobody can send a file until then, and documents wait"
    )


class StoreRefusesError(StoreError):
    """The store answers, and does not let this site do that: its key is wrong, or may too little."""

    words = (
        "The file store does not let this site into the bucket of VEIVISER_FILES: look at VEIVISER_FILES_KEY_ID,"
        " VEIVISER_FILES_SECRET, what that key may do there, and this machine's clock"
    )


class NoBucketError(StoreError):
    """The store answers, and has no bucket of that name."""

    words = (
        "The file store has no bucket of the name in VEIVISER_FILES: make it, or name the right one and"
        " VEIVISER_FILES_REGION"
    )


class FileStore(Protocol):
    """Bytes by name. Whatever goes wrong is an ``OSError``, so that a store far away fails as a disk does."""

    def put(self, name: str, content: bytes) -> None:
        """Keep it, whole or not at all, in place of what had that name; it is safe when this returns."""

    def get(self, name: str) -> bytes:
        """The content; ``FileNotFoundError`` where there is none."""

    def has(self, name: str) -> bool:
        """Whether there is something of that name; it is not read."""

    def delete(self, name: str) -> None:
        """Take it away; one that is gone already is no error."""

    def names(self, before: datetime | None = None) -> Iterator[list[str]]:
        """The names of what was written before then, or of all, some at a time."""

    def clear_unfinished(self, before: datetime) -> int:
        """Remove what was begun before then and never became whole; gives how many."""

    def filling(self) -> AbstractContextManager["FileStore"]:
        """A store to put files in, which are all in this one if what happens inside goes well, and else none."""

    def try_out(self) -> None:
        """Write something, as a file is written; an ``OSError`` tells that nothing can be kept now."""
