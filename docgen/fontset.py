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
    """The families, the main one first."""
    found = {_open(path)["name"].getDebugName(1) for path in FOLDER.glob("*.ttf")}
    between = sorted(found - {*FIRST, LAST})
    return (*FIRST, *between, LAST)


@cache
def covered() -> frozenset[int]:
    """The code points that at least one font has a glyph for."""
    return frozenset().union(*(_open(path).getBestCmap() for path in FOLDER.glob("*.ttf")))


def _open(path: Path) -> TTFont:
    return TTFont(path, lazy=True)
