"""How the parts of an Office file name each other (ECMA-376-2): what each is, and to which a relation leads."""

import posixpath
from urllib.parse import unquote

from wizard.uploads.parts import Relation

RELATIONS = "/_rels/"


class ContentTypes:
    """What is told of parts, by name or by ending; names that differ in case alone are the same (6.2.2.3)."""

    def __init__(self, told: dict[str, str]) -> None:
        self._told = {unquote(key).lower(): value for key, value in told.items()}

    def of(self, name: str) -> str:
        """Without parameters, as ``image/png``; empty where nothing is told."""
        ending = name.lower().rpartition("/")[2].rpartition(".")[2]
        told = self._told.get(f"/{name.lower()}", self._told.get(ending, ""))
        return told.partition(";")[0].strip()


def target(source: str, relation: Relation) -> str:
    """The name, in small letters, of the part that a relation told in ``source`` leads to."""
    folder = f"/{source}".rpartition(RELATIONS)[0] or "/"
    path = unquote(relation.target.partition("#")[0]).replace("\\", "/")
    return posixpath.normpath(posixpath.join(folder, path)).lstrip("/").lower()
