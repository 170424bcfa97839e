"""The figures of wizard and worker for Prometheus: numbers, routes as they are declared, and nothing of anybody."""

import hmac
import os
from collections.abc import Iterator

from prometheus_client import REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from pydantic import SecretStr
from sqlalchemy.exc import SQLAlchemyError

from wizard.cases.waiting import waiting
from wizard.heartbeat import Heartbeats
from wizard.readiness import free_bytes
from wizard.tools import Tools

TYPE = "text/plain; version=0.0.4; charset=utf-8"
TOLD = {
    "cases_waiting": "Cases that are in and whose documents are not made",
    "oldest_seconds": "How long the first of them has waited",
    "deliveries_waiting": "Packages for the municipalities' own systems that have no receipt yet",
    "mails_waiting": "Notices that are not sent yet",
    "files_unscreened": "Attachments that nobody has looked for viruses in",
}


def may_read(token: SecretStr, authorization: str) -> bool:
    """Whether the header ``Authorization`` names the token; nobody may where there is none."""
    named = f"Bearer {token.get_secret_value()}".encode()
    return bool(token.get_secret_value()) and hmac.compare_digest(named, authorization.encode())


class _Now:
    """Asked anew for each reading. Without a database the rest is told all the same."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def collect(self) -> Iterator[GaugeMetricFamily]:
        free = GaugeMetricFamily("veiviser_free_bytes", "Room where it lies", labels=["what"])
        for what, left in free_bytes(self._tools.settings).items():
            free.add_metric([what], left)
        yield free
        try:
            found = waiting(self._tools)
        except SQLAlchemyError:
            found = {}
        yield GaugeMetricFamily("veiviser_database_answers", "1 where it does", int(bool(found)))
        yield from _workers(self._tools)
        for name, value in found.items():
            yield GaugeMetricFamily(f"veiviser_{name}", TOLD[name], value)


def _workers(tools: Tools) -> Iterator[GaugeMetricFamily]:
    """When each worker last said that it is alive, by its own clock; nothing where the database does not answer."""
    seen = GaugeMetricFamily("veiviser_worker_seen_seconds", "How long ago it did", labels=["worker"])
    try:
        beats = Heartbeats(tools.store).seen()
    except SQLAlchemyError:
        return
    for worker, at in beats.items():
        seen.add_metric([worker], (tools.clock() - at).total_seconds())
    yield seen


def of_wizard(tools: Tools) -> bytes:
    """What all processes of this server have counted, and what waits."""
    registry = CollectorRegistry()
    registry.register(_Now(tools))
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)


def of_worker() -> bytes:
    """What this process has counted, and what it needs of the machine."""
    return generate_latest(REGISTRY)
