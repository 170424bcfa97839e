"""The catalogues are in step with the texts in code and templates: none missing, unused or fuzzy."""

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

HOUSE = Path(__file__).parents[2]
TRANSLATIONS = HOUSE / "wizard" / "translations"
PLACES = re.compile(r"%\(\w+\)s|%%|%d")


@cache
def source() -> frozenset[str]:
    with (HOUSE / "wizard" / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]  # Babel gives it no types
    keywords = {"_": None, "gettext": None, "N_": None, "text": None}
    found = extract_from_dir(HOUSE, methods, options, keywords, directory_filter=_ours)
    return frozenset(str(message) for _, _, message, _, _ in found)


def _ours(folder: str) -> bool:
    return Path(folder).name not in {".venv", "node_modules", "var", "tests", ".git"}


@cache
def catalogue(code: str) -> Catalog:
    with (TRANSLATIONS / code / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=code)


@pytest.mark.parametrize("code", ["nn", "en"])
def test_every_text_is_translated_and_none_is_left_over(code: str) -> None:
    translated = {str(message.id): message for message in catalogue(code) if message.id}
    assert set(translated) == source()
    assert [one for one, message in translated.items() if message.fuzzy or not message.string] == []


@pytest.mark.parametrize("code", ["nn", "en"])
def test_a_translation_fills_in_the_same_values(code: str) -> None:
    differing = [
        message.id
        for message in catalogue(code)
        if message.id
        and sorted(PLACES.findall(str(message.id))) != sorted(PLACES.findall(str(message.string)))
    ]
    assert differing == []


@pytest.mark.parametrize("code", ["nn", "en"])
def test_what_is_shipped_is_compiled_from_what_is_written(code: str) -> None:
    with (TRANSLATIONS / code / "LC_MESSAGES" / "messages.mo").open("rb") as file:
        compiled = {str(message.id): message.string for message in read_mo(file) if message.id}
    assert compiled == {str(message.id): message.string for message in catalogue(code) if message.id}
