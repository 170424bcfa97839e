"""Where a request came from, by the browser's own word; a POST from another site is refused before anything else."""

from urllib.parse import urlsplit

import structlog
from flask import request
from werkzeug.exceptions import Forbidden

OURS = {"same-origin", "none"}

log = structlog.get_logger()


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


def from_our_own_page() -> bool:
    """Whether the browser itself says so; not knowing is no."""
    site = request.headers.get("Sec-Fetch-Site")
    return site in OURS if site else _is_ours(request.headers.get("Origin", ""))


def _is_ours(origin: str) -> bool:
    try:
        return urlsplit(origin).netloc == request.host
    except ValueError:
        return False
