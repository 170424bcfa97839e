"""The worker's own figures: how docgen answers it, told over a small server of its own to whoever knows the token."""

import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from prometheus_client import Histogram

from docgen.contract import DocgenClient, Refused, Request, Unavailable
from wizard.figures import TYPE, may_read, of_worker
from wizard.settings import Settings

BOUNDS = (0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
DOCGEN = Histogram(
    "veiviser_docgen_seconds", "How long docgen took, by what came of it", ["outcome"], buckets=BOUNDS
)


class WatchedDocgen:
    """As the client, with each answer counted: made, refused for good, or unavailable."""

    def __init__(self, client: DocgenClient) -> None:
        self._client = client

    def make(self, request: Request, media_type: str) -> bytes:
        begun, outcome = time.monotonic(), "failed"
        try:
            document = self._client.make(request, media_type)
            outcome = "made"
        except Refused:
            outcome = "refused"
            raise
        except Unavailable:
            outcome = "unavailable"
            raise
        finally:
            DOCGEN.labels(outcome).observe(time.monotonic() - begun)
        return document


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    timeout = 5  # seconds: whoever connects and says nothing holds a thread no longer

    def log_message(self, *_: object) -> None:
        """Who reads the figures stands in no log."""


@contextmanager
def told(settings: Settings) -> Iterator[None]:
    """Answers at ``VEIVISER_WORKER_METRICS``, where that is set, until it is left; anybody may ask whether it lives."""
    if not settings.worker_metrics:
        yield
        return

    def answer(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/livez":
            start("200 OK", [("Content-Type", "application/json")])
            return [b'{"status":"ok"}']
        if not may_read(settings.metrics_token, environ.get("HTTP_AUTHORIZATION", "")):
            start("404 Not Found", [("Content-Type", "text/plain")])
            return [b""]
        start("200 OK", [("Content-Type", TYPE)])
        return [of_worker()]

    host, _, port = settings.worker_metrics.rpartition(":")
    with make_server(host, int(port), answer, _Server, _Quiet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield
        server.shutdown()
