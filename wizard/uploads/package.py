"""How the parts of an Office file name each other (ECMA-376-2): what each is, and to which a relation leads.

A name may be written in several ways, and programs differ in which of these they know for the same: one is taken that
has but one way.
"""

import posixpath
import zipfile

from wizard.uploads.kinds import BROKEN, UnfitError
from wizard.uploads.parts import Relation

RELATIONS = "/_rels/"
ESCAPED = "%"
"""One program reads ``%2e`` as a dot, and another does not, or only once."""


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


def refuse_other_names(entry: zipfile.ZipInfo) -> None:
    """``UnfitError`` where an entry may be called something else than it is called here."""
    name = entry.filename.removesuffix("/")
    if ESCAPED in name or posixpath.normpath(name) != name or name.startswith(("/", "..")):
        raise UnfitError(BROKEN)
    if "\\" in entry.orig_filename or entry.orig_filename != entry.filename:
        raise UnfitError(BROKEN)
