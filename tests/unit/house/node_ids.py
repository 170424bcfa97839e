"""Tests by their node ids, and headings of documents, as papers name them."""

import ast
import re
from functools import cache

from tests.unit.house.files import HOUSE

NODE = re.compile(r"tests/[\w/]+\.py::\w+")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


@cache
def tests_in(path: str) -> frozenset[str]:
    """The names of the test functions of a file; none where there is no such file."""
    file = HOUSE / path
    if not file.is_file():
        return frozenset()
    found = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    return frozenset(
        node.name for node in found if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    )


def is_test(node: str) -> bool:
    path, _, name = node.partition("::")
    return name in tests_in(path)


@cache
def anchors(path: str) -> frozenset[str]:
    """The anchors of a document's headings, as they are written in links."""
    file = HOUSE / path
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    plain = (re.sub(r"[^\w\s-]", "", heading).strip().lower() for heading in HEADING.findall(text))
    return frozenset(re.sub(r"\s", "-", heading) for heading in plain)


def is_place(place: str) -> bool:
    """Whether ``file#heading`` is there."""
    path, _, anchor = place.partition("#")
    return anchor in anchors(path)
