"""README's table of settings has a row for each that the programs read, and for none that is gone."""

import re

import pytest

from docgen.settings import Settings as Docgen
from tests.unit.house.files import HOUSE
from wizard.settings import Settings as Wizard

ROW = re.compile(r"^\| (`(?:VEIVISER|DOCGEN)_\w+`(?:, `\w+`)*) \| [^|]+ \| [^|]+ \|$", re.MULTILINE)
FOLDERS = {"VEIVISER_SECRETS", "DOCGEN_SECRETS"}
"""Where settings may lie as files: read before any of them."""


def told() -> list[str]:
    table = (HOUSE / "README.md").read_text(encoding="utf-8").partition("| setting |")[2].partition("\n\n")[0]
    return [name for names in ROW.findall(table) for name in re.findall(r"\w+", names)]


@pytest.mark.parametrize(("kind", "prefix"), [(Wizard, "VEIVISER_"), (Docgen, "DOCGEN_")])
def test_every_setting_has_its_row_and_none_that_is_gone(kind: type[Wizard | Docgen], prefix: str) -> None:
    named = {name for name in told() if name.startswith(prefix)} - FOLDERS
    assert named == {f"{prefix}{name.upper()}" for name in kind.model_fields}


def test_no_setting_stands_there_twice() -> None:
    assert len(told()) == len(set(told()))
    assert set(told()) >= FOLDERS
