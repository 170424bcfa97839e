"""One thing has one name, in English too: the glossary's (domain.md, section 8)."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
from babel.messages.extract import extract_from_file

from forms.guide.nodes import End
from forms.guide.tree import ends
from tests.unit.house.files import HOUSE, tracked
from tests.unit.test_catalogues import catalogue

NAMES: Mapping[str, str] = {
    r"(?<!frem)(?<!fremtids)(?<!verge)fullmakt(?!\w*skjema)": r"powers? of attorney|prox(?:y|ies)",
    r"vergefullmakt": r"guardian’s mandate",
    r"fremtidsfullmakt": r"lasting power of attorney",
    r"vergebevis": r"guardianship certificate",
    r"\bverge(?:n|r)?\b": r"guardian",
    r"barnekoordinator": r"child coordinator",
    r"individuell plan": r"individual plan",
    r"avlastning": r"respite care",
    r"støttekontakt": r"support contact",
    r"oppfølgingsteam": r"follow-up team",
    r"foreldreansvar": r"parental responsibility",
    r"begrunnelse": r"reasons",
    r"Statsforvalter": r"Statsforvalter|%\(governor\)s",
    r"(?<!vern)ombudet": r"ombud\b",
    r"saksnummer": r"case number",
    r"tilbakekall|trekk\w* fullmakten": r"revo|withdraw",
}
"""What stands in a source text, and what then stands in its English."""

OTHER_NAMES = (
    r"authori[sz]ation",
    r"proof of guardianship|guardianship (?:paper|document)",
    r"letter of attorney|\bmandatary|\battorney-in-fact",
    r"ombudsman|ombudsperson",
    r"support (?:person|worker)",
    r"(?:individual )?care plan",
    r"children['’]s coordinator",
    r"complaints? (?:about|on|against) (?:an|the) answer",
    r"(?:day|deadline|weeks) to complain",
    r"\bgrievance",
)
"""What is called otherwise here."""


@cache
def english() -> Mapping[str, str]:
    return {str(message.id): str(message.string) for message in catalogue("en") if message.id}


def of_files(*folders: str) -> Iterator[str]:
    """The English of all texts that stand in the code of those folders."""
    keywords = {"N_": None, "text": None}
    for path in tracked(".py"):
        if path.relative_to(HOUSE).as_posix().startswith(folders):
            for _, message, *_ in extract_from_file("python", path, keywords=keywords):
                yield english()[str(message)]


def _of_data(found: Any) -> Iterator[str]:
    if isinstance(found, dict):
        if isinstance(found.get("en"), str):
            yield found["en"]
        for one in found.values():
            yield from _of_data(one)
    elif isinstance(found, list):
        for one in found:
            yield from _of_data(one)


def everything() -> Iterator[str]:
    yield from english().values()
    for path in tracked(".toml"):
        if path.relative_to(HOUSE).parts[0] in {"forms", "wizard"}:
            yield from _of_data(tomllib.loads(path.read_text("utf-8")))


@pytest.mark.parametrize("norwegian", NAMES)
def test_what_has_a_name_is_called_by_it(norwegian: str) -> None:
    named = {
        text: said
        for text, said in english().items()
        if re.search(norwegian, text, re.IGNORECASE) and not re.search(NAMES[norwegian], said, re.IGNORECASE)
    }
    assert named == {}
    assert any(re.search(norwegian, text, re.IGNORECASE) for text in english()), "the texts speak of it"


@pytest.mark.parametrize("other", OTHER_NAMES)
def test_nothing_has_another_name(other: str) -> None:
    assert [text for text in everything() if re.search(other, text, re.IGNORECASE)] == []


def test_whoever_disagrees_with_an_answer_appeals() -> None:
    texts = list(of_files("forms/journeys/appeal/", "forms/law/"))
    assert any("appeal" in text for text in texts)
    assert [text for text in texts if re.search("complain", text, re.IGNORECASE)] == []


def test_whoever_is_dissatisfied_with_the_help_complains() -> None:
    texts = list(of_files("forms/journeys/service_complaint/"))
    assert any("complain" in text for text in texts)
    assert [text for text in texts if re.search("appeal", text, re.IGNORECASE)] == []


def test_the_guide_leads_to_an_appeal_in_its_words() -> None:
    texts = [english()[text] for end in ends() if _appeals(end) for text in (end.title, *end.says)]
    assert len(texts) > 20
    assert [text for text in texts if re.search("complain", text, re.IGNORECASE)] == []


def _appeals(end: End) -> bool:
    return [*end.journeys, *end.anyway][:1] == ["appeal"]


@pytest.mark.parametrize(
    "text",
    [
        "You must have a written authorization.",
        "Complaint about an answer on health and care services",
        "Last day to complain",
        "Attach proof of guardianship.",
    ],
)
def test_another_name_is_found(text: str) -> None:
    assert any(re.search(other, text, re.IGNORECASE) for other in OTHER_NAMES)
