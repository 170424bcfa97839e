"""Reads the text of a PDF that Typst made, glyph by glyph in the order of the page, page feet left out.

General readers guess: they repeat a cluster for each of its marks and turn right-to-left words about. Typst writes for
each glyph which characters it stands for; this gives them as they are, one piece for each glyph or ``ActualText``.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.reader import PdfFileReader

from docgen.pdf_page import Font, Page

MAPPED = re.compile(rb"<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>\s*)?<([0-9A-Fa-f]+)>\s*\n")


def pieces(pdf: bytes) -> Iterator[str]:
    """The characters of each glyph, page after page. Raises ``BeyondThePage``."""
    kept: dict[int, Font] = {}
    for page in _pages(PdfFileReader(BytesIO(pdf)).root["/Pages"]):
        fonts = page["/Resources"].get("/Font", {})
        named = {name[1:].encode(): _font(fonts, name, kept) for name in fonts}
        _, _, width, height = map(float, page["/MediaBox"])
        yield from Page(page["/Contents"].data, named, width, height).pieces()


def _pages(node: Any) -> Iterator[Any]:
    if node["/Type"] == "/Page":
        yield node
    for kid in node.get("/Kids", ()):
        yield from _pages(kid.get_object())


def _font(fonts: Any, name: str, kept: dict[int, Font]) -> Font:
    number = fonts.raw_get(name).idnum
    if number not in kept:
        drawn = fonts[name]["/DescendantFonts"][0]
        widths = dict(_widths(list(drawn.get("/W", ()))))
        kept[number] = Font(
            dict(_mapped(fonts[name]["/ToUnicode"].data)), widths, float(drawn.get("/DW", 1000))
        )
    return kept[number]


def _widths(array: list[Any]) -> Iterator[tuple[int, float]]:
    """Either ``first [width ...]`` or ``first last width``."""
    while array:
        first, second = int(array.pop(0)), array.pop(0)
        if isinstance(second, list):
            yield from enumerate(map(float, second), first)
        else:
            width = float(array.pop(0))
            yield from ((code, width) for code in range(first, int(second) + 1))


def _mapped(cmap: bytes) -> Iterator[tuple[int, str]]:
    for block in re.findall(rb"beginbf(?:char|range)\n(.*?)endbf", cmap, re.DOTALL):
        for first, last, digits in MAPPED.findall(block):
            text = bytes.fromhex(digits.decode()).decode("utf-16-be")
            for offset in range(int(last or first, 16) - int(first, 16) + 1):
                yield int(first, 16) + offset, text[:-1] + chr(ord(text[-1]) + offset)
