"""What is kept of a file leaves through the functions that ask first whether anybody may open it."""

import ast
from pathlib import Path

from tests.unit.house.files import HOUSE, PROGRAMS, modules

READERS = {
    "wizard/cases/attaching.py": "hands a file out: asks whether it waits or is infected, right before",
    "wizard/cases/following.py": "hands a finished document out, which nobody has uploaded",
    "wizard/cases/paging.py": "has photos made anew, in a process apart, and what comes of them screened",
    "wizard/cases/reconciling.py": "holds a finished document against its hash, and hands nothing out",
    "wizard/cases/screening.py": "gives it to clamd",
}
"""Who may read what is kept, and what each does with it."""
HOME = "wizard/cases/filed.py"
RENAMES = "wizard/cases/renaming.py"
"""It puts what it reads back under another name, and hands nothing out."""


def holding(name: str) -> list[Path]:
    """The modules in which it stands at all."""
    return [path for path in modules(*PROGRAMS) if name in path.read_text()]


def naming(name: str) -> set[str]:
    """The modules that name it in any way."""
    found = set()
    for path in holding(name):
        for node in ast.walk(ast.parse(path.read_text())):
            if name in {getattr(node, "id", None), getattr(node, "attr", None), getattr(node, "name", None)}:
                found.add(str(path.relative_to(HOUSE)))
    return found


def reading_blobs() -> set[str]:
    return {
        str(path.relative_to(HOUSE))
        for path in holding("blobs")
        if any(
            isinstance(node, ast.Attribute) and node.attr == "get" and ast.unparse(node).endswith("blobs.get")
            for node in ast.walk(ast.parse(path.read_text()))
        )
    }


def test_only_these_read_what_is_kept_of_a_file() -> None:
    assert naming("stored_bytes") == {HOME, *READERS}
    assert reading_blobs() == {HOME, RENAMES}
