"""The guide has no dead end and no loop, and tells nothing of anybody in its addresses."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from forms.guide.forks import FORKS
from forms.guide.nodes import End, Fork, Node
from forms.guide.tree import came_from, ends, node, nodes, root
from forms.language import Language
from forms.law.references import TOPICS
from tests.unit.forms.guide.agreed import WORDS
from wizard.gallery import reading

TELLING = r"barn|syk|sjuk|døde|skade|demens|rus|psyk|klag|verge|vold"
"""What would say something of whoever reads, in an address or in the title that stands in a browser's history."""
ENDS = pytest.mark.parametrize("end", list(ends()), ids=lambda end: end.id)


def ways(found: Node, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every way from here to an end, as the ids that it passes."""
    assert found.id not in before, f"a loop: {before}"
    passed = (*before, found.id)
    if isinstance(found, End):
        yield passed
        return
    for answer in found.answers:
        yield from ways(node(answer.to), passed)


def texts(found: Node) -> Iterator[str]:
    yield found.title
    if isinstance(found, Fork):
        for answer in found.answers:
            yield answer.text
    else:
        yield from found.says


def reached_from(id_: str) -> set[str]:
    return {way[-1] for way in ways(node(id_))}


def test_every_node_is_reached_and_every_way_ends() -> None:
    passed = {id_ for way in ways(root()) for id_ in way}
    assert passed == {one.id for one in nodes()}
    assert len({one.id for one in nodes()}) == len(nodes())


def test_no_way_is_longer_than_five_questions() -> None:
    assert max(len(way) for way in ways(root())) <= 6


@pytest.mark.parametrize("one", nodes(), ids=lambda one: one.id)
def test_every_node_says_something_everywhere(one: Node) -> None:
    assert all(text.strip() for text in texts(one))
    assert len(list(texts(one))) >= 2


def test_a_question_has_answers_that_differ() -> None:
    for fork in FORKS:
        assert len({answer.text for answer in fork.answers}) == len(fork.answers) >= 2, fork.id


@ENDS
def test_every_end_leads_somewhere(end: End) -> None:
    assert end.journeys or end.doors or end.office or end.own_cases or end.anyway


@ENDS
def test_what_an_end_names_is_there(end: End) -> None:
    assert {*end.journeys, *end.anyway} <= WORDS.keys()
    assert set(end.topics) <= TOPICS.keys()


def test_an_address_and_a_title_tell_nothing_of_whoever_reads() -> None:
    for one in nodes():
        assert re.fullmatch(r"\d\d", one.id)
    assert [fork.title for fork in FORKS if re.search(TELLING, fork.title, re.IGNORECASE)] == []


def test_every_journey_is_what_some_end_leads_to_first() -> None:
    assert {end.journeys[0] for end in ends() if end.journeys} == WORDS.keys()


def test_whoever_complains_may_always_send_it_here() -> None:
    for id_ in reached_from("30"):
        found = node(id_)
        assert isinstance(found, End)
        assert {"appeal", "service_complaint"} & {*found.journeys, *found.anyway}, found.title


def test_all_five_kinds_of_complaint_are_told_apart() -> None:
    tracks = {end.track for end in ends() if end.id in reached_from("30")}
    assert {"A", "B", "C", "D", "E"} <= tracks


def test_a_complaint_on_the_municipalitys_answer_has_the_laws_deadline() -> None:
    assert {end.id for end in ends() if end.deadline} >= reached_from("33")
    for id_ in ("48", "49"):
        other = node(id_)
        assert isinstance(other, End)
        assert other.deadline is None, "NAV and barnevernet have deadlines of their own"


def test_only_numbers_that_everybody_may_call_are_named_and_an_unsure_one_says_so() -> None:
    said = " ".join(text for one in nodes() for text in texts(one))
    doors = {door.phone: door.remark for end in ends() for door in end.doors if door.phone}
    assert set(re.findall(r"\b\d{3,}\b", said)) <= {"113", "116117"}
    assert {phone for phone, remark in doors.items() if not remark} == {"113", "116117"}
    assert "Nummeret kan være endret." in doors.pop("40 50 16 00")
    assert len(doors) == 2


@pytest.mark.parametrize(
    ("id_", "law"),
    [
        ("48", ["forvaltningsloven kapittel VI", "forskrift om individuell plan § 11"]),
        ("49", ["barnevernsloven § 12-9", "forskrift om individuell plan § 11"]),
    ],
)
def test_a_complaint_that_goes_elsewhere_names_the_law_of_that_complaint(id_: str, law: list[str]) -> None:
    found = node(id_)
    assert isinstance(found, End)
    day = date(2026, 12, 1)
    assert [place.shown(Language()) for topic in found.topics for place in TOPICS[topic].on(day).value] == law
    there = [place.shown(reading("en")) for place in TOPICS["appeal_on_nav"].on(day).value]
    assert there[0].endswith("chapter VI")


def test_hospital_staff_are_told_where_theirs_goes() -> None:
    end = node("53")
    assert isinstance(end, End)
    assert [door.name for door in end.doors] == ["Koordinerende enhet ved helseforetaket"]
    assert end.topics == ("duty_to_notify",)
    places = TOPICS["duty_to_notify"].on(date(2026, 12, 1)).value
    assert [place.shown(Language()) for place in places] == ["helsepersonelloven § 38 a"]


def test_back_leads_to_the_question_before_and_where_several_lead_here_to_the_one_taken() -> None:
    assert came_from(root()) is None
    before = came_from(node("31"))
    assert before is not None
    assert before.id == "30"
    several = [came_from(node("50"), by) for by in ("20", "10", "", "x")]
    assert [fork and fork.id for fork in several] == ["20", "10", "10", "10"]


def test_whoever_wants_the_reasons_reads_which_law_and_gets_no_promise() -> None:
    end = node("37")
    assert isinstance(end, End)
    assert {"reasons", "administration_act", "appeal"} <= {*end.topics}
    said = " ".join(end.says)
    assert "Da kan du få ny frist" in said
    assert "Det er ikke sikkert for svar om koordinator eller plan." in said


def test_every_way_to_appeal_names_the_law_it_rests_on() -> None:
    without = [end.id for end in ends() if end.journeys[:1] == ("appeal",) and "appeal" not in end.topics]
    assert without == []
