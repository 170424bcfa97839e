from collections import Counter

import pytest
from pydantic import ValidationError

from tests.unit.house.asvs import PAPER, levels, read, wanted
from tests.unit.house.files import HOUSE
from tests.unit.house.node_ids import is_place, is_test

ASVS = read(PAPER.read_text(encoding="utf-8"))
SMALL = """
counted: {}
requirements: {"1.1.1": {what: decoded once, tests: [tests/a.py::test_a]}}
not_applicable: {"4.3": No GraphQL.}
"""


def test_the_standard_is_here_whole() -> None:
    assert Counter(levels().values()) == {1: 70, 2: 183, 3: 92}
    assert Counter(levels()[number] for number in wanted()) == {1: 70, 2: 183, 3: 33}


def test_every_requirement_stands_in_one_place_with_evidence_or_a_reason() -> None:
    assert ASVS.faults(wanted()) == []


def test_every_test_that_is_named_is_there() -> None:
    named = {test for one in ASVS.requirements.values() for test in one.tests}
    assert sorted(test for test in named if not is_test(test)) == []


def test_every_document_that_is_named_has_that_heading() -> None:
    named = {place for one in ASVS.requirements.values() for place in one.documents}
    assert sorted(place for place in named if not is_place(place)) == []


def test_what_is_met_and_what_is_not_is_counted() -> None:
    assert ASVS.states(wanted()) == ASVS.counted


def test_readme_tells_the_same_counts() -> None:
    told = "{met} are met, {partly} partly, {not_met} not, and {not_applicable} do not apply".format(
        **ASVS.counted
    )
    assert told in (HOUSE / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (SMALL, ""),
        (SMALL.replace("1.1.1", "1.1.9"), "1.1.9 is not asked for"),
        (SMALL.replace("1.1.1", "1.1.9"), "1.1.1 is nowhere"),
        (SMALL.replace(", tests: [tests/a.py::test_a]", ""), "1.1.1 has neither test nor document"),
        (
            SMALL.replace("tests: [tests/a.py::test_a]", "gap: 'Not before later.'"),
            "1.1.1 has neither test nor document",
        ),
        (SMALL.replace("tests:", "met: false, tests:"), "1.1.1 is not met and does not say why"),
        (SMALL.replace("4.3", "4.4"), "4.3.1 is nowhere"),
        (SMALL.replace("4.3", "4.4"), "4.4 applies to nothing"),
        (SMALL.replace("4.3", "1.1.1"), "1.1.1 is in two places"),
    ],
)
def test_the_check_itself_bites(text: str, fault: str) -> None:
    found = read(text).faults({"1.1.1", "4.3.1"})
    assert fault in found if fault else found == []


@pytest.mark.parametrize(
    "text",
    [
        SMALL.replace("tests:", "test:"),
        SMALL.replace("[tests/a.py::test_a]", "[]"),
        SMALL.replace("tests: [tests/a.py::test_a]", "gap: later"),
        SMALL.replace("tests:", "met: true, tests:"),
    ],
)
def test_what_is_no_such_paper_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        read(text)


def test_an_id_that_is_there_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        read(SMALL.replace("{what: decoded once", "{what: decoded once, what: decoded twice"))
