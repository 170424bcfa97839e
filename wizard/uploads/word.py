"""Whether a Word file (DOCX) is text and pictures only. It is counted before it is unpacked, and no entity is read."""

import re
import stat
import zipfile
import zlib
from io import BytesIO

from wizard.uploads.beginnings import begins_as
from wizard.uploads.field_codes import PLAIN_LINK, only_shows
from wizard.uploads.kinds import ACTIVE, BROKEN, FETCHES, FILE_INSIDE, LOCKED, TOO_MUCH, UnfitError
from wizard.uploads.package import ContentTypes, refuse_other_names, target
from wizard.uploads.parts import Part, read_part
from wizard.uploads.zip_layout import refuse_other_readings

OLDER = b"\xd0\xcf\x11\xe0"
MOST_PARTS = 1000
MOST_UNPACKED = 60_000_000
MOST_TIMES = 100
"""A part may unpack to so many times its size; text with much mark-up comes to 30."""
SMALL = 1_000_000
"""Bytes unpacked, below which a part is not asked how much smaller it was."""
UNDER_PASSWORD = 0x1
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES, ROOT = "[Content_Types].xml", "_rels/.rels"
MACROS = re.compile(r"vbaproject|vbadata|macroenabled|activex|/control$|attachedtoolbars", re.IGNORECASE)
INSIDE = re.compile(r"/(oleobject|package|afchunk|embeddedobject)$", re.IGNORECASE)
EMBEDDED = re.compile(
    r"/(embeddings|afchunk)[^/]*/|\.(exe|dll|js|vbs|bat|cmd|ps1|lnk|hta|htm|html|mht|zip)$", re.IGNORECASE
)
ADDED = re.compile(r"webextension", re.IGNORECASE)
"""A program of the net that opens beside the text ([MS-OWEXML])."""
LINKED = re.compile(r"/hyperlink$", re.IGNORECASE)
ELSEWHERE = re.compile(r"\s*([\\/]{2}|[a-z][a-z0-9+.-]*:)", re.IGNORECASE)
"""No part's name, whatever the relation says of it."""
XML = re.compile(r"[/+]xml$|vmldrawing$", re.IGNORECASE)
XML_NAME = re.compile(r"\.(xml|rels|vml)$", re.IGNORECASE)
PICTURE = re.compile(
    r"image/|application/(x-fontdata|x-font-ttf|vnd\.openxmlformats-officedocument\.(obfuscatedfont|\w+\.printersettings))$",
    re.IGNORECASE,
)
"""What a part that is no XML may be: a picture, a font, what a printer was told."""
PICTURED = re.compile(r"/(image|hdphoto|font|thumbnail|printersettings)$", re.IGNORECASE)
OFFICE_DOCUMENT = re.compile(r"/officedocument$", re.IGNORECASE)
PIECE = re.compile(r"\.piece$", re.IGNORECASE)
"""A part of a part, by which another is made than was read (ECMA-376-2, 9.3.2)."""


def look_through(content: bytes) -> None:
    """``UnfitError`` where it cannot be read, or is more than text and pictures."""
    if content.startswith(OLDER):
        raise UnfitError(LOCKED)
    try:
        with BytesIO(content) as file, zipfile.ZipFile(file) as packed:
            _count(packed.infolist())
            refuse_other_readings(content, packed.infolist())
            for entry in packed.infolist():
                refuse_other_names(entry)
            _look(packed)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, OSError, ValueError, RuntimeError) as error:
        raise UnfitError(BROKEN) from error


def _count(entries: list[zipfile.ZipInfo]) -> None:
    """By what is told of them, before anything is unpacked; no more than that is unpacked later."""
    if len(entries) > MOST_PARTS or sum(one.file_size for one in entries) > MOST_UNPACKED:
        raise UnfitError(TOO_MUCH)
    for one in entries:
        if one.flag_bits & UNDER_PASSWORD:
            raise UnfitError(LOCKED)
        if one.file_size > SMALL and one.file_size > MOST_TIMES * max(one.compress_size, 1):
            raise UnfitError(TOO_MUCH)
        if stat.S_ISLNK(one.external_attr >> 16):
            raise UnfitError(BROKEN)
    if len({one.filename.lower() for one in entries}) != len(entries):
        raise UnfitError(BROKEN)


def _look(packed: zipfile.ZipFile) -> None:
    """Every part is read as what it is by its content type, as Word goes by that, and by its name too."""
    names = [name for name in packed.namelist() if not name.endswith("/")]
    for name in names:
        if MACROS.search(name):
            raise UnfitError(ACTIVE)
        if EMBEDDED.search(f"/{name}"):
            raise UnfitError(FILE_INSIDE)
    kinds = ContentTypes(read_part(packed.read(TYPES)).types)
    parts = {name: read_part(packed.read(name)) for name in names if _is_xml(name, kinds.of(name))}
    for part in parts.values():
        _judge(part)
    for name in set(names) - set(parts):
        kind = kinds.of(name)
        if PIECE.search(name) or not PICTURE.match(kind) or not begins_as(kind, packed.read(name)):
            raise UnfitError(FILE_INSIDE)
    _follow(set(names), parts)
    if not _is_word(parts, kinds):
        raise UnfitError(BROKEN)


def _is_xml(name: str, kind: str) -> bool:
    return bool(XML_NAME.search(name) or XML.search(kind))


def _follow(names: set[str], parts: dict[str, Part]) -> None:
    """Nothing that was not read is taken for anything but a picture."""
    unread = {name.lower() for name in names - set(parts)}
    for source, part in parts.items():
        for one in part.relations:
            if not one.external and not PICTURED.search(one.kind) and target(source, one) in unread:
                raise UnfitError(FILE_INSIDE)


def _is_word(parts: dict[str, Part], kinds: ContentTypes) -> bool:
    """Whether it begins with a part that was read, and with that alone."""
    begins = [one for one in parts[ROOT].relations if OFFICE_DOCUMENT.search(one.kind)]
    read = {name.lower() for name in parts}
    return len(begins) == 1 and (first := target(ROOT, begins[0])) in read and kinds.of(first) == MAIN


def _judge(part: Part) -> None:
    kinds = [*part.types.values(), *(one.kind for one in part.relations)]
    if any(MACROS.search(kind) or ADDED.search(kind) for kind in kinds):
        raise UnfitError(ACTIVE)
    if any(INSIDE.search(one.kind) for one in part.relations):
        raise UnfitError(FILE_INSIDE)
    for one in part.relations:
        if not one.external and ELSEWHERE.match(one.target):
            raise UnfitError(FETCHES)
        if one.external and not (LINKED.search(one.kind) and PLAIN_LINK.match(one.target)):
            raise UnfitError(FETCHES)
    if not all(map(only_shows, part.codes)):
        raise UnfitError(FETCHES)
