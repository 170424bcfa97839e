"""Keeps programs running, as systemd does, kills any of their processes at random, and weighs them all."""

import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Event, Thread
from typing import Self

import psutil

from tests.forked import Program

WEIGHED_EACH = 10.0
"""Seconds between two looks at the memory."""
MEGABYTE = 1024 * 1024


class Keeper:
    """Starts what it is told to, and again whenever it has ended."""

    def __init__(self, programs: dict[str, Callable[[], Program]], pause: tuple[float, float]) -> None:
        self._programs, self._pause = programs, pause
        self._running = {name: start() for name, start in programs.items()}
        self._stopped, self._chance = Event(), random.Random(47)  # noqa: S311 -- chance that can be repeated
        self.storms = False
        """Whether processes are killed now."""
        self.kills = Counter[str]()
        self.weights = defaultdict[str, list[tuple[float, float]]](list)
        """By the program: at which second one of its processes took how many megabytes."""
        self._threads = [Thread(target=each) for each in (self._keep, self._kill, self._weigh)]

    def rests(self) -> None:
        """Nobody is killed any more."""
        self.storms = False

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        for thread in self._threads:
            thread.join()

    def _keep(self) -> None:
        while not self._stopped.wait(0.1):
            for name, program in self._running.items():
                if program.poll() is not None:
                    self._running[name] = self._programs[name]()

    def _kill(self) -> None:
        while not self._stopped.wait(self._chance.uniform(*self._pause)):
            if self.storms:
                name, victim = self._chance.choice(list(self._processes()))
                with suppress(psutil.NoSuchProcess):
                    victim.kill()
                    self.kills[name] += 1

    def _weigh(self) -> None:
        begun = time.monotonic()
        while not self._stopped.wait(WEIGHED_EACH):
            at = time.monotonic() - begun
            for name, process in self._processes():
                with suppress(psutil.NoSuchProcess):
                    self.weights[name].append((at, process.memory_info().rss / MEGABYTE))

    def _processes(self) -> Iterator[tuple[str, psutil.Process]]:
        """Each with the name of its program; those that a server has for its requests as ``its child``."""
        for name, program in list(self._running.items()):
            kind = name.rstrip("12")
            with suppress(psutil.NoSuchProcess):
                own = psutil.Process(program.pid)
                children = own.children(recursive=True)
                yield (f"{kind}, its master" if children else kind), own
                yield from ((f"{kind}, a child", child) for child in children)
