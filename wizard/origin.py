"""Where a request came from, by the browser's own word; a POST from another site is refused before anything else."""

from urllib.parse import urlsplit

import structlog
from flask import Flask, request
from werkzeug.exceptions import Forbidden, SecurityError

OURS = {"same-origin", "none"}
ANSWERS = {"account.sent_back", "account.staff_sent_back"}
"""Where a provider sends whoever has just shown who they are."""
OF_A_PROVIDER = ANSWERS | {"account.out", "account.ended_in_frame"}
"""Where a provider's page leads a browser: it comes from another site, and often by a script that nobody pressed."""

log = structlog.get_logger()


def init_app(app: Flask) -> None:
    """Before all else that asks something of a request: a page for a host that is not ours cannot even be made."""
    app.before_request(_refuse_other_hosts)


def _refuse_other_hosts() -> None:
    if isinstance(request.routing_exception, SecurityError):
        raise request.routing_exception


def refuse_other_sites() -> None:
    """Refuse what a page of another site posted.

    ``Origin: null`` passes on to the token: older browsers send it from our own pages, which forbid the referrer.
    """
    if request.method != "POST":
        return
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin", "null")
    if site not in OURS if site else origin != "null" and not _is_ours(origin):
        log.warning("other_site_refused", route=request.endpoint)
        raise Forbidden


def _is_ours(origin: str) -> bool:
    try:
        return urlsplit(origin).netloc == request.host
    except ValueError:
        return False
