"""The source texts are plain: short words and sentences, and no word that has a better one."""

import re
import tomllib
from functools import cache

import pytest

from forms.language import Code
from tests.unit.plain.__main__ import ENOUGH
from tests.unit.plain.measure import lix, sentences, words
from tests.unit.plain.places import CODES, places, sentences_of
from tests.unit.test_catalogues import HOUSE, catalogue, source

TARGET, MOST = 40, 45
MOST_WORDS = 22
"""In a sentence."""

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


IN_NYNORSK = {
    r"fylkesmann": "statsforvaltar",
    r"samtykkekompetanse": "forstå, seie ja til",
    r"lett språk": "enkelt språk",
    r"inntil": "opptil",
    r"ver(?:t)? (?:så )?venleg|vennleg(?:a)?st": "gjerne",
    r"vedkomande": "personen",
    r"ovanfor|nedanfor": "her, under, over",
    r"samt\b": "og",
    r"dersom": "viss",
    r"angåande|vedrørande": "om",
    r"føreta\w*": "gjere",
    r"nytt(?:ar|a) \w+ til": "bruke",
    r"bistand": "hjelp",
    r"iverkset\w*|setj\w* i verk": "begynne",
    r"signer\w*": "skrive under",
    r"(?:ikke|hvis|hva|hvem|hvordan|noen|noe|bare|fra|jeg|uker)\b": "nynorsk",
}
"""The same in nynorsk, and words that are bokmål."""
IN_ENGLISH = {
    r"shall": "must, will",
    r"pursuant|in accordance with|in respect of|with regards? to|regarding|concerning": "about, by",
    r"prior to|subsequent to": "before, after",
    r"in order to": "to",
    r"utili[sz]e\w*": "use",
    r"commence\w*|initiate\w*": "begin",
    r"terminate\w*": "end",
    r"here(?:by|in|after)|there(?:of|in)|aforementioned|the above": "here, this",
    r"thus|furthermore|moreover": "so, also",
    r"please note|kindly": "nothing",
    r"assist(?:s|ed|ing)?": "help",
    r"obtain\w*": "get",
    r"submit(?:s|ted)?": "send",
    r"in the event (?:of|that)|provided that": "if",
    r"notwithstanding|irrespective": "even if",
    r"facilitate\w*": "help",
}
"""The same in English."""
CONDITION = re.compile(r"(?:Hvis|Viss) du svarte «|If you answered “")
"""On paper a question says by which answers it is asked: as long as these are."""


@cache
def everything(code: Code = "nb") -> tuple[str, ...]:
    files = [*HOUSE.glob("forms/municipalities/*.toml"), HOUSE / "wizard" / "demo_people.toml"]
    texts = (
        source() if code == "nb" else {str(message.string) for message in catalogue(code) if message.string}
    )
    return (
        *texts,
        *(text for file in files for text in sentences_of(tomllib.loads(file.read_text("utf-8")), code)),
    )


@pytest.mark.parametrize("code", CODES)
def test_the_texts_together_are_easy_to_read(code: Code) -> None:
    assert lix(everything(code)) < 30
    assert lix(["Foranstaltninger vedrørende samordningsbehov iverksettes fortløpende."]) > 60


def test_no_page_or_document_is_hard_to_read() -> None:
    found = {
        name: round(lix(texts))
        for name, texts in places().items()
        if sum(len(words(text)) for text in texts) >= ENOUGH
    }
    assert {name: value for name, value in found.items() if value > MOST} == {}
    assert sorted(found.values())[int(0.95 * len(found))] < TARGET


@pytest.mark.parametrize(
    "place",
    [
        "larvik, guide 20",
        "senja, guide 54",
        "namsos, the page of notification",
        "larvik, the page of appeal",
        "porsgrunn, care_services on paper",
        "porsgrunn, care_services/coordinator told self",
        "deadline",
        "coordination/need",
        "appeal, its document",
        "senja.toml",
    ],
)
@pytest.mark.parametrize("code", CODES)
def test_every_kind_of_place_is_measured(place: str, code: Code) -> None:
    assert [text for text in places()[f"{place} ({code})"] if text]


@pytest.mark.parametrize("code", CODES)
def test_sentences_are_short(code: Code) -> None:
    lengths = sorted(len(sentence) for sentence in sentences(everything(code)))
    assert sum(lengths) / len(lengths) < 8
    assert [" ".join(one) for one in sentences(everything(code)) if len(one) > MOST_WORDS] == []


def test_sentences_are_short_when_they_are_filled_in_too() -> None:
    told = {text for texts in places().values() for text in texts if not CONDITION.match(text)}
    assert [" ".join(one) for one in sentences(told) if len(one) > MOST_WORDS] == []


@pytest.mark.parametrize(
    ("code", "word", "better"),
    [
        (code, *pair)
        for code, words in (("nb", INSTEAD), ("nn", IN_NYNORSK), ("en", IN_ENGLISH))
        for pair in words.items()
    ],
)
def test_no_text_uses_a_word_that_has_a_better_one(code: Code, word: str, better: str) -> None:
    ends = r"\b" if code == "en" else ""
    found = [text for text in everything(code) if re.search(rf"\b(?:{word}){ends}", text, re.IGNORECASE)]
    assert found == [], f"write: {better}"


def test_buttons_are_named_in_quotes() -> None:
    assert [
        text for text in everything() if "Lagre og fortsett" in text.replace("«Lagre og fortsett»", "")
    ] == ["Lagre og fortsett"]
