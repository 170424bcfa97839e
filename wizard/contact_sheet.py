"""The gallery's contact sheet: the first page of every document, small, each a link to the whole."""

import struct
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from forms.journeys.registry import journey
from forms.language import Code
from forms.municipality import municipalities
from wizard.gallery import CODES, told

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
SCALE = 0.65
"""Of 72 points an inch: a page is some 390 pixels wide, so that three fill a screen and the larger words are read."""
SPOKEN = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}


class Print(NamedTuple):
    """One document: where its files lie (without their ending), its first page's size, how many pages it has."""

    path: str
    code: Code
    language: str
    width: int
    height: int
    pages: int


class Journey(NamedTuple):
    """A journey in a municipality, in every language: first filled in, then blank."""

    id: str
    title: str
    filled: list[Print]
    blank: list[Print]


class Place(NamedTuple):
    """A municipality with what it offers."""

    id: str
    name: str
    journeys: list[Journey]


def write(folder: Path, places: Collection[str] = ()) -> Path:
    """Write ``index.html`` with its thumbnails over the documents of these municipalities, or of all, in the folder."""
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    page = environment.get_template("gallery.html").render(places=list(_places(folder, places)))
    index = folder / "index.html"
    index.write_text(page, encoding="utf-8")
    return index


def _places(folder: Path, places: Collection[str]) -> Iterator[Place]:
    for one in municipalities().values():
        if not places or one.id in places:
            yield Place(one.id, one.name, [_journey(folder, one.id, slug) for slug in one.journeys])


def _journey(folder: Path, place: str, slug: str) -> Journey:
    filled = [
        _print(folder, f"{place}/{slug}{name}.{code}", code) for name in told(slug, place) for code in CODES
    ]
    blank = [_print(folder, f"{place}/{slug}.{code}.blank", code) for code in CODES]
    return Journey(f"{place}-{slug}", journey(slug).title, filled, blank)


def _print(folder: Path, path: str, code: Code) -> Print:
    with pypdfium2.PdfDocument(folder / f"{path}.pdf") as document:
        picture = thumbnail(document[0])
        (folder / f"{path}.png").write_bytes(picture)
        width, height = struct.unpack(">II", picture[16:24])
        return Print(path, code, SPOKEN[code], width, height, len(document))


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
