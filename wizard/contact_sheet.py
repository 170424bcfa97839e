"""The gallery's contact sheet: the first page of every document, small, each a link to the whole."""

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from forms.journeys.registry import journey
from wizard.gallery import CODES, PLAIN, offered, told

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
SCALE = 0.3
"""Of 72 points an inch: a page is some 180 pixels wide."""


class Print(NamedTuple):
    """One document: where its files lie (without their ending), and how many pages it has."""

    path: str
    language: str
    blank: bool
    pages: int


class Row(NamedTuple):
    """A journey in a municipality, in every language, filled in and blank."""

    municipality: str
    title: str
    prints: list[Print]


def write(folder: Path) -> Path:
    """Write ``index.html`` with its thumbnails over the documents that lie in the folder."""
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    page = environment.get_template("gallery.html").render(rows=list(_rows(folder)))
    index = folder / "index.html"
    index.write_text(page, encoding="utf-8")
    return index


def _rows(folder: Path) -> Iterator[Row]:
    for municipality, slug in offered():
        prints = [
            _print(folder, f"{municipality.id}/{slug}{name}.{code}{suffix}", code)
            for name, suffix in (*((name, "") for name in told(slug)), (PLAIN, ".blank"))
            for code in CODES
        ]
        yield Row(municipality.name, journey(slug).title, prints)


def _print(folder: Path, path: str, language: str) -> Print:
    with pypdfium2.PdfDocument(folder / f"{path}.pdf") as document:
        (folder / f"{path}.png").write_bytes(thumbnail(document[0]))
        return Print(path, language, path.endswith(".blank"), len(document))


def thumbnail(page: pypdfium2.PdfPage) -> bytes:
    """The page as a small PNG."""
    bitmap = page.render(scale=SCALE, rev_byteorder=True)
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    pixels = bytes(bitmap.buffer)
    used = width * bitmap.n_channels
    # Each line begins with a zero: it is not told as its difference from another.
    lines = b"".join(b"\0" + pixels[start : start + used] for start in range(0, height * stride, stride))
    colour = {3: 2, 4: 6}[bitmap.n_channels]
    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    parts = (b"IHDR", head), (b"IDAT", zlib.compress(lines)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
