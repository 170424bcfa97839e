"""How gunicorn serves wizard and docgen, wherever it is started from this folder."""

from importlib import import_module
from typing import Any

workers = 2
threads = 4
timeout = 90
"""Seconds: longer than docgen's longest answer."""
graceful_timeout = 65
keepalive = 5
max_requests = 20_000
max_requests_jitter = 2_000
control_socket_disable = True
access_log_format = '%(h)s %(t)s "%(m)s %(U)s %(H)s" %(s)s %(b)s %(M)s'
"""Without what is asked behind the ?: a log-in's answer has its code there."""


def on_starting(server: Any) -> None:
    """Load the code before the workers are forked: they start at once, and have its memory in common."""
    import_module({"wsgi": "wizard.app"}.get(name := server.app.app_uri.partition(":")[0], name))
