"""The letterhead's colour as ink that can be read on white, and as a tint to lay under text."""

from functools import lru_cache

from coloraide import Color

READABLE = 4.5
"""WCAG 2.2's contrast for text."""


@lru_cache(maxsize=256)
def ink_and_tint(colour: str) -> tuple[str, str]:
    """Two colours as ``#rrggbb``: the colour itself, darkened until text in it can be read, and a pale tint of it."""
    ink = Color(colour)
    while ink.contrast("white") < READABLE:
        ink = ink.mix("black", 0.1, space="srgb")
    tint = Color("white").mix(ink, 0.06, space="srgb")
    return ink.to_string(hex=True), tint.to_string(hex=True)
