"""No pattern is made of what comes from outside: it stands in the code, or is escaped (ASVS 1.2.9)."""

import ast
from collections.abc import Iterator

from tests.unit.house.files import HOUSE, PROGRAMS, modules

OWN = {
    "forms/fields/address.py:POSTCODE",
    "forms/own_name.py:LETTER",
    "docgen/doubtful.py:PLAIN",
    "docgen/doubtful.py:SAFE",
    "docgen/pdf_page.py:PLAIN",
    "docgen/marked.py:one",
    "docgen/marked.py:HIGHEST",
    "wizard/calling.py:ADDRESSES",
}
"""What else stands in patterns: the code's own constants."""


def put_in(tree: ast.AST) -> Iterator[str]:
    """The names that patterns are made of, but for what is escaped there."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and _begins_with_re(node.func)):
            continue
        if ast.unparse(node.func) != "re.escape" and node.args:
            yield from _names(node.args[0])


def _begins_with_re(node: ast.AST) -> bool:
    while isinstance(node, ast.Attribute | ast.Call):
        node = node.value if isinstance(node, ast.Attribute) else node.func
        if isinstance(node, ast.Name):
            return node.id == "re"
    return False


def _names(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.escape":
        return
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".join"):
        assert isinstance(node.args[0], ast.Call)
        if ast.unparse(node.args[0].args[0]) == "re.escape":
            return
    if isinstance(node, ast.Name | ast.Attribute):
        yield ast.unparse(node)
        return
    for child in ast.iter_child_nodes(node):
        yield from _names(child)


def test_what_is_put_into_a_pattern_is_escaped_or_our_own() -> None:
    found = {
        f"{path.relative_to(HOUSE)}:{name}"
        for path in modules(*PROGRAMS)
        for name in put_in(ast.parse(path.read_text()))
    }
    assert found - OWN == set()


def test_what_is_not_escaped_is_seen() -> None:
    tried = "re.search(typed, a); re.search(f'{re.escape(typed)}-{row.name}', a); re.search('a', typed)"
    assert list(put_in(ast.parse(tried))) == ["typed", "row.name"]
