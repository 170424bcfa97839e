"""To whom a complaint on the help goes, and what it is besides."""

from dataclasses import replace
from datetime import date

import pytest

from forms.document import content
from forms.walk import Walk
from tests.unit.forms.filling import first, walk_through
from tests.unit.forms.service_complaint.test_every_branch import OPEN, SERVICE_COMPLAINT

USUAL = {
    "submitter_role": "self",
    "address_protected": "no",
    "anonymous": "no",
    "harm": "no",
    "also_rights": "no",
}


def complained(**wanted: str) -> Walk:
    return walk_through(SERVICE_COMPLAINT, OPEN, first(USUAL | wanted))


def told(walk: Walk, slug: str) -> str:
    step = walk.step(slug)
    assert step
    return " ".join(step.told(walk.now))


@pytest.mark.parametrize(
    ("to", "conflict", "office"),
    [
        ("municipality", "no", "Tjenestekontoret"),
        ("coordinator", "no", "Koordinator: Varm Nes"),
        ("coordinator", "yes", "Tjenestekontoret"),
    ],
)
def test_a_complaint_on_the_coordinator_goes_to_the_municipality(to: str, conflict: str, office: str) -> None:
    walk = complained(send_to=to, conflict_with_coordinator=conflict, coordinator_name="Varm Nes")
    assert content(walk, "V-1").letterhead.office == office


@pytest.mark.parametrize(("answer", "marked"), [("yes", True), ("unsure", True), ("no", False)])
def test_what_may_be_a_right_is_told_and_marked(answer: str, marked: bool) -> None:  # noqa: FBT001 -- as above
    walk = complained(also_rights=answer)
    assert ("also_rights" in walk.marks) is marked
    assert ("Statsforvalteren" in told(walk, "recipient")) is marked
    assert ("er fristen fire uker" in told(walk, "recipient")) is marked
    facts = [fact.value for fact in content(walk, "V-1").facts]
    assert any("Statsforvalteren" in fact for fact in facts) is marked
    assert not [fact for fact in facts if "du " in fact.lower()], "the office reads it"


def test_who_chose_the_coordinator_reads_on_the_receipt_that_it_goes_there() -> None:
    def after(to: str, conflict: str = "no") -> str:
        walk = complained(send_to=to, conflict_with_coordinator=conflict)
        return " ".join(SERVICE_COMPLAINT.afterwards(walk.now))

    goes = "Klagen går til koordinatoren din."
    assert goes in after("coordinator")
    assert goes not in after("municipality")
    assert goes not in after("coordinator", "yes")


def test_grave_harm_has_a_way_of_its_own_and_this_one_stays_open() -> None:
    walk = complained(harm="yes")
    said = told(walk, "rights")
    for whom in (
        "Statsforvalteren i Vestfold og Telemark, statsforvalteren.no",
        "(Ukom), ukom.no",
        "113",
    ):
        assert whom in said
    assert "serious" in walk.marks
    assert walk.unsound() == ()
    before = replace(walk, situation=replace(walk.situation, today=date(2026, 6, 30)))
    assert "helsetilsyn" in told(before, "rights"), "until July 2026 they were told, by the law's own days"
    assert told(complained(), "rights") == ""


def test_whom_to_call_now_is_said_before_anything_is_asked_about_the_complaint() -> None:
    walk = complained()
    said = told(walk, "about")
    assert "Tjenestekontoret svarer på 33 17 10 00." in said
    assert "116117" in said
    slugs = [step.slug for step in walk.path]
    assert slugs.index("about") < slugs.index("happened") < slugs.index("harm")
    assert said in " ".join(walk.journey.afterwards(walk.now))


def test_nobody_is_anonymous_who_is_logged_in_and_the_open_ways_are_told() -> None:
    walk = complained()
    step = walk.step("recipient")
    assert step
    form = step.form(walk.now, None, {"send_to": "municipality", "anonymous": "yes"})
    assert not form.validate()
    assert [fault.anchor for fault in form.faults()] == ["anonymous"]
    said = told(walk, "recipient")
    assert "33 17 10 00" in said
    assert "Byskogveien 5" in said


def test_it_has_no_deadline_and_knows_nothing_more_when_it_comes() -> None:
    walk = complained()
    assert walk.journey.deadline(walk.now) is None
    assert "late" not in [step.slug for step in walk.path]


def test_points_say_what_is_wrong_and_what_shall_be_otherwise() -> None:
    walk = complained(
        what_happened="Ingen kom.", change_wanted="Noen kommer.", also_rights="yes", more_later="no"
    )
    assert list(walk.journey.points(walk.now)) == [
        "Jeg er misfornøyd med dette: Ingen kom.",
        "Jeg vil at dette skal endres: Noen kommer.",
        "Jeg mener at jeg ikke får det jeg har rett til.",
    ]


def test_the_words_themselves_stand_right_after_the_points() -> None:
    walk = complained(what_happened="Ord og ord. " * 200)
    assert "Jeg er misfornøyd med dette: Se hele svaret under." in list(walk.journey.points(walk.now))
    assert content(walk, "V-1").sections[0].title == "Det som skjedde"


def test_where_it_happened_is_not_asked_of_somebody_who_hides() -> None:
    names = {
        question.name
        for step in complained(address_protected="yes").path
        for question in step.form(complained(address_protected="yes").now).questions()
    }
    assert "where" not in names
    assert "when" in names


@pytest.mark.parametrize(
    ("role", "born", "said"),
    [
        ("self", "", "Jeg mener at jeg ikke får det jeg har rett til."),
        ("parent", "19851199708", "Jeg mener at barnet ikke får den hjelpen barnet har rett til."),
        ("verge", "30873649816", "Jeg mener at personen ikke får den hjelpen personen har rett til."),
        ("proxy", "30873649816", "Jeg mener at personen ikke får den hjelpen personen har rett til."),
        (
            "staff_assisting",
            "30873649816",
            "Jeg mener at personen ikke får den hjelpen personen har rett til.",
        ),
    ],
)
def test_whoever_writes_for_another_writes_of_them(role: str, born: str, said: str) -> None:
    walk = complained(
        also_rights="yes", submitter_role=role, subject_national_id=born, staff_assistance="yes"
    )
    points = list(walk.journey.points(walk.now))
    assert said in points
    assert (sum("jeg ikke får" in point for point in points) == 1) is (role == "self")
