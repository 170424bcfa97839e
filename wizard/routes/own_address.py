"""Redirects stay at home: an address that came from outside is only followed within this site."""

from urllib.parse import urlsplit

from flask import current_app, g, request, url_for


def page_to_come_back_to() -> str:
    """The page's own address, or the start page's where the page only ever answers a POST."""
    adapter = current_app.create_url_adapter(request)
    if adapter and adapter.test(request.path, method="GET"):
        return request.path
    place = g.get("municipality")
    return url_for("public.start", municipality=place.id) if place else "/"


def own_address(address: str | None, otherwise: str) -> str:
    """The address if it is a plain path of this site, else the other one."""
    if not address or not address.startswith("/") or address.startswith("//"):
        return otherwise
    if any(ord(letter) <= 0x20 or letter == "\\" for letter in address):  # noqa: PLR2004 -- control characters and space
        return otherwise
    parts = urlsplit(address)
    return otherwise if parts.scheme or parts.netloc else address
