"""Where a language lets a word be written in two ways, one is used everywhere; nynorsk has a list of its own."""

import re
from collections.abc import Mapping
from functools import cache

import pytest

from forms.language import Code
from tests.unit.plain.test_plain_language import everything as plain
from tests.unit.test_catalogues import PLACES
from tests.unit.test_glossary import everything as english

INSTEAD: Mapping[Code, Mapping[str, str]] = {
    "nb": {
        r"forstod|stod": "forsto, sto",
        r"blei|vart": "ble",
        r"frem(?:over)?|fremdeles": "fram, fortsatt",
        r"skola|hånda|hjelpa|klaga|saka": "skolen, hånden, hjelpen, klagen, saken",
        r"sjøl": "selv",
        r"epost\w*": "e-post",
        r"116 117": "116117",
        r"vergepapir\w*": "vergebevis",
    },
    "en": {
        r"116 117": "116117",
        r"organiz\w+|apologiz\w+|recogniz\w+|centers?": "British spelling",
        r"email\w*": "e-mail",
        r"care[- ]worker|case worker": "caseworker",
    },
}
MARKS: Mapping[Code, str] = {"nb": '[“”„"]', "en": "[‘«»„\"']"}
"""Quotation marks of others: «bokmål» and “English”, which has a curly apostrophe too."""


@cache
def texts(code: Code) -> tuple[str, ...]:
    return tuple(PLACES.sub("", text) for text in (english() if code == "en" else plain(code)))


@pytest.mark.parametrize(
    ("code", "word"), [(code, word) for code, words in INSTEAD.items() for word in words]
)
def test_no_text_has_the_other_form(code: Code, word: str) -> None:
    found = [text for text in texts(code) if re.search(rf"\b(?:{word})\b", text, re.IGNORECASE)]
    assert found == [], f"write: {INSTEAD[code][word]}"


@pytest.mark.parametrize("code", MARKS)
def test_what_is_quoted_stands_in_one_kind_of_marks(code: Code) -> None:
    assert [text for text in texts(code) if re.search(MARKS[code], text)] == []
