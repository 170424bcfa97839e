"""Has a file read in a process of its own: whatever a hostile one does to its reader, the wizard goes on."""

import json
import subprocess
import sys
import threading
from dataclasses import dataclass

import structlog

from wizard.uploads.kinds import BROKEN, NOT_NOW

SECONDS = 20.0
"""As long may one file take by the clock; well under the time after which gunicorn ends a worker."""

AT_ONCE = threading.BoundedSemaphore(2)
"""So many may be read at a time by each of the wizard's processes, whatever comes: each may take a gigabyte."""

log = structlog.get_logger()


@dataclass(frozen=True)
class Read:
    """What is kept of a file; ``why`` says why nothing is, and is one of ``kinds.REFUSALS``."""

    media_type: str
    content: bytes
    why: str


def read_apart(media_type: str, content: bytes) -> Read:
    """The file as it may be kept. One by which its reader dies, or is not done in time, is refused as broken."""
    command = [sys.executable, "-IB", "-m", "wizard.uploads.child", media_type]
    try:
        with AT_ONCE:
            done = _run(command, content)
    except subprocess.SubprocessError as error:
        log.warning("file_unreadable", media_type=media_type, cause=type(error).__name__)
        return Read("", b"", BROKEN)
    except OSError as error:
        log.error("file_not_read", cause=type(error).__name__)  # noqa: TRY400 -- a traceback may quote
        return Read("", b"", NOT_NOW)
    line, _, kept = done.partition(b"\n")
    told = json.loads(line)
    return Read(told["media_type"], kept, told["why"])


def _run(command: list[str], content: bytes) -> bytes:
    return subprocess.run(  # noqa: S603 -- nothing of the visitor's is in the command
        command,
        input=content,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # a traceback may quote the file
        timeout=SECONDS,
        check=True,
        env={},
        cwd="/",
    ).stdout
