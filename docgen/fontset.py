"""The fonts in docgen/fonts: their families in the order of preference, and every character that they can show."""

from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parent / "fonts"
FIRST = ("Noto Sans", "Noto Emoji")
LAST = "Noto Sans SC"
"""Its Latin letters and signs must not be chosen before those of the others."""


@cache
def families() -> tuple[str, ...]:
    """The families, the main one first; the first that has a character shows it."""
    between = sorted(_fonts().keys() - {*FIRST, LAST})
    return (*FIRST, *between, LAST)


def needed(text: str) -> tuple[str, ...]:
    """The main family, and those that have a character which it has not: each that is tried costs time."""
    beyond = set(map(ord, text)) - _fonts()[FIRST[0]]
    return (FIRST[0], *(family for family in families()[1:] if beyond & _fonts()[family]))


@cache
def covered() -> frozenset[int]:
    """The code points that at least one font has a glyph for."""
    return frozenset().union(*_fonts().values())


@cache
def _fonts() -> dict[str, frozenset[int]]:
    """Every family with the code points of its fonts."""
    found: dict[str, frozenset[int]] = {}
    for path in sorted(FOLDER.glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            family = font["name"].getDebugName(1)
            found[family] = found.get(family, frozenset()).union(font.getBestCmap())
    return found
