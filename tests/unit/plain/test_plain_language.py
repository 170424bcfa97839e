"""The source texts are plain: short words and sentences, and no word that has a better one."""

import re
import tomllib
from functools import cache

import pytest

from tests.unit.plain.__main__ import ENOUGH
from tests.unit.plain.measure import lix, sentences, words
from tests.unit.plain.places import places, sentences_of
from tests.unit.test_catalogues import HOUSE, source

TARGET, MOST = 40, 45

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


@cache
def everything() -> tuple[str, ...]:
    files = [*HOUSE.glob("forms/municipalities/*.toml"), HOUSE / "wizard" / "demo_people.toml"]
    return (
        *source(),
        *(text for file in files for text in sentences_of(tomllib.loads(file.read_text("utf-8")))),
    )


def test_the_texts_together_are_easy_to_read() -> None:
    assert lix(everything()) < 30
    assert lix(["Foranstaltninger vedrørende samordningsbehov iverksettes fortløpende."]) > 60


def test_no_page_or_document_is_hard_to_read() -> None:
    found = {
        name: round(lix(texts))
        for name, texts in places().items()
        if sum(len(words(text)) for text in texts) >= ENOUGH
    }
    assert {name: value for name, value in found.items() if value > MOST} == {}
    assert sorted(found.values())[int(0.95 * len(found))] < TARGET


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
