"""What was typed, as it came: decoded once, counted, and parted from the form's own controls."""

from urllib.parse import parse_qsl

from flask import request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge

from wizard.cases.drafts import Filled, Typed
from wizard.routes.here import tools

CONTROLS = {"csrf_token", "version", "_rows", "_upload", "_remove", "_again", "_language", "_faults"}
MOST_FIELDS = 1000
MOST_DIGITS = 9
LARGE = 1_500_000
"""More bytes than any step's answers have, the longest in any script: such a step is shown again, never saved."""
WITHOUT_PAGE = {"public.policy_reports", "account.ended_elsewhere", "account.staff_ended_elsewhere"}
"""What is posted by no page of ours, and by anybody."""
SMALL = 64 * 1024
"""Bytes that such a request may have."""


def limit_body() -> None:
    """Hold a form without files to a step's limit, and keep its raw bytes for ``typed``."""
    if request.endpoint in WITHOUT_PAGE:
        request.max_content_length = SMALL
    elif request.method == "POST" and request.mimetype != "multipart/form-data":
        request.max_content_length = tools().settings.max_step_bytes
    if request.method == "POST" and request.mimetype != "multipart/form-data":
        request.get_data(cache=True)


def refuse_too_large() -> None:
    """413 for more typed text than a step can hold; asked before any verb."""
    if request.mimetype == "multipart/form-data":
        size = sum(len(name) + len(value) for name, value in request.form.items(multi=True))
    else:
        size = len(request.get_data(cache=True))  # a body in chunks has no length of its own
    if size > LARGE:
        raise RequestEntityTooLarge


def control(name: str) -> str:
    return request.form.get(name, "")


def number(text: str) -> int | None:
    """The number that plain digits stand for; None for anything else, and for more digits than we ever write."""
    plain = text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
    return int(text) if plain else None


def version() -> int:
    """The step's version that the page was made from."""
    found = number(control("version"))
    if found is None:
        raise BadRequest
    return found


def typed() -> Typed:
    """The fields of the form. Bytes that are no UTF-8 become U+FFFD, which every question refuses.

    Raises 413 for more fields than any step has.
    """
    return MultiDict((name, value) for name, value in pairs() if name not in CONTROLS)


def pairs() -> list[tuple[str, str]]:
    """The form as it came, its own controls too; 413 as ``typed``."""
    if request.mimetype == "multipart/form-data":
        return list(request.form.items(multi=True))
    return _urlencoded()


def filled(slug: str) -> Filled:
    """The step's form as it came; 413 where it is too much to be one."""
    refuse_too_large()
    return Filled(slug, typed(), version())


def _urlencoded() -> list[tuple[str, str]]:
    body = request.get_data(cache=True).decode("utf-8", "replace")
    try:
        return parse_qsl(body, keep_blank_values=True, errors="replace", max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise RequestEntityTooLarge from error
