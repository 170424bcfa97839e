"""Logs as JSON lines: what happened to which route, never who or what was written."""

import logging

import structlog


def configure() -> None:
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        # Several processes share the log: a line that is written in two pieces is cut by another's.
        logger_factory=structlog.WriteLoggerFactory(),
    )
