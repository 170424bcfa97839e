"""README's tables: every setting and no other, and promises whose keys and tests there are."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from docgen.settings import Settings as DocgenSettings
from forms.municipality import FOLDER, municipalities, municipality
from tests.unit.forms.guide.agreed import WORDS
from tests.unit.house.files import HOUSE
from wizard.settings import Settings

README = (HOUSE / "README.md").read_text(encoding="utf-8")
PROMISERS = tuple(f"| {place.name.removesuffix(' kommune')} |" for place in municipalities().values())

REACHED_BY = {
    "name",
    "website",
    "colour",
    "office",
    "paper_address",
    "post_box",
    "sources",
    "checked",
    "stale",
}
"""What says who they are and how they are reached, and promises nothing."""


def test_every_setting_is_in_the_table_and_none_that_is_gone() -> None:
    rows = [
        line.split("|")[1] for line in README.splitlines() if line.startswith(("| `VEIVISER_", "| `DOCGEN_"))
    ]
    told = set(re.findall(r"`(\w+)`", "".join(rows))) - {"VEIVISER_SECRETS", "DOCGEN_SECRETS"}
    wizard = {f"VEIVISER_{name.upper()}" for name in Settings.model_fields}
    docgen = {f"DOCGEN_{name.upper()}" for name in DocgenSettings.model_fields}
    assert told == wizard | docgen


def test_the_table_of_promises_names_keys_and_tests_that_there_are() -> None:
    rows = promises()
    assert {row[0].strip() for row in rows} == {
        place.name.removesuffix(" kommune") for place in municipalities().values()
    }
    for place, _, _, keys, tests in rows:
        data = municipality(place.strip().lower())
        for key in re.findall(r"`([^`]+)`", keys):
            assert said(data, key), f"{place}: {key}"
        for test in re.findall(r"`([^`]+)`", tests):
            assert (HOUSE / test).exists(), test


def test_every_key_that_a_municipality_sets_of_its_own_is_in_a_row_of_the_table() -> None:
    for place in municipalities():
        own = tomllib.loads((FOLDER / f"{place}.toml").read_text(encoding="utf-8"))
        rows = [row for row in promises() if row[0].strip().lower() == place]
        told = {key for row in rows for key in re.findall(r"`([^`]+)`", row[3])}
        wanted = {*keys({name: one for name, one in own.items() if name not in REACHED_BY})}
        wanted |= {"office.does"} if "does" in own["office"] else set()
        assert {key for key in wanted if not any(under(key, row) for row in told)} == set(), place


def keys(table: dict[str, Any], above: str = "") -> Iterator[str]:
    """Of every value that is no table of others; a sentence in its languages is a value."""
    for name, one in table.items():
        if isinstance(one, dict) and "nb" not in one:
            yield from keys(one, f"{above}{name}.")
        else:
            yield f"{above}{name}"


def under(key: str, row: str) -> bool:
    """Whether a row that names a table, or the value itself, tells of the key."""
    return key == row or key.startswith(f"{row}.")


def promises() -> list[list[str]]:
    return [line.split("|")[1:-1] for line in README.splitlines() if line.startswith(PROMISERS)]


def said(data: Any, key: str) -> bool:
    for name in key.split("."):
        data = getattr(data, name)
    return bool(data)


def test_the_words_that_others_link_to_are_all_told() -> None:
    told = README.partition("The words are ")[2].partition(".")[0]
    assert re.findall(r"`([a-z-]+)`", told) == list(WORDS.values())
