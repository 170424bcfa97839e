"""Where a link of a PDF leads, however its address is written: readers differ in what of it they leave out."""

import re
from urllib.parse import unquote

import pikepdf

LEFT_OUT = re.compile(r"[^!-~]+")
"""Spaces, tabs, line ends, controls and marks of byte order, which browsers drop, and letters that no scheme has."""
OTHER_SCHEME = re.compile(r"[\\/]{2}|(?!(https?|mailto|tel):)[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def leads_elsewhere(address: pikepdf.Object | None) -> bool:
    """Whether it is more than a plain link: another scheme, a share, or no text.

    It is read as text, as the PDF says, and as the bytes that it is; none of the ways may lead elsewhere.
    """
    if address is None:
        return False
    if not isinstance(address, pikepdf.String):
        return True
    raw = bytes(address)
    read = {
        str(address),
        *(raw.decode(code, "ignore") for code in ("latin-1", "utf-8", "utf-16-le", "utf-16-be")),
    }
    told = {LEFT_OUT.sub("", one) for one in read | {unquote(one) for one in read}}
    return any(OTHER_SCHEME.match(one) for one in told)
