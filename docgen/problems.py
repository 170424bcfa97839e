"""Every error as problem details (RFC 9457), without a word of the request."""

import logging
from traceback import extract_tb

from flask import Flask, Response
from jinja2 import TemplateError
from typst import TypstError
from werkzeug.exceptions import (
    HTTPException,
    ServiceUnavailable,
    TooManyRequests,
    Unauthorized,
    UnprocessableEntity,
)

from docgen.complete import Incomplete
from docgen.contract import Problem
from docgen.deadline import TooLate
from docgen.hushed import Panicked
from docgen.media import PROBLEM
from docgen.seal import CannotSeal

UNTIL_A_KEY = 300
"""Seconds: a key must be put right by people."""
WHEN_OTHERS_ARE_DONE = 60
"""Seconds: what took too long once may be in time when less is asked for at the same time."""
log = logging.getLogger(__name__)


def tell(app: Flask) -> None:
    """Registers how each error is told."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(CannotSeal, _cannot_seal)
    app.register_error_handler(TooLate, _too_late)
    for unmakable in (Incomplete, Panicked, TemplateError, TypstError):
        app.register_error_handler(unmakable, _unmakable)
    app.register_error_handler(Exception, _unforeseen)


def _http(error: HTTPException) -> Response:
    """The response to an HTTP error."""
    status = error.code or 500
    body = Problem(title=error.name, status=status, detail=error.description or "")
    response = Response(body.model_dump_json(), status, content_type=PROBLEM)
    if isinstance(error, Unauthorized):
        response.headers["WWW-Authenticate"] = "Bearer"
    if isinstance(error, (ServiceUnavailable, TooManyRequests)) and error.retry_after:
        response.headers["Retry-After"] = str(error.retry_after)
    return response


def _cannot_seal(error: CannotSeal) -> Response:
    log.error("cannot seal: %s", error)
    return _http(ServiceUnavailable(f"Nothing can be sealed now: {error}.", retry_after=UNTIL_A_KEY))


def _too_late(_: TooLate) -> Response:
    log.warning("a document took too long and was given up")
    return _http(ServiceUnavailable("This took too long.", retry_after=WHEN_OTHERS_ARE_DONE))


def _unmakable(error: Exception) -> Response:
    """A fault in a master or in this service: the same request fails again, so it is not to be tried again."""
    log.error("a document cannot be made: %s %s", type(error).__name__, _place(error))
    return _http(
        UnprocessableEntity("This document cannot be made whole. Nothing is wrong with how it was asked for.")
    )


def _unforeseen(error: Exception) -> Response:
    log.error("unforeseen: %s %s", type(error).__name__, _place(error))
    return _http(HTTPException("Something went wrong here."))


def _place(error: Exception) -> str:
    """Where it happened; its message may hold text of a request and is never logged."""
    return " ".join(f"{frame.name}:{frame.lineno}" for frame in extract_tb(error.__traceback__)[-4:])
