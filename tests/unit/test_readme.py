"""README's tables: every setting and no other, and promises whose keys and tests there are."""

import re
from typing import Any

from docgen.settings import Settings as DocgenSettings
from forms.municipality import municipalities, municipality
from tests.unit.forms.guide.agreed import WORDS
from tests.unit.house.files import HOUSE
from wizard.settings import Settings

README = (HOUSE / "README.md").read_text(encoding="utf-8")
PROMISERS = tuple(f"| {place.name.removesuffix(' kommune')} |" for place in municipalities().values())


def test_every_setting_is_in_the_table_and_none_that_is_gone() -> None:
    rows = [
        line.split("|")[1] for line in README.splitlines() if line.startswith(("| `VEIVISER_", "| `DOCGEN_"))
    ]
    told = set(re.findall(r"`(\w+)`", "".join(rows))) - {"VEIVISER_SECRETS", "DOCGEN_SECRETS"}
    wizard = {f"VEIVISER_{name.upper()}" for name in Settings.model_fields}
    docgen = {f"DOCGEN_{name.upper()}" for name in DocgenSettings.model_fields}
    assert told == wizard | docgen


def test_the_table_of_promises_names_keys_and_tests_that_there_are() -> None:
    rows = [line.split("|")[1:-1] for line in README.splitlines() if line.startswith(PROMISERS)]
    assert {row[0].strip() for row in rows} == {
        place.name.removesuffix(" kommune") for place in municipalities().values()
    }
    for place, _, _, keys, tests in rows:
        data = municipality(place.strip().lower())
        for key in re.findall(r"`([^`]+)`", keys):
            assert said(data, key), f"{place}: {key}"
        for test in re.findall(r"`([^`]+)`", tests):
            assert (HOUSE / test).exists(), test


def said(data: Any, key: str) -> bool:
    for name in key.split("."):
        data = getattr(data, name)
    return bool(data)


def test_the_words_that_others_link_to_are_all_told() -> None:
    told = README.partition("The words are ")[2].partition(".")[0]
    assert re.findall(r"`([a-z-]+)`", told) == list(WORDS.values())
