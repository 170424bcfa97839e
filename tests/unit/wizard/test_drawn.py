"""What is drawn by chance is drawn by ``secrets``, and long enough that nobody guesses it (ASVS 6.5.3, 7.2.3)."""

import ast
import math

from tests.unit.house.files import HOUSE, modules
from wizard.cases.beginning import LETTERS
from wizard.cases.codes import LENGTH
from wizard.cases.owners import NONCE_BYTES

BITS_OF_A_CODE = 39
BYTES = 16
"""128 bits."""


def sizes() -> dict[str, int | None]:
    """How many bytes each call draws, by its place; None where that is left to ``secrets``, which draws 32."""
    found = {}
    for path in modules("wizard", "docgen"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("secrets.token_"):
                size = node.args[0] if node.args else None
                known = size.value if isinstance(size, ast.Constant) else None
                found[f"{path.relative_to(HOUSE)}:{node.lineno}"] = known if isinstance(known, int) else None
    return found


def test_nothing_is_drawn_too_short() -> None:
    found = sizes()
    assert [one for one in found if one.startswith("wizard/accounts.py:")]
    assert [place for place, size in found.items() if size is not None and size < BYTES] == []
    assert NONCE_BYTES >= BYTES


def test_a_code_has_as_many_bits_as_the_papers_say() -> None:
    assert len(set(LETTERS)) == len(LETTERS)
    assert math.floor(LENGTH * math.log2(len(LETTERS))) == BITS_OF_A_CODE
