"""Logs as JSON lines: what happened to which route, never who or what was written."""

import logging
import sys
from collections.abc import MutableMapping
from typing import Any, TextIO, cast

import structlog
from flask import Flask, request

from wizard.log_lines import Handler, Lines

Event = MutableMapping[str, Any]


def init_app(app: Flask) -> None:
    """The server's own line of a request tells the route as it is declared, and not what stood in the address."""
    app.before_request(_name_route)


def _name_route() -> None:
    request.environ["route"] = request.url_rule.rule if request.url_rule else ""


def configure_libraries() -> None:
    """What others write in this process too: of trouble its kind and place alone, since its text may quote anything."""
    lines = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _hushed,
        ],
        processor=structlog.processors.JSONRenderer(),
    )
    handler = Handler()
    handler.setFormatter(lines)
    for name in ("", "dbos"):  # DBOS writes by itself where it finds no handler of its own
        logging.getLogger(name).handlers = [handler]
    logging.getLogger("dbos").propagate = False


def _hushed(_: Any, __: str, event: Event) -> Event:
    record: logging.LogRecord = event["_record"]
    kind = record.exc_info[0] if record.exc_info else None
    event.pop("exc_info", None)
    if record.levelno >= logging.WARNING:
        event["event"], event["place"] = "library_trouble", f"{record.module}:{record.lineno}"
        event["kind"] = kind.__name__ if kind else ""
    return event


def configure() -> None:
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        # Several processes share the log: a line that is written in two pieces is cut by another's.
        logger_factory=structlog.WriteLoggerFactory(cast("TextIO", Lines(lambda: sys.stdout))),
    )
