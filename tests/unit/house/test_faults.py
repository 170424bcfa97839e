"""The faults of the catalogue, F-01 to F-30: each is a test with its id in its name, of real processes wherever it can.

What ``make soak`` alone runs, is no test here. That none is skipped, test_loose_ends.py holds.
"""

import ast
import re
from functools import cache

from tests.unit.house.files import HOUSE, tracked

IDS = {f"{number:02}" for number in range(1, 31)}
NAMED = re.compile(r"(?<=_)f_(\d\d)(?=_)")


@cache
def tried() -> dict[str, set[str]]:
    """By the id, the files that hold its tests."""
    found: dict[str, set[str]] = {}
    for path in tracked(".py"):
        place = path.relative_to(HOUSE)
        if place.parts[0] == "tests" and path.name.startswith("test_") and "def test_" in path.read_text():
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                    for one in NAMED.findall(node.name):
                        found.setdefault(one, set()).add(str(place))
    return found


def test_every_fault_is_a_test_with_its_id_in_its_name() -> None:
    assert (sorted(IDS - set(tried())), sorted(set(tried()) - IDS)) == ([], [])


def test_every_fault_is_tried_beside_what_a_part_alone_does_about_it() -> None:
    whole = {
        one for one, places in tried().items() if not all(place.startswith("tests/unit") for place in places)
    }
    assert sorted(set(tried()) - whole) == []
