"""docgen's figures for Prometheus: what all of its processes answered, and for how long it can seal."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector

from docgen.keyring import Keyring
from docgen.readiness import days_left
from docgen.seal import CannotSeal


class _Certificate:
    """Asked anew for each reading."""

    def __init__(self, keys: Keyring) -> None:
        self._keys = keys

    def collect(self) -> Iterator[GaugeMetricFamily]:
        try:
            days = days_left(self._keys, datetime.now(UTC))
        except CannotSeal:
            days = 0
        yield GaugeMetricFamily("docgen_certificate_days", "Whole days that the seal is good for", days)


def figures(keys: Keyring) -> bytes:
    registry = CollectorRegistry()
    registry.register(_Certificate(keys))
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)
