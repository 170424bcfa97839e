"""Reads the text of a PDF that Typst made, glyph by glyph in the order of the page, artifacts (page feet) left out.

General readers guess: they repeat a cluster for each of its marks and turn right-to-left words about. Typst writes for
each glyph which characters it stands for; this gives them as they are, one piece for each glyph or ``ActualText``.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.reader import PdfFileReader

TOKEN = re.compile(
    rb"(?P<actual>/ActualText\b)"
    rb"|(?P<artifact>/Artifact\b)(?:[^B(]|B(?![DM]C))*B[DM]C"
    rb"|(?P<begin>B[DM]C)\b|(?P<end>EMC)\b"
    rb"|/(?P<font>[A-Za-z0-9]+)\s+[-\d.]+\s+Tf"
    rb"|(?P<string>\(|(?<!<)<(?!<))",
    re.DOTALL,
)
HEXADECIMAL = re.compile(rb"\s*<([0-9A-Fa-f\s]*)>")
PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)
ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"} | {
    form % code: bytes([code]) for code in range(256) for form in (b"%o", b"%02o", b"%03o")
}
MAPPED = re.compile(rb"<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>\s*)?<([0-9A-Fa-f]+)>\s*\n")


def pieces(pdf: bytes) -> Iterator[str]:
    """The characters of each glyph, page after page."""
    maps: dict[int, dict[int, str]] = {}
    for page in _pages(PdfFileReader(BytesIO(pdf)).root["/Pages"]):
        fonts = page["/Resources"].get("/Font", {})
        yield from _page(page["/Contents"].data, {name[1:]: _map(fonts, name, maps) for name in fonts})


def _pages(node: Any) -> Iterator[Any]:
    if node["/Type"] == "/Page":
        yield node
    for kid in node.get("/Kids", ()):
        yield from _pages(kid.get_object())


def _map(fonts: Any, name: str, maps: dict[int, dict[int, str]]) -> dict[int, str]:
    number = fonts.raw_get(name).idnum
    if number not in maps:
        maps[number] = dict(_mapped(fonts[name]["/ToUnicode"].data))
    return maps[number]


def _mapped(cmap: bytes) -> Iterator[tuple[int, str]]:
    for block in re.findall(rb"beginbf(?:char|range)\n(.*?)endbf", cmap, re.DOTALL):
        for first, last, text in MAPPED.findall(block):
            start = _utf16(text)
            for offset in range(int(last or first, 16) - int(first, 16) + 1):
                yield int(first, 16) + offset, start[:-1] + chr(ord(start[-1]) + offset)


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be")


def _page(content: bytes, fonts: dict[str, dict[int, str]]) -> Iterator[str]:
    silent: list[bool] = []
    font: dict[int, str] = {}
    place = 0
    while token := TOKEN.search(content, place):
        place, kind = token.end(), token.lastgroup
        if kind == "actual":
            actual, place = _string(content, place)
            if not any(silent):
                yield _text(actual)
            silent.append(True)
            place = content.index(b"BDC", place) + 3
        elif kind in {"artifact", "begin"}:
            silent.append(kind == "artifact")
        elif kind == "end":
            silent.pop()
        elif kind == "font":
            font = fonts[token["font"].decode()]
        else:
            codes, place = _string(content, token.start())
            if not any(silent):
                yield from (font[high << 8 | low] for high, low in zip(codes[::2], codes[1::2], strict=True))


def _string(content: bytes, start: int) -> tuple[bytes, int]:
    """The string object at ``start``, and where it ends; a literal's parentheses may stand bare where they match."""
    if hexadecimal := HEXADECIMAL.match(content, start):
        return bytes.fromhex(hexadecimal[1].decode()), hexadecimal.end()
    depth = 0
    for found in PARENTHESIS.finditer(content, start):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if depth == 0:
            literal = content[content.index(b"(", start) + 1 : found.start()]
            return ESCAPE.sub(_unescaped, literal), found.end()
    raise ValueError("a string without end")


def _text(string: bytes) -> str:
    """A text string: UTF-16 with its mark, or the letters of ASCII."""
    return string.decode("utf-16") if string.startswith(b"\xfe\xff") else string.decode("ascii")


def _unescaped(found: re.Match[bytes]) -> bytes:
    return ESCAPED.get(found[1], found[1])
