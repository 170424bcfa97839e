"""Has a file read in a process of its own: whatever a hostile one does to its reader, the wizard goes on."""

import json
import threading
from dataclasses import dataclass

import structlog

from wizard.uploads.fork_client import ForkServer
from wizard.uploads.kinds import BROKEN, NOT_NOW, PAGES, SLOW, TURN

SECONDS = 20.0
"""As long may one file take by the clock; well under the time after which gunicorn ends a worker."""

AT_ONCE = threading.BoundedSemaphore(2)
"""So many may be read at a time by each of the wizard's processes, whatever comes: each may take a gigabyte."""
WAIT_SECONDS = 10.0
"""As long may a file wait for others to be read: whoever waits holds a thread that serves everybody."""
END_OF_JPEG = b"\xff\xd9"
SERVER = ForkServer()

log = structlog.get_logger()


@dataclass(frozen=True)
class Read:
    """What is kept of a file; ``why`` says why nothing is, and is one of ``kinds.REFUSALS``."""

    media_type: str
    content: bytes
    why: str
    preview: bytes = b""
    """A small JPEG of what it shows; empty where there is none."""


def read_apart(media_type: str, content: bytes) -> Read:
    """The file as it may be kept.

    One by which its reader dies is refused as broken, one with which it is not done in time as slow; where too many
    others are read, it is not read.
    """
    return _read([media_type], content)


def bound_apart(pictures: list[bytes]) -> Read:
    """Photos that were read before, as the pages of one PDF."""
    return _read([PAGES, *(str(len(one)) for one in pictures)], b"".join(pictures))


def turned_apart(media_type: str, content: bytes) -> Read:
    """A photo that was read before, turned by a quarter, clockwise."""
    return _read([TURN, media_type], content)


def _read(wanted: list[str], content: bytes) -> Read:
    try:
        if not AT_ONCE.acquire(timeout=WAIT_SECONDS):
            log.warning("files_wait_too_long")
            return Read("", b"", NOT_NOW)
        try:
            done, slow = SERVER.read(wanted, content, SECONDS)
        finally:
            AT_ONCE.release()
    except OSError as error:
        log.error("file_not_read", cause=type(error).__name__)  # noqa: TRY400 -- a traceback may quote
        return Read("", b"", NOT_NOW)
    found = _told(done)
    if found is None:
        log.warning("file_unreadable", media_type=wanted[0], slow=slow)
        return Read("", b"", SLOW if slow else BROKEN)
    return found


def _told(done: bytes) -> Read | None:
    """None where the reader died before it was done; where it died over the preview there is none."""
    line, _, rest = done.partition(b"\n")
    if not line:
        return None
    told = json.loads(line)
    size = told["size"]
    if len(rest) < size:
        return None
    shown = rest[size:] if rest.endswith(END_OF_JPEG) else b""
    return Read(told["media_type"], rest[:size], told["why"], shown)
