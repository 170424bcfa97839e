"""How gunicorn serves wizard and docgen, wherever it is started from this folder, and what it writes of it.

An address may hold what somebody typed there, and what is told of trouble may quote a request: so a line tells which
route it was, as it is declared, and of trouble its kind and place.
"""

import json
import logging
import os
import ssl
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from flask import has_request_context, request
from gunicorn.glogging import Logger

workers = 2
threads = 4
timeout = 90
"""Seconds: longer than docgen's longest answer."""
graceful_timeout = 65
keepalive = 5
max_requests = 20_000
max_requests_jitter = 2_000
control_socket_disable = True
OF = "DOCGEN" if any(word.startswith("docgen.") for word in sys.argv) else "VEIVISER"


def told(of: str, name: str) -> str | None:
    """A setting, from the environment or as a file in its folder of settings."""
    file = Path(os.environ.get(f"{of}_SECRETS", "/"), f"{of}_{name}")
    return os.environ.get(f"{of}_{name}") or (file.read_text().strip() if file.is_file() else None)


certfile = told(OF, "TLS_CERTIFICATE")
keyfile = told(OF, "TLS_KEY")
"""Where both are set it speaks TLS alone. They are read at each connection: a renewed one needs no restart."""
accesslog = "-"
if any(told(of, "METRICS_TOKEN") for of in ("DOCGEN", "VEIVISER")):  # without one, no figures are kept
    os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", mkdtemp(prefix="veiviser-figures-"))
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
OURS = ("docgen", "wizard")
"""Whose own lines are free of what was asked, whatever happened."""


class Lines(logging.Formatter):
    """Each record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        line = {"event": record.getMessage(), "level": record.levelname.lower()}
        if record.levelno >= logging.WARNING and record.name.partition(".")[0] not in OURS:
            line |= {"event": "server_trouble", "place": f"{record.module}:{record.lineno}"}
        if record.exc_info and record.exc_info[0]:
            frame = record.exc_info[2]
            while frame and frame.tb_next:
                frame = frame.tb_next
            line |= {"kind": record.exc_info[0].__name__}
            line |= {"place": f"{frame.tb_frame.f_code.co_filename}:{frame.tb_lineno}"} if frame else {}
        at = datetime.fromtimestamp(record.created, UTC).isoformat()
        of = {"request": request.environ.get("request_id", "")} if has_request_context() else {}
        return json.dumps(line | of | getattr(record, "told", {}) | {"timestamp": at})


class logger_class(Logger):  # noqa: N801 -- gunicorn's own name for the setting
    """Gunicorn's log, in our lines."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        lines = Lines()
        root = logging.getLogger()
        if not root.handlers:
            root.addHandler(logging.StreamHandler())
        for handler in (*root.handlers, *self.error_log.handlers, *self.access_log.handlers):
            handler.setFormatter(lines)

    def access(self, resp: Any, req: Any, environ: dict[str, Any], request_time: Any) -> None:
        told = {
            "method": req.method if req.method in METHODS else "other",
            "route": environ.get("route", ""),
            "request": environ.get("request_id", ""),
            "status": int(str(resp.status).split(maxsplit=1)[0]),
            "bytes": getattr(resp, "sent", None) or 0,
            "ms": round(request_time.total_seconds() * 1000),
        }
        if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
            import_module("docgen.counted").count(told)
        self.access_log.info("request", extra={"told": told})


def ssl_context(_: Any, default_ssl_context_factory: Callable[[], ssl.SSLContext]) -> ssl.SSLContext:
    context = default_ssl_context_factory()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def on_starting(server: Any) -> None:
    """Load the code before the workers are forked: they start at once, and have its memory in common."""
    import_module({"wsgi": "wizard.app"}.get(name := server.app.app_uri.partition(":")[0], name))


def child_exit(_: Any, worker: Any) -> None:
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        import_module("docgen.counted").forget(worker.pid)
