"""Reads the text of a PDF that Typst made, glyph by glyph in the order of the page, page feet left out.

General readers guess: they repeat a cluster for each of its marks and turn right-to-left words about. Typst writes for
each glyph which characters it stands for; this gives them as they are, one piece for each glyph or ``ActualText``.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import chain

import pikepdf

from docgen.pdf_page import Font, Page

MAPPED = re.compile(rb"<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>\s*)?<([0-9A-Fa-f]+)>\s*\n")
WIDTHS = re.compile(rb"([\d.]+)\s+(?:\[([^\]]*)\]|([\d.]+)\s+([\d.]+))")


def pieces(pdf: bytes) -> list[str]:
    """The characters of each glyph, page after page. Raises ``BeyondThePage``."""
    with pikepdf.open(BytesIO(pdf), attempt_recovery=False) as opened:
        kept: dict[tuple[int, int], Font] = {}
        return list(chain.from_iterable(_page(one, kept) for one in opened.pages))


def _page(page: pikepdf.Page, kept: dict[tuple[int, int], Font]) -> list[str]:
    fonts = {}
    for name, font in page.Resources.get("/Font", pikepdf.Dictionary()).items():
        if font.objgen not in kept:
            kept[font.objgen] = _font(font)
        fonts[name[1:].encode()] = kept[font.objgen]
    _, _, width, height = map(float, page.mediabox)
    return Page(page.Contents.read_bytes(), fonts, width, height).pieces()


def _font(font: pikepdf.Object) -> Font:
    drawn = font.DescendantFonts[0]
    texts = dict(_mapped(font.ToUnicode.read_bytes()))
    widths = dict.fromkeys(texts, float(drawn.get("/DW", 1000)))
    return Font(texts, widths | dict(_widths(drawn.get("/W", pikepdf.Array()).unparse(resolved=True))))


def _widths(array: bytes) -> Iterator[tuple[int, float]]:
    """Either ``first [width ...]`` or ``first last width``."""
    for first, each, last, width in WIDTHS.findall(array):
        if last:
            yield from ((code, float(width)) for code in range(int(first), int(last) + 1))
        else:
            yield from enumerate(map(float, each.split()), int(first))


def _mapped(cmap: bytes) -> Iterator[tuple[int, str]]:
    for block in re.findall(rb"beginbf(?:char|range)\n(.*?)endbf", cmap, re.DOTALL):
        for first, last, digits in MAPPED.findall(block):
            text = bytes.fromhex(digits.decode()).decode("utf-16-be")
            for offset in range(int(last or first, 16) - int(first, 16) + 1):
                yield int(first, 16) + offset, text[:-1] + chr(ord(text[-1]) + offset)
