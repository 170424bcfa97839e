"""One page's drawing as Typst writes it: which characters each glyph stands for, and whether it is on the paper."""

import re
from struct import unpack
from typing import NamedTuple

# Every alternative begins with a plain sign, by which the search skips all else. An empty group tells which it was.
TOKEN = re.compile(
    rb"\((?P<literal>)"
    rb"|<(?!<)(?<!<<)(?P<hexadecimal>)"
    rb"|1 0 0 -1 (?P<x>[-\d.]+) (?P<y>[-\d.]+) (?P<moved>cm|Tm)"
    rb"|/ActualText\b\s*(?P<actual>)"
    rb"|/Artifact\b(?:[^B(]|B(?![DM]C))*B[DM]C(?P<artifact>)"
    rb"|/(?P<name>[A-Za-z0-9]+) (?P<font>[-\d.]+) Tf"
    rb"|B[DM]C\b(?P<begin>)"
    rb"|EMC(?P<end>)",
    re.DOTALL,
)
HEXADECIMAL = re.compile(rb"<([0-9A-Fa-f\s]*)>")
PARENTHESIS = re.compile(rb"(?:[^\\()]|\\.)*([()])", re.DOTALL)
ESCAPE = re.compile(rb"\\.", re.DOTALL)
OCTAL = {b"\\(": b"\\050", b"\\)": b"\\051"}


class BeyondThePage(Exception):  # noqa: N818 - reads as what happened
    """Text is drawn where there is no paper."""


class Font(NamedTuple):
    """What the glyphs of a font stand for, and how wide they are in thousandths of the font's size."""

    texts: dict[int, str]
    widths: dict[int, float]
    """Of every glyph in ``texts``."""


class Page:
    """Walks through the operators once."""

    def __init__(self, content: bytes, fonts: dict[bytes, Font], width: float, height: float) -> None:
        self._content, self._fonts = content, fonts
        self._width, self._height = width, height
        self._font, self._size = Font({}, {}), 0.0
        self._origin = self._offset = (0.0, 0.0)
        self._silent: list[bool] = []

    def pieces(self) -> list[str]:
        """The characters of each glyph, or of each ``ActualText``. Raises ``BeyondThePage``."""
        place, found = 0, []
        while token := TOKEN.search(self._content, place):
            place, kind = token.end(), token.lastgroup
            if kind in {"literal", "hexadecimal"}:
                codes, place = _string(self._content, token.start())
                found += self._drawn(unpack(f">{len(codes) // 2}H", codes))
            elif kind == "moved":
                self._move(token)
            elif kind == "font":
                self._font, self._size = self._fonts[token["name"]], float(token["font"])
            elif kind == "end":
                self._silent.pop()
            elif kind == "actual":
                actual, place = _string(self._content, place)
                found += [] if any(self._silent) else [_text(actual)]
                self._silent.append(True)
                place = self._content.index(b"BDC", place) + 3
            else:
                self._silent.append(kind == "artifact")
        return found

    def _move(self, token: re.Match[bytes]) -> None:
        to = float(token["x"]), float(token["y"])
        if token["moved"] == b"cm":
            self._origin, self._offset = to, (0.0, 0.0)
        else:
            self._offset = to

    def _drawn(self, glyphs: tuple[int, ...]) -> list[str]:
        texts = [self._font.texts[glyph] for glyph in glyphs]
        inked = len(glyphs)
        while inked and texts[inked - 1].isspace():
            inked -= 1
        left, base = self._origin[0] + self._offset[0], self._origin[1] - self._offset[1]
        right = left + sum(map(self._font.widths.__getitem__, glyphs[:inked])) * self._size / 1000
        if inked and not (left >= 0 and right <= self._width and 0 <= base <= self._height):
            raise BeyondThePage
        return [] if any(self._silent) else texts


def _string(content: bytes, start: int) -> tuple[bytes, int]:
    """The string object at ``start``, and where it ends; a literal's parentheses may stand bare where they match."""
    if hexadecimal := HEXADECIMAL.match(content, start):
        return bytes.fromhex(hexadecimal[1].decode()), hexadecimal.end()
    depth = 0
    for found in PARENTHESIS.finditer(content, start):
        depth += 1 if found[1] == b"(" else -1
        if depth == 0:
            return _unescaped(content[start + 1 : found.start(1)]), found.end()
    raise ValueError("a string without end")


def _text(string: bytes) -> str:
    """A text string: UTF-16 with its mark, or the letters of ASCII."""
    return string.decode("utf-16") if string.startswith(b"\xfe\xff") else string.decode("ascii")


def _unescaped(literal: bytes) -> bytes:
    """PDF's escapes are Python's, but for the parentheses."""
    if b"\\(" in literal or b"\\)" in literal:
        literal = ESCAPE.sub(lambda found: OCTAL.get(found[0], found[0]), literal)
    return literal.decode("unicode_escape").encode("latin-1")
