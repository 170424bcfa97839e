"""Counts each request that a gunicorn of ours answers, wizard's or docgen's, over all of its processes.

Loaded by gunicorn.conf.py alone, and only where somebody may read the figures.
"""

from typing import TypedDict

from prometheus_client import Counter, Histogram, multiprocess

BOUNDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
"""Seconds: a page of ours takes a few hundredths, a document up to a minute."""
REQUESTS = Counter("veiviser_requests", "Requests answered", ["method", "route", "status"])
SECONDS = Histogram("veiviser_request_seconds", "How long an answer took", ["route"], buckets=BOUNDS)


class Told(TypedDict):
    """What a line of the log tells of a request: the route as it is declared, and nothing of who asked."""

    method: str
    route: str
    status: int
    ms: int


def count(told: Told) -> None:
    REQUESTS.labels(told["method"], told["route"], str(told["status"])).inc()
    SECONDS.labels(told["route"]).observe(told["ms"] / 1000)


def forget(pid: int) -> None:
    """A process has ended: what it counted stays, what it alone could tell goes."""
    multiprocess.mark_process_dead(pid)  # type: ignore[no-untyped-call]
