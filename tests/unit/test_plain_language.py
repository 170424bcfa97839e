"""The source texts are plain: short words and sentences, and no word that has a better one."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import pytest

from tests.unit.test_catalogues import HOUSE, source

SENTENCE_END = re.compile(r"[.!?:]+(?:\s|$)|\n")
PLACE = re.compile(r"%%?\(?\w*\)?[sd]")
LONG_WORD = 7
"""Letters: LIX counts the words that have as many or more."""

INSTEAD = {
    r"fylkesmann": "statsforvalter",
    r"samtykkekompetanse": "forstå, si ja til",
    r"nedsatt funksjon\b": "nedsatt funksjonsevne",
    r"lett språk": "enkelt språk",
    r"inntil": "opptil",
    r"vennligst": "gjerne",
    r"vedkommende": "personen",
    r"ovennevnte|nedenfor|ovenfor": "her, under, over",
    r"forespørsel": "spørsmål, det du sendte",
    r"samt\b": "og",
    r"dersom": "hvis",
    r"angående|vedrørende|hva angår": "om",
    r"foreta(?:s|tt)?\b": "gjøre",
    r"benytte\w*": "bruke",
    r"fremkomme\w*|fremgå\w*": "står",
    r"bistand": "hjelp",
    r"iverksette\w*": "begynne",
    r"signer\w*": "skrive under",
    r"tilrettelegge\w*": "legge til rette",
}
"""Words that are not ours, and the better word."""


def data(entry: Any) -> Iterator[str]:
    """Every bokmål sentence in a file of data."""
    if isinstance(entry, dict):
        yield from [entry["nb"]] if "nb" in entry else data(list(entry.values()))
    elif isinstance(entry, list):
        for one in entry:
            yield from data(one)


@cache
def everything() -> tuple[str, ...]:
    files = [*HOUSE.glob("forms/municipalities/*.toml"), HOUSE / "wizard" / "demo_people.toml"]
    return (*source(), *(text for file in files for text in data(tomllib.loads(file.read_text("utf-8")))))


def words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", PLACE.sub("", text))


def sentences(texts: Iterable[str]) -> list[list[str]]:
    return [found for text in texts for part in SENTENCE_END.split(text) if (found := words(part))]


def lix(texts: Iterable[str]) -> float:
    """Björnsson's readability index: under 30 is very easy, as in books for children; 40 to 50 is a newspaper."""
    parts = sentences(texts)
    every = [word for part in parts for word in part]
    return len(every) / len(parts) + 100 * sum(len(word) >= LONG_WORD for word in every) / len(every)


def test_the_texts_together_are_easy_to_read() -> None:
    assert lix(everything()) < 30
    assert lix(["Foranstaltninger vedrørende samordningsbehov iverksettes fortløpende."]) > 60


def test_sentences_are_short() -> None:
    lengths = sorted(len(sentence) for sentence in sentences(everything()))
    assert sum(lengths) / len(lengths) < 8
    assert [" ".join(one) for one in sentences(everything()) if len(one) > 22] == []


@pytest.mark.parametrize(("word", "better"), INSTEAD.items())
def test_no_text_uses_a_word_that_has_a_better_one(word: str, better: str) -> None:
    found = [text for text in everything() if re.search(rf"\b(?:{word})", text, re.IGNORECASE)]
    assert found == [], f"write: {better}"


def test_buttons_are_named_in_quotes() -> None:
    assert [
        text for text in everything() if "Lagre og fortsett" in text.replace("«Lagre og fortsett»", "")
    ] == ["Lagre og fortsett"]
