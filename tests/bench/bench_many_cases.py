"""The office's list and search and a step's POST with few cases and with many, on both databases, over HTTP.

The fastest of several, since what else the machine does only adds.

``BENCH_CASES`` says how many that is; a million takes some minutes to write.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx

from tests import made
from tests.bench.bench_steps import save
from tests.bench.many_cases import fill
from tests.bench.table import Row
from tests.integration.postgresql_server import PostgresqlServer
from tests.running_site import Site
from wizard.cases.following import PAGE

FEW = 1_000
MANY = int(os.environ.get("BENCH_CASES", "100000"))
TIMES = 20
SAVED = 9
MOST = 1.2


def bench(_: Path) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder, PostgresqlServer(Path(tempfile.mkdtemp())) as server:
        for url in (f"sqlite:///{folder}/many.sqlite", server.database("many")):
            place = Path(tempfile.mkdtemp(dir=folder))
            with Site(place, url) as site:
                yield from _compared(site)


def _compared(site: Site) -> Iterator[Row]:
    with site.tools() as tools:
        name, owner = tools.store.writer.dialect.name, made.applicant(tools)
        for _ in range(PAGE):
            made.send(tools, made.completed(tools, owner))
        fill(tools, owner, range(FEW))
        _measured(site)  # warm
        few = _measured(site)
        fill(tools, owner, range(FEW, MANY))
        many = _measured(site)
    for what, before, after in zip(
        ("the office's list", "a search by name", "a step, POST"), few, many, strict=True
    ):
        told = f"at most {MOST} wanted"
        yield Row(
            f"{what} with {MANY:,} cases, {name}", after, "ms", after / before, f"that with {FEW:,}", told
        )


def _measured(site: Site) -> tuple[float, float, float]:
    """Milliseconds of the list's first page, of a search for a name that nobody has, and of a step that is saved."""
    staff = site.visitor("lun")
    token = staff.told("/larvik/kontor/").controls["csrf_token"]
    sought = {"asked": "Ukjentsen", "csrf_token": token}
    return (
        _fastest(lambda: staff.get("/larvik/kontor/")),
        _fastest(lambda: staff.http.post("/larvik/kontor/sok", data=sought)),
        min(save(site) for _ in range(SAVED)) * 1000,
    )


def _fastest(ask: Callable[[], httpx.Response]) -> float:
    taken = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        assert ask().status_code == 200
        taken.append((time.perf_counter() - begun) * 1000)
    return min(taken)
