"""No text in any language has a name, a paragraph or a deadline that the law or the offices have left behind."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

import pytest

from tests.unit.house.files import HOUSE, tracked
from tests.unit.test_catalogues import catalogue, source


class Text(NamedTuple):
    where: str
    text: str


Fine = Callable[[Text], bool]


def nowhere(_: Text) -> bool:
    return False


def searched_by(one: Text) -> bool:
    """What people still search by. The dated list of the law has it too, but it is no text."""
    return one.where.endswith("guide/words.toml")


def of_other_answers(one: Text) -> bool:
    """Three weeks are right for what NAV and barnevernet decide."""
    return bool(re.search(r"\bNAV\b|barnevern|child welfare", one.text, re.IGNORECASE))


def named_beside(one: Text) -> bool:
    return searched_by(one) or "Statsforvalteren" in one.text or "%(governor)s" in one.text


OUTDATED: Mapping[str, tuple[str, Fine]] = {
    "the name until 2021": (r"fylkesmann", searched_by),
    "a county governor without the name that is used": (r"\b(?-i:County Governor)", named_beside),
    "the word until June 2026": (
        r"samtykkekompetan|competence to consent|consent competence",
        searched_by,
    ),
    "the contact doctor's paragraph": (r"(?:§|section) 2-5 a\b", nowhere),
    "the regulation's name until 2022": (
        r"forskrifta? om habilitering og rehabilitering, individuell plan",
        nowhere,
    ),
    "the act until 2023": (r"barnevern(?:loven|lova)\b", nowhere),
    "the paragraph until June 2024": (r"(?:§|section) 2-1 a\b", nowhere),
    "an act that is gone": (r"pasientrett(?:ighetsloven|slova)|kommunehelsetjenesteloven", nowhere),
    "the general act's deadline": (
        r"(?<![–-])\b(?:tre|3|three) (?:uker|veker|weeks)\b|\b(?:tre|3)-(?:ukers|vekers)|\bthree-week\b",
        of_other_answers,
    ),
    "the former grades of a protected address": (r"\bkode (?:6|7)\b|\bcode (?:6|7)\b", nowhere),
}


def _sentences(found: Any) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict | list):
        for one in found.values() if isinstance(found, dict) else found:
            yield from _sentences(one)


@cache
def everything() -> tuple[Text, ...]:
    """Source texts, both catalogues, every string of data but invented people's answers, templates, and README."""
    texts = [Text("source", one) for one in source()]
    for code in ("nn", "en"):
        texts += [Text(code, str(message.string)) for message in catalogue(code) if message.id]
    for path in tracked(".toml"):
        where = path.relative_to(HOUSE).as_posix()
        if where.startswith(("forms/", "wizard/")) and path.name != "sample.toml":
            texts += [Text(where, one) for one in _sentences(tomllib.loads(path.read_text("utf-8")))]
    files = [*tracked(".html"), HOUSE / "README.md"]
    return (*texts, *(Text(path.name, path.read_text("utf-8")) for path in files))


def outdated(one: Text, what: str) -> bool:
    pattern, fine = OUTDATED[what]
    return bool(re.search(pattern, one.text, re.IGNORECASE)) and not fine(one)


@pytest.mark.parametrize("what", OUTDATED)
def test_no_text_has(what: str) -> None:
    assert [one for one in everything() if outdated(one, what)] == []


def test_all_languages_and_all_kinds_of_files_are_read() -> None:
    read = {one.where for one in everything()}
    assert {"source", "nn", "en", "README.md", "start.html", "forms/municipalities/namsos.toml"} <= read


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("the name until 2021", "Fylkesmannen avgjør klagen."),
        ("a county governor without the name that is used", "The County Governor decides."),
        ("the word until June 2026", "Har hun samtykkekompetanse?"),
        ("the contact doctor's paragraph", "Koordinator: pasient- og brukerrettighetsloven § 2-5 a."),
        ("the contact doctor's paragraph", "the Patient and User Rights Act section 2-5 a and"),
        (
            "the regulation's name until 2022",
            "Forskrift om habilitering og rehabilitering, individuell plan og koordinator",
        ),
        ("the act until 2023", "Barnevernloven"),
        ("the general act's deadline", "Du har tre uker på deg."),
        ("the general act's deadline", "You have three weeks to appeal."),
        ("the former grades of a protected address", "kode 6"),
    ],
)
def test_what_is_outdated_is_found(what: str, text: str) -> None:
    assert outdated(Text("here", text), what)


@pytest.mark.parametrize(
    ("what", "text"),
    [
        (
            "a county governor without the name that is used",
            "Statsforvalteren, the County Governor, decides.",
        ),
        ("the contact doctor's paragraph", "§ 2-5 b"),
        ("the general act's deadline", "Saken tar 3–4 uker."),
        ("the general act's deadline", "Svarte NAV deg, har du tre uker."),
        ("the act until 2023", "barnevernsloven"),
    ],
)
def test_what_is_right_stays(what: str, text: str) -> None:
    assert not outdated(Text("here", text), what)
