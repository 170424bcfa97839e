"""README tells of every setting that the programs read and of every command, and of none that is gone."""

import re

import pytest

from docgen.settings import Settings as Docgen
from tests.unit.house.files import HOUSE
from wizard.cli import main
from wizard.settings import Settings as Wizard

README = (HOUSE / "README.md").read_text(encoding="utf-8")
COMMANDS = README.partition("### Commands")[2].partition("\n## ")[0]
COMMAND = re.compile(r"^ +\.venv/bin/veiviser ([a-z-]+(?: \| [a-z-]+)*)", re.MULTILINE)

ROW = re.compile(r"^\| (`(?:VEIVISER|DOCGEN)_\w+`(?:, `\w+`)*) \| [^|]+ \| [^|]+ \|$", re.MULTILINE)
FOLDERS = {"VEIVISER_SECRETS", "DOCGEN_SECRETS"}
"""Where settings may lie as files: read before any of them."""


def told() -> list[str]:
    table = README.partition("| setting |")[2].partition("\n\n")[0]
    return [name for names in ROW.findall(table) for name in re.findall(r"\w+", names)]


@pytest.mark.parametrize(("kind", "prefix"), [(Wizard, "VEIVISER_"), (Docgen, "DOCGEN_")])
def test_every_setting_has_its_row_and_none_that_is_gone(kind: type[Wizard | Docgen], prefix: str) -> None:
    named = {name for name in told() if name.startswith(prefix)} - FOLDERS
    assert named == {f"{prefix}{name.upper()}" for name in kind.model_fields}


def test_no_setting_stands_there_twice() -> None:
    assert len(told()) == len(set(told()))
    assert set(told()) >= FOLDERS


def test_every_command_is_told_of_and_none_that_is_gone() -> None:
    assert {name for names in COMMAND.findall(COMMANDS) for name in names.split(" | ")} == set(main.commands)
