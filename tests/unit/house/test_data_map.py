"""docs/data-map.md tells of every table and column there is, and of no other."""

import re
from importlib import import_module

import pytest
from sqlalchemy import LargeBinary

from tests.unit.house.files import HOUSE
from wizard.models import Table

MAP = (HOUSE / "docs" / "data-map.md").read_text(encoding="utf-8")
SECTION = re.compile(r"^### (\w+)$(.*?)(?=^##)", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| `(\w+)` \| (\w+) \| (.+) \|$", re.MULTILINE)
CLASSES = {"sealed", "hash", "digest", "id", "state"}
for file in (HOUSE / "wizard").glob("models_*.py"):
    import_module(f"wizard.{file.stem}")  # its tables are known then

told = {name: {column: kind for column, kind, _ in ROW.findall(text)} for name, text in SECTION.findall(MAP)}
kept = {table.name: table for table in Table.metadata.sorted_tables}


def test_every_table_has_its_section_and_no_other_has_one() -> None:
    assert told.keys() == kept.keys()


@pytest.mark.parametrize("name", sorted(kept))
def test_every_column_is_told_of_in_its_order(name: str) -> None:
    assert list(told[name]) == [column.name for column in kept[name].columns]
    assert set(told[name].values()) <= CLASSES


@pytest.mark.parametrize("name", sorted(kept))
def test_what_is_said_to_be_sealed_is_and_bytes_are_never_plain(name: str) -> None:
    for column in kept[name].columns:
        kind = told[name][column.name]
        assert (kind == "sealed") == column.name.startswith("sealed_"), column
        if isinstance(column.type, LargeBinary):
            assert kind in {"sealed", "hash", "digest"}, column
