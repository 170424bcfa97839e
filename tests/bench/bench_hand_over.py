"""What enqueueing the hand-over adds to the transaction that submits (median of 300 commits)."""

import statistics
import tempfile
import time
from pathlib import Path

from tests.integration.handover.casebook import Casebook
from tests.integration.postgresql_server import PostgresqlServer
from wizard.handover import enqueue, prepare

ROUNDS = 300


def bench() -> None:
    with tempfile.TemporaryDirectory() as folder, PostgresqlServer(Path(tempfile.mkdtemp())) as server:
        for url in (f"sqlite:///{folder}/bench.sqlite", server.database("bench")):
            prepare(url)
            cases = Casebook(url)
            plain, enqueued = _median(cases, enqueued=False), _median(cases, enqueued=True)
            name = cases.engine.dialect.name
            print(f"  {name:10}  without {plain:.2f} ms, with {enqueued:.2f} ms")  # noqa: T201 - its purpose
            cases.engine.dispose()


def _median(cases: Casebook, *, enqueued: bool) -> float:
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        with cases.transaction.begin() as session:
            case_id = cases.write(session)
            if enqueued:
                enqueue(session, case_id)
        times.append(time.perf_counter() - begun)
    return statistics.median(times) * 1000
