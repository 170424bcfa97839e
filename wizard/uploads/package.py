"""How the parts of an Office file name each other (ECMA-376-2): what each is, and to which a relation leads.

A name may be written in several ways, and programs differ in which of these they know for the same: one is taken that
has but one way.
"""

import posixpath
import zipfile
from typing import IO

from wizard.uploads.kinds import BROKEN, UnfitError
from wizard.uploads.parts import Relation

RELATIONS = "/_rels/"
ESCAPED = "%"
"""One program reads ``%2e`` as a dot, and another does not, or only once."""
OTHER_NAME = 0x7075
"""A field beside an entry, by which some programs call it something else (Info-ZIP's Unicode path)."""
LOCAL, NUMBER = 30, 2
"""Bytes that stand before an entry's name, and those of a number there: the last two say how long name and fields
are (APPNOTE, 4.3.7)."""


class ContentTypes:
    """What is told of parts, by name or by ending; names that differ in case alone are the same (6.2.2.3)."""

    def __init__(self, told: dict[str, str]) -> None:
        for key in told:
            if ESCAPED in key or (key.startswith("/") and posixpath.normpath(key) != key):
                raise UnfitError(BROKEN)
        self._told = {key.lower(): value for key, value in told.items()}

    def of(self, name: str) -> str:
        """Without parameters, as ``image/png``; empty where nothing is told."""
        ending = name.lower().rpartition("/")[2].rpartition(".")[2]
        told = self._told.get(f"/{name.lower()}", self._told.get(ending, ""))
        return told.partition(";")[0].strip()


def target(source: str, relation: Relation) -> str:
    """The name, in small letters, of the part that a relation told in ``source`` leads to."""
    folder = f"/{source}".rpartition(RELATIONS)[0] or "/"
    path = relation.target.partition("#")[0]
    if ESCAPED in path:
        raise UnfitError(BROKEN)
    return posixpath.normpath(posixpath.join(folder, path.replace("\\", "/"))).lstrip("/").lower()


def refuse_other_names(entry: zipfile.ZipInfo, file: IO[bytes]) -> None:
    """``UnfitError`` where an entry may be called something else than it is called here.

    Its fields stand twice: in the list of all, and before its content.
    """
    name = entry.filename.removesuffix("/")
    if ESCAPED in name or posixpath.normpath(name) != name or name.startswith(("/", "..")):
        raise UnfitError(BROKEN)
    if "\\" in entry.orig_filename or entry.orig_filename != entry.filename:
        raise UnfitError(BROKEN)
    file.seek(entry.header_offset)
    named, told = _two(file.read(LOCAL)[-2 * NUMBER :])
    file.seek(named, 1)
    for fields in (entry.extra, file.read(told)):
        _refuse_other_name(fields)


def _refuse_other_name(fields: bytes) -> None:
    while len(fields) >= 2 * NUMBER:
        kind, size = _two(fields)
        end = 2 * NUMBER + size
        if kind == OTHER_NAME or end > len(fields):
            raise UnfitError(BROKEN)
        fields = fields[end:]


def _two(numbers: bytes) -> tuple[int, int]:
    first, second = numbers[:NUMBER], numbers[NUMBER : 2 * NUMBER]
    return int.from_bytes(first, "little"), int.from_bytes(second, "little")
