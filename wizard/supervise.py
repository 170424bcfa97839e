"""Keeps a few processes running on this machine: starts them in order, starts a dead one again, stops them all."""

import signal
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import httpx
import structlog

READY_SECONDS = 60
"""A program that does not answer by then, on its first start, never will."""
STOP_SECONDS = 75
"""Longer than the longest request, so that a stopping program may end what it does."""
LOOK_SECONDS = 0.2
LONGEST_PAUSE = 30.0
STEADY_SECONDS = 60
"""A program that has run this long is started again without a pause."""

_log = structlog.get_logger()


class NotReadyError(Exception):
    """A program did not come up; its log says why."""

    def __init__(self, program: "Program") -> None:
        super().__init__(f"{program.name} did not start; see {program.log}")


@dataclass(frozen=True)
class Program:
    """What is to run, where its output goes, and the address that answers when it is ready, if it has one."""

    name: str
    command: Sequence[str]
    environment: dict[str, str]
    folder: Path
    log: Path
    ready: str | None = None


class Child:
    """One program's process, and when to start it again."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._deaths = 0
        self._next_start = 0.0
        self.start()

    def start(self) -> None:
        self._started = time.monotonic()
        with self.program.log.open("ab") as log:
            self.process = subprocess.Popen(  # noqa: S603 -- our own programs
                self.program.command,
                env=self.program.environment,
                cwd=self.program.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # a Ctrl-C in the terminal is ours to pass on, in order
            )

    def revive(self) -> None:
        """Start it again if it is dead: at once the first time, then with a doubling pause."""
        if self.process.poll() is None:
            return
        now = time.monotonic()
        if not self._next_start:
            self._deaths = 0 if now - self._started > STEADY_SECONDS else self._deaths + 1
            self._next_start = now + min(LONGEST_PAUSE, 2.0 ** (self._deaths - 1) - 1)
            _log.warning("program_died", program=self.program.name, code=self.process.returncode)
        if now >= self._next_start:
            self._next_start = 0.0
            self.start()

    def wait_until_ready(self, stop: threading.Event) -> None:
        """Raises ``NotReadyError`` where it dies or stays silent."""
        end = time.monotonic() + READY_SECONDS
        while not (stop.is_set() or _answers(self.program.ready)):
            if self.process.poll() is not None or time.monotonic() > end:
                raise NotReadyError(self.program)
            stop.wait(LOOK_SECONDS)

    def stop(self) -> None:
        """Ask it to end, and insist in the end."""
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def _answers(address: str | None) -> bool:
    if address is None:
        return True
    try:
        return httpx.get(address, trust_env=False).is_success
    except httpx.TransportError:
        return False


def supervise(programs: Sequence[Program], when_ready: Callable[[], None]) -> None:
    """Run the programs until SIGTERM or SIGINT; they stop in the order opposite to their start."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    with ExitStack() as running:
        children = []
        for program in programs:
            child = Child(program)
            running.callback(child.stop)
            child.wait_until_ready(stop)
            children.append(child)
        if not stop.is_set():
            when_ready()
        while not stop.wait(LOOK_SECONDS):
            for child in children:
                child.revive()
