"""Why gunicorn.conf.py has the numbers of processes and threads that it has: a step's POST by many at once."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import psutil

from tests.bench.bench_steps import writer
from tests.bench.load import Rate, rate
from tests.bench.table import Row
from tests.draft import begin
from tests.running_site import Site

CONNECTIONS, EACH, ROUNDS = 8, 60, 2
CHOSEN = (2, 4)
GRID = ((1, 4), (1, 8), (2, 2), CHOSEN, (2, 8), (4, 2), (4, 4))
"""Processes, and threads in each."""


class Served(NamedTuple):
    best: Rate
    megabytes: float
    """Of all processes of one gunicorn, what they share counted once."""


def bench(_: Path) -> Iterator[Row]:
    found = {setting: _served(*setting) for setting in GRID}
    chosen = found[CHOSEN].best.a_second
    for (workers, threads), one in found.items():
        yield Row(
            f"a step, POST, {CONNECTIONS} at once: {workers} x {threads}",
            one.best.a_second,
            "a second",
            one.best.a_second / chosen,
            "gunicorn.conf.py's",
            f"median {one.best.median_ms:.0f} ms, {one.megabytes:.0f} MB",
        )


def _served(workers: int, threads: int) -> Served:
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder), f"sqlite:///{folder}/bench.sqlite", workers=workers)
        site.environment["GUNICORN_CMD_ARGS"] = f"--threads {threads}"
        with site:
            posts = [writer(begin(site.visitor("stille"))) for _ in range(CONNECTIONS)]
            rates = [rate(site.url, posts, EACH, 303) for _ in range(ROUNDS)]
            return Served(max(rates, key=lambda one: one.a_second), _megabytes(site.processes[0].pid))


def _megabytes(pid: int) -> float:
    parent = psutil.Process(pid)
    return sum(one.memory_full_info().pss for one in (parent, *parent.children(recursive=True))) / 1e6
