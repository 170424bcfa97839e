"""Browsers tell what the content policy stopped: the rule and the kind of page are logged, and nothing else."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import structlog
from flask import current_app, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from wizard.access import anyone, guarded_by
from wizard.headers import REPORTS
from wizard.routes.blueprints import public

MOST = 20
"""So many reports of one request are read."""
DIRECTIVE = re.compile(r"(?:[a-z]{3,10}-src(?:-elem|-attr)?|base-uri|form-action|frame-ancestors)(?![\w-])")
KINDS = ("inline", "eval", "wasm-eval", "data", "blob")
"""What a browser calls what has no address; all else is told as ``ours`` or ``elsewhere``."""

log = structlog.get_logger()


@public.post(REPORTS)
@guarded_by(anyone)
def policy_reports() -> ResponseReturnValue:
    """A report quotes the page and its whole address: neither is kept. What is no report is left unread."""
    for directive, page, blocked in _reports():
        log.warning("policy_violated", directive=directive, page=_kind_of_page(page), blocked=_kind(blocked))
    return "", 204


def _reports() -> Iterator[tuple[str, str, str]]:
    """Directive, page and what was stopped, in the older shape (CSP 2) and in that of the Reporting API."""
    try:
        told = json.loads(request.get_data(cache=True))
    except (ValueError, RecursionError):
        return
    for one in (told if isinstance(told, list) else [told])[:MOST]:
        body = one.get("csp-report", one.get("body")) if isinstance(one, dict) else None
        if isinstance(body, dict):
            directive = _text(body, "effective-directive", "effectiveDirective", "violated-directive")
            if found := DIRECTIVE.match(directive):
                page = _text(body, "document-uri", "documentURL")
                yield found[0], page, _text(body, "blocked-uri", "blockedURL")


def _text(body: dict[str, Any], *names: str) -> str:
    return next((value for name in names if isinstance(value := body.get(name), str) and value), "")


def _kind_of_page(address: str) -> str:
    """The pattern of ours that the address follows; empty for any other."""
    adapter = current_app.create_url_adapter(request)
    try:
        found, _ = (
            adapter.match(urlsplit(address).path, method="GET", return_rule=True) if adapter else (None, None)
        )
    except (HTTPException, ValueError):
        return ""
    return found.rule if found else ""


def _kind(blocked: str) -> str:
    if blocked in KINDS:
        return blocked
    try:
        return "ours" if urlsplit(blocked).netloc == request.host else "elsewhere"
    except ValueError:
        return "elsewhere"
