"""One page's drawing as Typst writes it: which characters each glyph stands for, and whether it is on the paper."""

import re
from struct import unpack
from typing import NamedTuple

PLAIN = rb"[^()\\]*+(?:\\.[^()\\]*+)*+"
"""What most strings hold: no parenthesis but escaped ones."""
# Every alternative begins with a plain sign, by which the search skips all else. An empty group tells which it was.
TOKEN = re.compile(
    rb"\[(?P<line>(?:\(" + PLAIN + rb"\)|<[0-9A-F]*+>|[-\d.\s]++)++)\]TJ"
    rb"|1 0 0 -1 (?P<x>[-\d.]+) (?P<y>[-\d.]+) (?P<moved>cm|Tm)"
    rb"|/(?P<name>[A-Za-z0-9]+) (?P<font>[-\d.]+) Tf"
    rb"|EMC(?P<end>)"
    rb"|B[DM]C\b(?P<begin>)"
    rb"|/Artifact\b(?:[^B(]|B(?![DM]C))*B[DM]C(?P<artifact>)"
    rb"|/ActualText\b\s*(?P<actual>)"
    rb"|/Alt\b\s*(?P<alternative>)"
    rb"|/Lang\b\s*\([^)]*\)(?P<language>)"
    rb"|\((?P<literal>)"
    rb"|<(?!<)(?<!<<)(?P<hexadecimal>)",
    re.DOTALL,
)
PART = re.compile(rb"\((" + PLAIN + rb")\)|<([0-9A-F]*)>|([-\d.]+)", re.DOTALL)
HEXADECIMAL = re.compile(rb"<([0-9A-Fa-f\s]*)>")
PARENTHESIS = re.compile(rb"(?:[^\\()]|\\.)*([()])", re.DOTALL)


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
            if kind == "line":
                found += self._drawn(*_line(token["line"]))
            elif kind == "moved":
                self._move(token)
            elif kind == "language":
                continue
            elif kind == "alternative":  # said in a picture's place, and drawn nowhere
                _, place = _string(self._content, place)
            elif kind == "font":
                self._font, self._size = self._fonts[token["name"]], float(token["font"])
            elif kind == "end":
                self._silent.pop()
            elif kind in {"begin", "artifact"}:
                self._silent.append(kind == "artifact")
            elif kind == "actual":
                actual, place = _string(self._content, place)
                found += [] if any(self._silent) else [_text(actual)]
                self._silent.append(True)
                place = self._content.index(b"BDC", place) + 3
            else:
                codes, place = _string(self._content, token.start())
                found += self._drawn(codes)
        return found

    def _move(self, token: re.Match[bytes]) -> None:
        to = float(token["x"]), float(token["y"])
        if token["moved"] == b"cm":
            self._origin, self._offset = to, (0.0, 0.0)
        else:
            self._offset = to

    def _drawn(self, codes: bytes, tightened: float = 0) -> list[str]:
        glyphs = unpack(f">{len(codes) // 2}H", codes)
        texts = list(map(self._font.texts.__getitem__, glyphs))
        inked = len(glyphs)
        while inked and texts[inked - 1].isspace():
            inked -= 1
        left, base = self._origin[0] + self._offset[0], self._origin[1] - self._offset[1]
        width = sum(map(self._font.widths.__getitem__, glyphs[:inked])) - tightened
        right = left + width * self._size / 1000
        if inked and not (left >= 0 and right <= self._width and 0 <= base <= self._height):
            raise BeyondThePage
        return [] if any(self._silent) else texts


def _line(parts: bytes) -> tuple[bytes, float]:
    """The strings of a line that is drawn at once, and by how much they are moved together between them."""
    codes, tightened = [], 0.0
    for literal, digits, number in PART.findall(parts):
        if number:
            tightened += float(number)
        else:
            codes.append(bytes.fromhex(digits.decode()) if digits else _unescaped(literal))
    return b"".join(codes), tightened


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
    """PDF's escapes are Python's, but for the parentheses: what escapes them goes, once no backslash is escaped."""
    plain = literal.replace(rb"\\", rb"\134").replace(rb"\(", b"(").replace(rb"\)", b")")
    return plain.decode("unicode_escape").encode("latin-1")
