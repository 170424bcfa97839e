"""One page's drawing as Typst writes it: which characters each glyph stands for, and whether it is on the paper."""

import re
from collections.abc import Iterator
from typing import NamedTuple

TOKEN = re.compile(
    rb"(?P<actual>/ActualText\b)"
    rb"|/Lang\b\s*\([^)]*\)(?P<language>)"
    rb"|(?P<artifact>/Artifact\b)(?:[^B(]|B(?![DM]C))*B[DM]C"
    rb"|(?P<begin>B[DM]C)\b|(?P<end>EMC)\b"
    rb"|1 0 0 -1 (?P<x>[-\d.]+) (?P<y>[-\d.]+) (?P<moved>cm|Tm)"
    rb"|/(?P<name>[A-Za-z0-9]+) (?P<font>[-\d.]+) Tf"
    rb"|(?P<string>\(|(?<!<)<(?!<))",
    re.DOTALL,
)
HEXADECIMAL = re.compile(rb"\s*<([0-9A-Fa-f\s]*)>")
PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)
ESCAPE = re.compile(rb"\\.", re.DOTALL)
OCTAL = {b"\\(": b"\\050", b"\\)": b"\\051"}


class BeyondThePage(Exception):  # noqa: N818 - reads as what happened
    """Text is drawn where there is no paper."""


class Font(NamedTuple):
    """What the glyphs of a font stand for, and how wide they are in thousandths of the font's size."""

    texts: dict[int, str]
    widths: dict[int, float]
    else_width: float


class Page:
    """Walks through the operators once."""

    def __init__(self, content: bytes, fonts: dict[bytes, Font], width: float, height: float) -> None:
        self._content, self._fonts = content, fonts
        self._width, self._height = width, height
        self._font, self._size = Font({}, {}, 0.0), 0.0
        self._origin = self._offset = (0.0, 0.0)
        self._silent: list[bool] = []

    def pieces(self) -> Iterator[str]:
        """The characters of each glyph, or of each ``ActualText``. Raises ``BeyondThePage``."""
        place = 0
        while token := TOKEN.search(self._content, place):
            place, kind = token.end(), token.lastgroup
            if kind == "actual":
                actual, place = _string(self._content, place)
                if not any(self._silent):
                    yield _text(actual)
                self._silent.append(True)
                place = self._content.index(b"BDC", place) + 3
            elif kind in {"artifact", "begin"}:
                self._silent.append(kind == "artifact")
            elif kind == "end":
                self._silent.pop()
            elif kind == "moved":
                self._move(token)
            elif kind == "language":
                continue
            elif kind == "font":
                self._font, self._size = self._fonts[token["name"]], float(token["font"])
            else:
                codes, place = _string(self._content, token.start())
                yield from self._drawn(
                    [high << 8 | low for high, low in zip(codes[::2], codes[1::2], strict=True)]
                )

    def _move(self, token: re.Match[bytes]) -> None:
        to = float(token["x"]), float(token["y"])
        if token["moved"] == b"cm":
            self._origin, self._offset = to, (0.0, 0.0)
        else:
            self._offset = to

    def _drawn(self, glyphs: list[int]) -> list[str]:
        texts = [self._font.texts[glyph] for glyph in glyphs]
        inked = len(glyphs)
        while inked and texts[inked - 1].isspace():
            inked -= 1
        left, base = self._origin[0] + self._offset[0], self._origin[1] - self._offset[1]
        widths = (self._font.widths.get(glyph, self._font.else_width) for glyph in glyphs[:inked])
        right = left + sum(widths) * self._size / 1000
        if inked and not (left >= 0 and right <= self._width and 0 <= base <= self._height):
            raise BeyondThePage
        return [] if any(self._silent) else texts


def _string(content: bytes, start: int) -> tuple[bytes, int]:
    """The string object at ``start``, and where it ends; a literal's parentheses may stand bare where they match."""
    if hexadecimal := HEXADECIMAL.match(content, start):
        return bytes.fromhex(hexadecimal[1].decode()), hexadecimal.end()
    depth = 0
    for found in PARENTHESIS.finditer(content, start):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if depth == 0:
            literal = content[content.index(b"(", start) + 1 : found.start()]
            return _unescaped(literal), found.end()
    raise ValueError("a string without end")


def _text(string: bytes) -> str:
    """A text string: UTF-16 with its mark, or the letters of ASCII."""
    return string.decode("utf-16") if string.startswith(b"\xfe\xff") else string.decode("ascii")


def _unescaped(literal: bytes) -> bytes:
    """PDF's escapes are Python's, but for the parentheses."""
    if b"\\(" in literal or b"\\)" in literal:
        literal = ESCAPE.sub(lambda found: OCTAL.get(found[0], found[0]), literal)
    return literal.decode("unicode_escape").encode("latin-1")
