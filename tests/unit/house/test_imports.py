"""Who may import whom."""

import ast
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.unit.house.files import HOUSE, PROGRAMS, modules


def test_every_import_goes_in_an_allowed_direction(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(HOUSE)
    assert lint_imports(cache_dir=str(tmp_path)) == EXIT_STATUS_SUCCESS


@pytest.mark.parametrize("package", ["forms", "docgen"])
def test_a_package_that_others_import_from_does_nothing_on_import(package: str) -> None:
    assert (HOUSE / package / "__init__.py").read_text() == ""


@pytest.mark.parametrize("path", modules(*PROGRAMS), ids=lambda path: str(path.relative_to(HOUSE)))
def test_every_module_says_what_it_is_in_one_sentence(path: Path) -> None:
    source = path.read_text()
    said = ast.get_docstring(ast.parse(source))
    assert not source or said, path
    assert not said or said.splitlines()[0].endswith(".") or "." in said, path
