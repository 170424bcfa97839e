"""What enqueueing the hand-over adds to the transaction that signs and submits (median of 100 cases)."""

import logging
import statistics
import tempfile
import time
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import structlog

from tests import made
from tests.bench.table import Row
from tests.integration.postgresql_server import PostgresqlServer
from tests.running_site import Site
from wizard.migrate import migrate
from wizard.tools import Tools

ROUNDS = 100


def bench(_: Path) -> Iterator[Row]:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    baseline, seconds_of = "", 0.0
    with tempfile.TemporaryDirectory() as folder, PostgresqlServer(Path(tempfile.mkdtemp())) as server:
        for url in (f"sqlite:///{folder}/bench.sqlite", server.database("bench")):
            migrate(url)
            with Site(Path(folder), url).tools() as tools:
                owner = made.applicant(tools)
                kinds = (replace(tools, enqueue=lambda _session, _case_id: None), tools)
                taken = [[_seconds(one, owner) for one in kinds] for _ in range(ROUNDS)]
                plain, enqueued = (statistics.median(times) * 1000 for times in zip(*taken, strict=True))
                name = tools.store.writer.dialect.name
            yield Row(
                f"submission on {name}, handed over", enqueued, "ms", enqueued / plain, "the same without"
            )
            if baseline:
                yield Row("the same", enqueued, "ms", enqueued / seconds_of, baseline)
            baseline, seconds_of = name, enqueued


def _seconds(tools: Tools, owner: uuid.UUID) -> float:
    case_id = made.completed(tools, owner)
    begun = time.perf_counter()
    made.send(tools, case_id)
    return time.perf_counter() - begun
