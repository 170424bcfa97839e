"""The number of a request that is told in every line about it, from the page that was asked for to the document."""

import re

HEADER = "X-Request-Id"
LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Without those that are taken for one another when they are read out."""
LENGTH = 10
_SHAPE = re.compile(r"[23456789abcdefghjkmnpqrstuvwxyz]{10}")


def believed(said: str | None) -> str:
    """The number where it has the shape of ours, else nothing: a line of the log takes no other words from outside."""
    return said if said and _SHAPE.fullmatch(said) else ""
