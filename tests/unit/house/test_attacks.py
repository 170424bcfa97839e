"""The attacks of the catalogue, A-001 to A-092: each is a test against the running application with its id in its name.

Of each that stores something, one test at least runs on SQLite and on PostgreSQL; others of the same id may run on one
alone. What ``make soak`` alone runs, is no test here. That none is skipped, tests/unit/house/test_loose_ends.py holds.
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
    "092": "docgen keeps nothing",
}
"""By its id, why an attack meets no database."""
Functions = dict[str, ast.FunctionDef]


class Attack(NamedTuple):
    """A test with ids in its name."""

    place: str
    ids: tuple[str, ...]
    on_both: bool
    runs: bool
    """Whether there is an application that is asked, not a part of it alone."""


@cache
def attacks() -> tuple[Attack, ...]:
    tests = (path for path in tracked(".py") if path.relative_to(HOUSE).parts[0] == "tests")
    return tuple(one for path in tests if path.name.startswith("test_") for one in _in(path))


def _in(path: Path) -> Iterator[Attack]:
    if not NAMED.search(path.read_text()):
        return
    known = _known(path)
    for name, function in _functions(path).items():
        if name.startswith("test_") and (ids := tuple(NAMED.findall(name))):
            place, used = f"{path.relative_to(HOUSE)}:{function.lineno}", [*_used(function, known)]
            yield Attack(place, ids, any(map(_for_each_database, used)), any(map(_asks, used)))


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
    """The test, the fixtures that it asks for, and those that they ask for; none of which it takes one kind alone."""
    seen, waiting = {function.name} | _narrowed(function), [function]
    while waiting:
        one = waiting.pop()
        yield one
        asked = {argument.arg for argument in one.args.args} - seen
        seen |= asked
        waiting += [known[name] for name in asked if name in known]


def _for_each_database(function: ast.FunctionDef) -> bool:
    """Whether it is there once for each kind of database: one list in its decorators names both."""
    return any(map(_both, function.decorator_list))


def _both(decorator: ast.expr) -> bool:
    lists = (node.elts for node in ast.walk(decorator) if isinstance(node, ast.List | ast.Tuple))
    named = ([str(one.value) for one in some if isinstance(one, ast.Constant)] for some in lists)
    return any({"postgresql" in word for word in words} == {True, False} for words in named)


def _narrowed(function: ast.FunctionDef) -> set[str]:
    """The fixtures of each kind of database that a test has one kind of."""
    calls = [one for one in function.decorator_list if isinstance(one, ast.Call)]
    indirect = [one for one in calls if any(keyword.arg == "indirect" for keyword in one.keywords)]
    return {
        str(one.args[0].value) for one in indirect if isinstance(one.args[0], ast.Constant) and not _both(one)
    }


APPLICATION = re.compile(r"Site|Guest|Draft|World|create_app|FlaskClient|Browser|Page$")
"""Who makes one, or asks it, says so in its types."""


def _asks(function: ast.FunctionDef) -> bool:
    return any(isinstance(node, ast.Name) and APPLICATION.search(node.id) for node in ast.walk(function))


def test_every_attack_is_a_test_with_its_id_in_its_name() -> None:
    named = {one for attack in attacks() for one in attack.ids}
    assert (sorted(IDS - named), sorted(named - IDS)) == ([], [])


def test_every_attack_that_meets_a_database_is_tried_on_both_by_a_test_at_least() -> None:
    tried = {one for attack in attacks() if attack.on_both and attack.runs for one in attack.ids}
    assert sorted(IDS - tried) == sorted(WITHOUT_DATABASE), "an exception that is none is no exception"


def test_every_attack_runs_against_the_application_and_not_beside_it() -> None:
    whole = [one for one in attacks() if one.runs and not one.place.startswith("tests/unit")]
    assert sorted(IDS - {one for attack in whole for one in attack.ids}) == []


SAMPLE = """
@pytest.fixture(params=["site", "postgresql_site"])
def either(request): ...

@pytest.fixture
def draft(either): ...

def test_a_001_on_both(draft): ...

def test_a_002_on_one(site): ...

@pytest.mark.parametrize("either", ["postgresql_site"], indirect=True)
def test_a_003_on_one_of_both(either): ...

@pytest.fixture(params=["postgresql_site"], scope="module")
def only(request): ...
"""


def test_what_is_asked_for_by_what_is_asked_for_counts_too() -> None:
    found = {node.name: node for node in ast.parse(SAMPLE).body if isinstance(node, ast.FunctionDef)}
    tests = [one for name, one in found.items() if name.startswith("test_")]
    used = [[one.name for one in _used(test, found)][1:] for test in tests]
    assert used == [["draft", "either"], [], []]
    assert [name for name, one in found.items() if _for_each_database(one)] == ["either"]
