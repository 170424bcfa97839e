"""What the papers on security name is there: tests, files, headings."""

import inspect
import re
from pathlib import Path

import pytest

from tests.unit.house.files import HOUSE
from tests.unit.house.node_ids import NODE, is_place, is_test
from wizard import access

DOCS = HOUSE / "docs"
PAPERS = [HOUSE / "SECURITY.md", *(DOCS / name for name in ("security.md", "threat-model.md", "data-map.md"))]
FILE = re.compile(r"\b(?:wizard|forms|docgen|tests|docs|templates)/[\w/.-]*\w")
LINK = re.compile(r"\]\(([\w./-]*)(#[\w-]+)?\)")
THREAT = re.compile(r"^\| ([STRIDE]) (.+?) \| (.+?) \| (.*)\|$", re.MULTILINE)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_test_and_file_that_is_named_is_there(paper: Path) -> None:
    text = paper.read_text(encoding="utf-8")
    assert [node for node in NODE.findall(text) if not is_test(node)] == []
    assert [name for name in FILE.findall(text) if not (HOUSE / name).exists()] == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_link_leads_somewhere(paper: Path) -> None:
    for target, anchor in LINK.findall(paper.read_text(encoding="utf-8")):
        there = (paper.parent / target).resolve() if target else paper
        assert there.is_file(), target
        if anchor:
            assert is_place(f"{there.relative_to(HOUSE)}{anchor}"), anchor


def test_every_threat_has_a_test_or_says_that_it_is_a_gap_or_the_deployments() -> None:
    threats = THREAT.findall((DOCS / "threat-model.md").read_text(encoding="utf-8"))
    assert len(threats) > 60
    bare = [what for _, what, measure, held in threats if not held.strip() and "**gap**" not in measure]
    assert bare == ["a slow reader holds a thread"], "what the proxy in front does is tested by nobody here"


def test_every_access_rule_is_in_the_table_and_none_that_is_gone() -> None:
    table = (
        (DOCS / "security.md").read_text(encoding="utf-8").partition("## Access")[2].partition("By field")[0]
    )
    told = {
        name
        for cell in re.findall(r"^\| (`.+?`) \|", table, re.MULTILINE)
        for name in re.findall(r"\w+", cell)
    }
    asked = ["tools", "visitor", "place"]
    rules = {
        name
        for name, found in inspect.getmembers(access, inspect.isfunction)
        if [word.strip("_") for word in inspect.signature(found).parameters] == asked and name[0] != "_"
    }
    assert told == rules


def test_the_check_itself_tells_what_is_not_there() -> None:
    own = "tests/unit/house/test_papers.py"
    assert is_test(f"{own}::test_every_link_leads_somewhere")
    assert not is_test(f"{own}::test_that_is_not_there")
    assert not is_test("tests/nowhere.py::test_every_link_leads_somewhere")
    assert is_place("docs/security.md#keys")
    assert not is_place("docs/security.md#nowhere")
    assert not is_place("docs/nowhere.md#keys")
