import re
from pathlib import Path

import pytest

from wizard.assets import FOLDER, version

OWN = sorted(FOLDER.glob("*.css"))


@pytest.mark.parametrize("sheet", OWN, ids=lambda path: path.name)
def test_what_a_style_sheet_fetches_has_the_address_that_browsers_keep(sheet: Path) -> None:
    """An address without the version is asked for anew on every page; a stale one shows an old file."""
    for path, asked in re.findall(r'url\("([^"?]+)\?v=(\w+)"\)', sheet.read_text(encoding="utf-8")):
        assert asked == version(path), path


@pytest.mark.parametrize("sheet", OWN, ids=lambda path: path.name)
def test_a_style_sheet_fetches_nothing_else(sheet: Path) -> None:
    for address in re.findall(r"url\((.*?)\)", sheet.read_text(encoding="utf-8")):
        assert re.fullmatch(r'"[a-z/-]+\.(woff2|svg)\?v=[0-9a-f]{12}"', address), address


def test_colours_are_written_in_one_style_sheet_only() -> None:
    sheet = (FOLDER / "veiviser.css").read_text(encoding="utf-8")
    assert not re.findall(r"#[0-9a-f]{3,8}\b|rgb\(|hsl\(", re.sub(r'"#[a-z]+"|url\(.*?\)', "", sheet))
