"""Redirects stay at home: an address that came from outside is only followed within this site."""

from urllib.parse import urlsplit


def own_address(address: str | None, otherwise: str) -> str:
    """The address if it is a plain path of this site, else the other one."""
    if not address or not address.startswith("/") or address.startswith("//"):
        return otherwise
    if any(ord(letter) <= 0x20 or letter == "\\" for letter in address):  # noqa: PLR2004 -- control characters and space
        return otherwise
    parts = urlsplit(address)
    return otherwise if parts.scheme or parts.netloc else address
