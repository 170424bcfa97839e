"""Under a steady load the memory of the wizard and of docgen stays as it is, once each has done everything some times.

``SOAK_MINUTES`` says how long; the figures are written to the standard output.
"""

import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import linear_regression, mean

import psutil
import pytest

from docgen.client import DocgenClient
from docgen.contract import DOCX, PDF
from tests.bench.bench_docgen import numbered
from tests.bench.bench_steps import writer
from tests.bench.load import rate
from tests.draft import begin
from tests.forked import Program
from tests.running_site import Site

MINUTES = float(os.environ.get("SOAK_MINUTES", "10"))
WARM = 0.4
"""The part of the time in which everything is used for the first time, and caches fill."""
SAMPLES = 60
MOST_GROWTH = 0.05
"""Of what it was: what the rest of the time may add."""
EACH = 20


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    site = Site(tmp_path, f"sqlite:///{tmp_path}/steady.sqlite", workers=1)
    site.environment["GUNICORN_CMD_ARGS"] = "--max-requests 0 --workers 1"  # a new process would hide it
    with site:
        site.start_docgen()
        yield site


def test_memory_stays_flat_under_a_steady_load(site: Site) -> None:
    until = time.monotonic() + MINUTES * 60
    load = [threading.Thread(target=one, args=(site, until)) for one in (_saves, _documents)]
    for thread in load:
        thread.start()
    kept: dict[str, list[tuple[float, float]]] = {}
    while any(thread.is_alive() for thread in load):
        for name, process in zip(("wizard", "docgen"), site.processes, strict=True):
            kept.setdefault(name, []).append((time.monotonic(), _megabytes(process)))
        time.sleep(MINUTES * 60 / SAMPLES)
    grown = {name: _growth(name, samples) for name, samples in kept.items()}
    assert all(growth < MOST_GROWTH for growth in grown.values()), grown


def _saves(site: Site, until: float) -> None:
    make: Callable[[], bytes] = writer(begin(site.visitor("stille")))
    while time.monotonic() < until:
        rate(site.url, [make], EACH, 303)


def _documents(site: Site, until: float) -> None:
    number = 0
    with DocgenClient(f"http://127.0.0.1:{site.docgen_port}", site.token) as client:
        while time.monotonic() < until:
            number += 1
            for media_type in (DOCX, PDF):
                client.make(numbered(number), media_type)


def _megabytes(process: Program) -> float:
    main = psutil.Process(process.pid)
    return float(sum(one.memory_info().rss for one in (main, *main.children(recursive=True)))) / 1e6


def _growth(name: str, samples: list[tuple[float, float]]) -> float:
    """By the line through the samples after the first part of the time."""
    times, sizes = zip(*samples[int(len(samples) * WARM) :], strict=True)
    slope = linear_regression(times, sizes).slope
    whole = slope * (times[-1] - times[0])
    print(f"{name}: {mean(sizes):.0f} MB, {slope * 3600:+.1f} MB an hour")  # noqa: T201 - its purpose
    return float(whole / mean(sizes))
