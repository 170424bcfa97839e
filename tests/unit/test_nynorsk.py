"""Nynorsk has many words in two forms, and both are right: the texts use one of them, the same everywhere."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest

from tests.unit.house.files import HOUSE, tracked
from tests.unit.test_catalogues import catalogue

INSTEAD: Mapping[str, str] = {
    r"dersom|hvis": "viss",
    r"vart|vert|vorte": "blei, blir, blitt",
    r"svarar": "svarer, svarte",
    r"svara (?:deg|på)|(?:som|kven|ha|dei) svara": "svarte, svart",
    r"da": "då",
    r"òg": "også",
    r"difor": "derfor",
    r"ven": "venn",
    r"ringer|søker|trenger|velger|ønsker|tenker": "ringjer, søkjer, treng, vel, ønskjer, tenkjer",
    r"mogeleg|mogelegvis": "mogleg",
    r"mens": "medan",
    r"fortsatt": "framleis",
    r"attende": "tilbake",
    r"gje|gjev|gjevne": "gi, gir",
    r"handsam\w+": "behandlar",
    r"brukerombud\w*|ombudet": "brukarombodet, ombodet",
    r"Statsforvaltaren (?:i [A-ZÆØÅ]\w*|%\(governor\)s)": "the office's own name: Statsforvalteren i",
    r"kommunen[^.]{0,40} den (?:fekk|har fått)": "han, of the municipality",
    r"for eksempel": "til dømes",
    r"ringe|komme": "ringje, kome",
    r"sifra": "siffera",
    r"herfrå": "herifrå",
    r"syter?": "sørgjer",
    r"byrj\w*": "begynner, begynte, begynt",
    r"barn(?:et)?(?: som)?(?: er)?(?: ikkje)?(?: er)? fødd": "født: barn is neuter",
    r"lag[dt]e? ved|vedlagde?": "ligg ved",
    r"ikke|hva|hvem|jeg|noe|noen|fra|bare|gjelder": "ikkje, kva, kven, eg, noko, nokon, frå, berre, gjeld",
}
"""Forms that are not ours, and the one that is. What stands in quotes is a name, and may be spelt otherwise."""
QUOTED = re.compile(r"«[^»]*»")


def _nynorsk(found: Any) -> Iterator[str]:
    if isinstance(found, dict):
        if isinstance(found.get("nn"), str):
            yield found["nn"]
        for one in found.values():
            yield from _nynorsk(one)
    elif isinstance(found, list):
        for one in found:
            yield from _nynorsk(one)


@cache
def everything() -> tuple[str, ...]:
    said = [str(message.string) for message in catalogue("nn") if message.id]
    for path in tracked(".toml"):
        if path.relative_to(HOUSE).parts[0] in {"forms", "wizard"}:
            said += _nynorsk(tomllib.loads(path.read_text("utf-8")))
    return tuple(said)


def has(word: str, text: str) -> bool:
    """Case counts in a name alone."""
    flags = re.NOFLAG if "[A-Z" in word else re.IGNORECASE
    return bool(re.search(rf"\b(?:{word})(?!\w)", QUOTED.sub("", text), flags))


@pytest.mark.parametrize("word", INSTEAD)
def test_no_text_has_the_other_form(word: str) -> None:
    assert [text for text in everything() if has(word, text)] == []


def test_the_catalogue_and_the_municipalities_are_read() -> None:
    assert any("Brukerkontoret les meldinga" in text for text in everything())
    assert "Viss ja:" in everything()


@pytest.mark.parametrize(
    "text",
    [
        "Dersom du vil, vart det slik.",
        "Kommunen svarar deg.",
        "Dei som svara deg, ser på saka.",
        "Kommunen rettar seg etter dette frå den fekk det.",
        "Statsforvaltaren i Trøndelag",
        "Skriv for eksempel namnet.",
        "Eit barn som ikkje er fødd enno",
        "Fullmakt er lagd ved",
        "Kommunen syter for det.",
    ],
)
def test_another_form_is_found(text: str) -> None:
    assert any(has(word, text) for word in INSTEAD)
