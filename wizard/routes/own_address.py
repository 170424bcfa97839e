"""Redirects stay at home: an address that came from outside is only followed within this site."""

from urllib.parse import urlsplit

from flask import current_app, request
from werkzeug.exceptions import HTTPException
from werkzeug.routing import MapAdapter, RequestRedirect


def page_to_come_back_to() -> str:
    """The page's own address; where it only ever answers a POST, the page over it, or the start page."""
    adapter, path = current_app.create_url_adapter(request), request.path
    while adapter and path.strip("/"):
        if found := _page(adapter, path):
            return found
        path = path.rpartition("/")[0]
    return "/"


def _page(adapter: MapAdapter, path: str) -> str | None:
    """The address that answers a GET of this path, which may want a slash at its end."""
    try:
        adapter.match(path, method="GET")
    except RequestRedirect as elsewhere:
        return urlsplit(elsewhere.new_url).path
    except HTTPException:
        return None
    return path


def own_address(address: str | None, otherwise: str) -> str:
    """The address if it is a plain path of this site, else the other one."""
    if not address or not address.startswith("/") or address.startswith("//"):
        return otherwise
    if any(ord(letter) <= 0x20 or letter == "\\" for letter in address):  # noqa: PLR2004 -- control characters and space
        return otherwise
    parts = urlsplit(address)
    return otherwise if parts.scheme or parts.netloc else address
