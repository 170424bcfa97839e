"""How many steps a second the wizard saves by gunicorn's workers and threads: by this gunicorn.conf.py was chosen."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.bench_steps import writer
from tests.bench.load import Rate, rate
from tests.bench.table import Row
from tests.draft import begin
from tests.running_site import Site

GRID = tuple((workers, threads) for workers in (1, 2, 3) for threads in (1, 4, 8))
CONNECTIONS = 8
EACH = 40
ROUNDS = 2
CHOSEN = (2, 4)


def bench(_: Path) -> Iterator[Row]:
    found = {each: _measured(*each) for each in GRID}
    chosen = found[CHOSEN].a_second
    for (workers, threads), one in found.items():
        what = f"gunicorn, {workers} workers of {threads} threads: a step, POST, {CONNECTIONS} at once"
        told = f"each waits {one.median_ms:.0f} ms"
        baseline = "{} workers of {} threads".format(*CHOSEN)
        yield Row(what, one.a_second, "a second", one.a_second / chosen, baseline, told)


def _measured(workers: int, threads: int) -> Rate:
    with tempfile.TemporaryDirectory() as name:
        site = Site(Path(name), f"sqlite:///{name}/bench.sqlite", workers=workers)
        site.environment["GUNICORN_CMD_ARGS"] = f"--threads {threads}"
        with site:
            posts = [writer(begin(site.visitor("stille"))) for _ in range(CONNECTIONS)]
            rates = [rate(site.url, posts, EACH, 303) for _ in range(ROUNDS)]
    return Rate(median(one.a_second for one in rates), median(one.median_ms for one in rates))
