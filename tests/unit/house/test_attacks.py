"""The attacks of the catalogue, A-001 to A-092: each is a test against the running application with its id in its name.

Of each that stores something, one test at least runs on SQLite and on PostgreSQL; others of the same id may run on one
alone. That none is skipped, tests/unit/house/test_loose_ends.py holds.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.unit.house.files import HOUSE, tracked

IDS = {f"{number:03}" for number in range(1, 93)}
NAMED = re.compile(r"(?<=_)a_(\d{3})(?=_|$)")
WITHOUT_DATABASE = {
    "024": "what the page's own script may do, by a setting that stands in every page",
    "025": "headers, the same on every answer",
    "026": "what the browser makes of a fragment",
    "027": "what the browser puts into an address",
    "028": "what the browser shows of a refusal",
    "057": "what the browser keeps of pages",
    "071": "refused before anything is looked up",
    "072": "flags of cookies",
    "092": "docgen keeps nothing",
}
"""By its id, why an attack meets no database."""
Functions = dict[str, ast.FunctionDef]


class Attack(NamedTuple):
    """A test with ids in its name."""

    place: str
    ids: tuple[str, ...]
    on_both: bool


@cache
def attacks() -> tuple[Attack, ...]:
    return tuple(one for path in tracked(".py") if "tests" in path.parts for one in _in(path))


def _in(path: Path) -> Iterator[Attack]:
    if not NAMED.search(path.read_text()):
        return
    known = _known(path)
    for name, function in _functions(path).items():
        if name.startswith("test_") and (ids := tuple(NAMED.findall(name))):
            place = f"{path.relative_to(HOUSE)}:{function.lineno}"
            yield Attack(place, ids, any(map(_for_each_database, _used(function, known))))


@cache
def _functions(path: Path) -> Functions:
    found = ast.walk(ast.parse(path.read_text()))
    return {node.name: node for node in found if isinstance(node, ast.FunctionDef)}


def _known(path: Path) -> Functions:
    """The fixtures that a file's tests find by name: of the folders above, imported, and its own."""
    above = [folder / "conftest.py" for folder in reversed(path.relative_to(HOUSE).parents)]
    files = [HOUSE / one for one in above if (HOUSE / one).exists()]
    imported = [
        HOUSE / f"{node.module.replace('.', '/')}.py"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("tests.")
    ]
    known: Functions = {}
    for file in [*files, *filter(Path.exists, imported), path]:
        known |= {name: one for name, one in _functions(file).items() if one.decorator_list}
    return known


def _used(function: ast.FunctionDef, known: Functions) -> Iterator[ast.FunctionDef]:
    """The test, the fixtures that it asks for, and those that they ask for."""
    seen, waiting = {function.name}, [function]
    while waiting:
        one = waiting.pop()
        yield one
        asked = {argument.arg for argument in one.args.args} - seen
        seen |= asked
        waiting += [known[name] for name in asked if name in known]


def _for_each_database(function: ast.FunctionDef) -> bool:
    """Whether it is there once for each kind of database, by the words in its decorators."""
    words = {
        str(node.value)
        for decorator in function.decorator_list
        for node in ast.walk(decorator)
        if isinstance(node, ast.Constant)
    }
    return any("postgresql" in word for word in words) and len(words) > 1


def test_every_attack_is_a_test_with_its_id_in_its_name() -> None:
    named = {one for attack in attacks() for one in attack.ids}
    assert (sorted(IDS - named), sorted(named - IDS)) == ([], [])


def test_every_attack_that_meets_a_database_is_tried_on_both_by_a_test_at_least() -> None:
    tried = {one for attack in attacks() if attack.on_both for one in attack.ids}
    assert sorted(IDS - tried - set(WITHOUT_DATABASE)) == []


def test_an_attack_runs_against_the_application_and_not_beside_it() -> None:
    beside = [
        attack.place
        for attack in attacks()
        if attack.place.startswith("tests/unit") and not _elsewhere(attack)
    ]
    assert beside == []


def _elsewhere(attack: Attack) -> bool:
    """What is tried against a part alone is tried against the whole too."""
    whole = {one for other in attacks() if not other.place.startswith("tests/unit") for one in other.ids}
    return set(attack.ids) <= whole


SAMPLE = """
@pytest.fixture(params=["site", "postgresql_site"])
def either(request): ...

@pytest.fixture
def draft(either): ...

def test_a_001_on_both(draft): ...

def test_a_002_on_one(site): ...
"""


def test_what_is_asked_for_by_what_is_asked_for_counts_too() -> None:
    found = {node.name: node for node in ast.parse(SAMPLE).body if isinstance(node, ast.FunctionDef)}
    on_both, on_one = (
        [one.name for one in _used(found[name], found)]
        for name in ("test_a_001_on_both", "test_a_002_on_one")
    )
    assert (on_both, on_one) == (["test_a_001_on_both", "draft", "either"], ["test_a_002_on_one"])
    assert [name for name, one in found.items() if _for_each_database(one)] == ["either"]
