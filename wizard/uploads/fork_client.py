"""Asks ``fork_server`` for a reader, gives it one file, and hears what it told."""

import atexit
import json
import os
import socket
import subprocess
import sys
import threading
import time
from contextlib import ExitStack

from wizard.uploads.fork_server import SLOW, can_be_read

START_SECONDS = 10.0
"""As long may it take until a reader is there: the first one waits for all that readers need to be loaded."""
CHUNK = 1 << 16


class ForkServer:
    """Started when the first file comes, without secrets; one for each process that asks, and gone with it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._asker = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._ours: socket.socket | None = None

    def read(self, words: list[str], content: bytes, seconds: float) -> tuple[bytes, bool]:
        """What a reader told of the content until its end, and whether its time ran out.

        ``OSError`` where there is no reader, or nobody hears how it ended.
        """
        end = time.monotonic() + START_SECONDS + seconds
        with ExitStack() as held:
            with ExitStack() as handed:
                given = handed.enter_context(os.fdopen(os.memfd_create("given"), "wb", buffering=0))
                given.write(content)
                given.seek(0)
                answer, taken = _pipe(held, handed)
                ending, told = _pipe(held, handed)
                self._ask(json.dumps([words, seconds]).encode(), [given.fileno(), taken, told])
            done, how = _all_of(answer, end), _all_of(ending, end)
        if done is not None and not how:
            raise ConnectionError
        return done or b"", done is None or how == SLOW

    def _ask(self, asked: bytes, files: list[int]) -> None:
        with self._lock:
            try:
                socket.send_fds(self._socket(), [asked], files)
            except ConnectionError:  # it has died since: another one is started, once
                self.close()
                socket.send_fds(self._socket(), [asked], files)

    def _socket(self) -> socket.socket:
        if self._ours and self._asker == os.getpid():
            return self._ours
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs, ExitStack() as failing:
            failing.enter_context(ours)
            self._process = _started(theirs.fileno())
            failing.pop_all()
        self._ours, self._asker = ours, os.getpid()
        atexit.register(self.close)
        return ours

    def close(self) -> None:
        """Nobody asks it any more, so it ends."""
        atexit.unregister(self.close)
        if self._ours:
            self._ours.close()
        if self._process and self._asker == os.getpid():
            self._process.wait()
        self._process = self._ours = None


def _started(file: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-IB", "-m", "wizard.uploads.fork_server", str(file)]
    return subprocess.Popen(  # noqa: S603 -- nothing of the visitor's is in the command
        command,
        pass_fds=[file],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,  # a traceback may quote the file
        env={},
        cwd="/",
    )


def _pipe(held: ExitStack, handed: ExitStack) -> tuple[int, int]:
    """Its end to read from, which is held, and the one to write to, which is handed on."""
    ours, theirs = os.pipe()
    held.callback(os.close, ours)
    handed.callback(os.close, theirs)
    return ours, theirs


def _all_of(pipe: int, end: float) -> bytes | None:
    """None where somebody holds it open still when the time is over."""
    told = bytearray()
    while can_be_read(pipe, end - time.monotonic()):
        more = os.read(pipe, CHUNK)
        if not more:
            return bytes(told)
        told += more
    return None
