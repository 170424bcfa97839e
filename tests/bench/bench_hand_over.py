"""What enqueueing the hand-over adds to the transaction that signs and submits (median of 100 cases)."""

import logging
import statistics
import tempfile
import time
import uuid
from dataclasses import replace
from pathlib import Path

import structlog

from tests import made
from tests.integration.postgresql_server import PostgresqlServer
from tests.running_site import Site
from wizard.migrate import migrate
from wizard.tools import Tools

ROUNDS = 100


def bench() -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    with tempfile.TemporaryDirectory() as folder, PostgresqlServer(Path(tempfile.mkdtemp())) as server:
        for url in (f"sqlite:///{folder}/bench.sqlite", server.database("bench")):
            migrate(url)
            with Site(Path(folder), url).tools() as tools:
                owner = made.applicant(tools)
                kinds = (replace(tools, enqueue=lambda _session, _case_id: None), tools)
                taken = [[_seconds(one, owner) for one in kinds] for _ in range(ROUNDS)]
                plain, enqueued = (statistics.median(times) * 1000 for times in zip(*taken, strict=True))
                name = tools.store.writer.dialect.name
            print(f"  {name:10}  without {plain:.2f} ms, with {enqueued:.2f} ms")  # noqa: T201 - its purpose


def _seconds(tools: Tools, owner: uuid.UUID) -> float:
    case_id = made.completed(tools, owner)
    begun = time.perf_counter()
    made.send(tools, case_id)
    return time.perf_counter() - begun
