"""Has the readers of files loaded, and forks one for each file: so none waits for an interpreter to start.

``fork_client`` asks it. It holds no secret and no file: what is read goes from the asker to the reader alone, and the
reader is gone with it.
"""

import gc
import json
import os
import select
import signal
import socket
import sys
from importlib import import_module
from typing import NoReturn

from wizard.uploads import child

READERS = ("pages", "pdfs", "photos", "previews", "word")
LONGEST = 1 << 16
"""Bytes of what is asked, without the file."""
FILES = 3
"""What comes with it: where the file is, where the answer goes, and where it is told how the reader ended."""
ENDED, SLOW = b"ended", b"slow"
OVER = {-signal.SIGKILL, -signal.SIGXCPU}
"""How a reader ends that has used up its seconds of the processor."""
OPEN = 1024
"""More files than a reader could have been born with."""


def main() -> None:
    """Fork a reader for each that is asked for on the socket, whose number is told; until nobody can ask any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for who watches a reader
    for name in READERS:
        import_module(f"wizard.uploads.{name}")
    gc.freeze()
    with socket.socket(fileno=int(sys.argv[1])) as asked:
        while True:
            words, files, _, _ = socket.recv_fds(asked, LONGEST, FILES)
            if not words:
                return
            if not os.fork():
                asked.close()
                _watch(*json.loads(words), *files)
            for file in files:
                os.close(file)


def _watch(words: list[str], seconds: float, given: int, taken: int, told: int) -> NoReturn:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    reader = os.fork()
    if not reader:
        _read(words, given, taken)
    os.close(given)
    os.close(taken)  # so that the answer ends with its reader
    os.write(told, how_it_ended(reader, seconds))
    os._exit(0)


def _read(words: list[str], given: int, taken: int) -> NoReturn:
    died = 1
    try:
        os.setsid()
        os.dup2(given, 0)
        os.dup2(taken, 1)
        os.closerange(3, OPEN)
        child.main(words)
        died = 0
    finally:
        os._exit(died)


def how_it_ended(reader: int, seconds: float) -> bytes:
    """``SLOW`` where it had not come to its end after so many seconds, or had used up those of the processor."""
    watched = os.pidfd_open(reader)
    late = not can_be_read(watched, seconds)
    os.close(watched)
    if late:
        os.kill(reader, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(reader, 0)[1])
    return SLOW if late or code in OVER else ENDED


def can_be_read(file: int, seconds: float) -> bool:
    """Waits so long for it. Whatever number the file has: ``select.select`` knows none from 1024 on."""
    waiting = select.poll()
    waiting.register(file, select.POLLIN)
    return bool(waiting.poll(max(0, seconds) * 1000))


if __name__ == "__main__":
    main()
