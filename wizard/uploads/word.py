"""Whether a Word file (DOCX) is text and pictures only. It is counted before it is unpacked, and no entity is read."""

import re
import stat
import zipfile
import zlib
from io import BytesIO
from pathlib import PurePosixPath

from wizard.uploads.kinds import ACTIVE, BROKEN, FETCHES, FILE_INSIDE, LOCKED, TOO_MUCH, UnfitError
from wizard.uploads.parts import Part, read_part

OLDER = b"\xd0\xcf\x11\xe0"
MOST_PARTS = 1000
MOST_UNPACKED = 60_000_000
MOST_TIMES = 100
"""A part may unpack to so many times its size; text with much mark-up comes to 30."""
SMALL = 1_000_000
"""Bytes unpacked, below which a part is not asked how much smaller it was."""
UNDER_PASSWORD = 0x1
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES, DOCUMENT = "[Content_Types].xml", "word/document.xml"
MACROS = re.compile(r"vbaproject|vbadata|macroenabled|activex|/control$|attachedtoolbars", re.IGNORECASE)
INSIDE = re.compile(r"/(oleobject|package|afchunk|embeddedobject)$", re.IGNORECASE)
EMBEDDED = re.compile(
    r"/(embeddings|afchunk)[^/]*/|\.(exe|dll|js|vbs|bat|cmd|ps1|lnk|hta|htm|html|mht|zip)$", re.IGNORECASE
)
LINKED = re.compile(r"/hyperlink$", re.IGNORECASE)
PLAIN_LINK = re.compile(r"(https?|mailto|tel):|#", re.IGNORECASE)
FIELDS = re.compile(
    r"^\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE)\b", re.IGNORECASE | re.MULTILINE
)
"""Field codes by which Word fetches or starts something (ECMA-376-1, 17.16.5)."""


def look_through(content: bytes) -> None:
    """``UnfitError`` where it cannot be read, or is more than text and pictures."""
    if content.startswith(OLDER):
        raise UnfitError(LOCKED)
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            _count(packed.infolist())
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
        path = PurePosixPath(one.filename)
        if path.is_absolute() or ".." in path.parts or "\\" in one.orig_filename:
            raise UnfitError(BROKEN)
        if stat.S_ISLNK(one.external_attr >> 16):
            raise UnfitError(BROKEN)
    if len({one.filename.lower() for one in entries}) != len(entries):
        raise UnfitError(BROKEN)


def _look(packed: zipfile.ZipFile) -> None:
    names = packed.namelist()
    for name in names:
        if MACROS.search(name):
            raise UnfitError(ACTIVE)
        if EMBEDDED.search(f"/{name}"):
            raise UnfitError(FILE_INSIDE)
    parts = {name: read_part(packed.read(name)) for name in names if _is_xml(name)}
    for part in parts.values():
        _judge(part)
    if packed.testzip() is not None or DOCUMENT not in parts or MAIN not in parts[TYPES].types.values():
        raise UnfitError(BROKEN)


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml"))


def _judge(part: Part) -> None:
    kinds = [*part.types.values(), *(one.kind for one in part.relations)]
    if any(MACROS.search(kind) for kind in kinds):
        raise UnfitError(ACTIVE)
    if any(INSIDE.search(one.kind) for one in part.relations):
        raise UnfitError(FILE_INSIDE)
    for one in part.relations:
        if one.external and not (LINKED.search(one.kind) and PLAIN_LINK.match(one.target)):
            raise UnfitError(FETCHES)
    if FIELDS.search(part.fields):
        raise UnfitError(FETCHES)
