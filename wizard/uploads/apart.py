"""Has a file read in a process of its own: whatever a hostile one does to its reader, the wizard goes on."""

import json
import subprocess
import sys
from dataclasses import dataclass

import structlog

from wizard.uploads.kinds import BROKEN

SECONDS = 20.0
"""As long may one file take by the clock; well under the time after which gunicorn ends a worker."""

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
        done = subprocess.run(  # noqa: S603 -- nothing of the visitor's is in the command
            command,
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a traceback may quote the file
            timeout=SECONDS,
            check=True,
            env={},
            cwd="/",
        )
    except subprocess.SubprocessError as error:
        log.warning("file_unreadable", media_type=media_type, cause=type(error).__name__)
        return Read("", b"", BROKEN)
    line, _, kept = done.stdout.partition(b"\n")
    told = json.loads(line)
    return Read(told["media_type"], kept, told["why"])
