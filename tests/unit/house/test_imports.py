"""Who may import whom."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.house.files import HOUSE, PROGRAMS, modules


def test_every_import_goes_in_an_allowed_direction(tmp_path: Path) -> None:
    """As a process of its own: in this one it would silence every logger there is."""
    linter = Path(sys.executable).with_name("lint-imports")
    said = subprocess.run(
        [linter, "--cache-dir", tmp_path], cwd=HOUSE, capture_output=True, text=True, check=False
    )
    assert said.returncode == 0, said.stdout


def test_a_route_that_knows_the_database_is_refused(tmp_path: Path) -> None:
    """Tried on a copy of the house in which one does, in each way."""
    forbidden = ("sqlalchemy", "dbos", "wizard.models", "wizard.store")
    for name in ("forms", "wizard", "docgen"):
        sources = shutil.ignore_patterns("static", "translations", "fonts", "masters", "municipalities")
        shutil.copytree(HOUSE / name, tmp_path / name, ignore=sources)
    shutil.copy(HOUSE / "pyproject.toml", tmp_path)
    with (tmp_path / "wizard" / "routes" / "health.py").open("a") as route:
        route.writelines(f"import {one}\n" for one in forbidden)
    linter = Path(sys.executable).with_name("lint-imports")
    said = subprocess.run([linter, "--no-cache"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert said.returncode
    for one in forbidden:
        assert f"wizard.routes.health -> {one}" in said.stdout


@pytest.mark.parametrize("package", ["forms", "docgen"])
def test_a_package_that_others_import_from_does_nothing_on_import(package: str) -> None:
    assert (HOUSE / package / "__init__.py").read_text() == ""


@pytest.mark.parametrize("program", PROGRAMS)
def test_every_module_says_what_it_is_in_one_sentence(program: str) -> None:
    for path in modules(program):
        source = path.read_text()
        said = ast.get_docstring(ast.parse(source))
        assert not source or said, path
        assert not said or said.splitlines()[0].endswith(".") or "." in said, path
