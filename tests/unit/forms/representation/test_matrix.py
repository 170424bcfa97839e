"""The matrix of representation: a row for everything that can be answered, and a page made from it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, reduce
from itertools import product
from pathlib import Path

import pytest

from forms.acting import ROLES, role
from forms.blocks.circumstances import EXPECTED, PARENTS_DECIDE_TO, possible_ages
from forms.fields.choice import Choice
from forms.journeys.registry import journey
from forms.law.references import TOPICS
from forms.municipality import municipality
from forms.representation.matrix import MATRIX, row
from forms.representation.page import page
from forms.representation.row import PARTS, Row
from forms.representation.told import standing
from forms.situation import Person, Situation
from forms.walk import Walk
from tests.unit.forms.coordination.walking import walked
from tests.unit.forms.filling import first, walk_through
from tests.unit.forms.invented import HERE, RASK

SIX, FIFTEEN, SEVENTEEN, NINETY = "17882099989", "19851199708", "08820999828", "30873649816"
PAGE = Path("docs/representation.md")
ROWS = [pytest.param(one, id=one.key) for one in MATRIX]


def key(walk: Walk) -> str:
    found = row(walk.now)
    return found.key if found else ""


@pytest.mark.parametrize(
    ("role", "number", "right", "other_parent", "expected"),
    [
        ("parent", SIX, "", "not_informed", "parent_0_11"),
        ("parent", SIX, "", "agrees", "parents_0_11"),
        ("parent", FIFTEEN, "", "sole", "parent_12_15"),
        ("parent", FIFTEEN, "", "agrees", "parents_12_15"),
        ("parent", SEVENTEEN, "", "", "parent_16_17"),
        ("parent", EXPECTED, "", "", "parent_of_expected"),
        ("parent", SIX, "none", "", "parent_without_responsibility"),
        ("parent", NINETY, "none", "", "relative"),
        ("verge", SIX, "", "", "guardian_of_child"),
        ("verge", FIFTEEN, "", "", "guardian_of_child_12_15"),
        ("verge", SEVENTEEN, "", "", "guardian_of_young_person"),
        ("verge", NINETY, "", "", "guardian"),
        ("proxy", SIX, "", "", "proxy_for_parents"),
        ("proxy", FIFTEEN, "lawyer", "", "proxy_for_parents"),
        ("proxy", SEVENTEEN, "", "", "proxy"),
        ("future_proxy", SIX, "", "", "lasting_power_of_child"),
        ("future_proxy", SEVENTEEN, "", "", "lasting_power_of_young_person"),
        ("health_worker", SIX, "none", "", "health_worker_0_11"),
        ("health_worker", FIFTEEN, "none", "", "health_worker_12_15"),
        ("health_worker", SEVENTEEN, "none", "", "health_worker"),
        ("staff_assisting", EXPECTED, "", "", "staff_assisting_of_expected"),
        ("child_welfare", FIFTEEN, "none", "", "child_welfare_asks_12_15"),
        ("child_welfare", SEVENTEEN, "none", "", "child_welfare_asks"),
        ("proxy", NINETY, "", "", "proxy"),
        ("proxy", NINETY, "lawyer", "", "lawyer"),
        ("future_proxy", NINETY, "", "", "lasting_power"),
        ("nearest_relative", NINETY, "none", "", "relative"),
        ("nearest_relative", SIX, "none", "", "relative_of_child"),
        ("nearest_relative", SEVENTEEN, "none", "", "relative_of_young_person"),
        ("child_welfare", SIX, "", "", "child_welfare_0_15"),
        ("child_welfare", SEVENTEEN, "", "", "child_welfare_16_17"),
        ("child_welfare", EXPECTED, "", "", "child_welfare_of_expected"),
        ("child_welfare", SIX, "none", "", "child_welfare_asks_0_11"),
        ("health_worker", NINETY, "none", "", "health_worker"),
        ("partner", SIX, "none", "", "partner_0_11"),
        ("staff_assisting", NINETY, "", "", "staff_assisting"),
        ("self", NINETY, "", "", "self"),
    ],
)
def test_what_is_answered_decides_the_row(
    role: str, number: str, right: str, other_parent: str, expected: str
) -> None:
    told = {"submitter_role": role, "subject_national_id": number}
    if number == EXPECTED:
        told["subject_no_id"] = EXPECTED
    told |= {"rep_authority": right} if right else {}
    told |= {"other_parent": other_parent} if other_parent else {}
    assert key(walked(HERE, **told)) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [(RASK.national_id, "child_12_15"), (SEVENTEEN, "young_person"), (SIX, "child_under_12")],
)
def test_a_young_writer_has_a_row_of_their_own(number: str, expected: str) -> None:
    writer = replace(HERE, submitter=Person("Rask Elveblest", number))
    assert key(walked(writer, submitter_role="self", subject_age="younger")) == expected


@cache
def every_representation() -> tuple[Walk, ...]:
    """Each role with every authority and person that goes with it, where it is asked for and where it is not."""
    return tuple(walk for slug in ASKED_IN for walk in _representations(slug))


ASKED_IN = ("coordination", "notification", "consent_withdrawal")


def _representations(slug: str) -> Iterator[Walk]:
    here = replace(HERE, municipality=municipality("namsos"))
    for who, number in product(ROLES, (SIX, FIFTEEN, SEVENTEEN, NINETY)):
        usual = {"submitter_role": who, "subject_national_id": number, "subject_age_group": _group(number)}
        walk = walk_through(journey(slug), here, first(usual))
        yield walk
        step = walk.step("representative")
        question = walk.form(step)["rep_authority"] if step else None
        for option in question.choices if isinstance(question, Choice) else ():
            yield walk_through(journey(slug), here, first(usual | {"rep_authority": option.value}))


def _group(number: str) -> str:
    return {SIX: "under_12", FIFTEEN: "from_12", SEVENTEEN: "from_16", NINETY: "grown_up"}[number]


def test_whatever_is_answered_there_is_a_row() -> None:
    without = {
        (
            walk.journey.slug,
            walk.now.answer("role", "submitter_role"),
            walk.now.answer("representative", "rep_authority"),
        )
        for walk in every_representation()
        if role(walk.now) and row(walk.now) is None
    }
    assert without == set()


@pytest.mark.parametrize("one", ROWS)
def test_a_row_is_sound_in_itself(one: Row) -> None:
    assert set(one.roles) <= ROLES.keys()
    for parts in (one.consents, one.signs, one.may_sign, one.letters):
        assert set(parts) <= PARTS.keys()
    assert one.consents
    assert one.signs
    assert one.letters
    assert not set(one.signs) & set(one.may_sign)
    assert set(one.law) <= TOPICS.keys()
    assert one.law
    for switch in one.differs:
        reduce(getattr, switch.split("."), HERE.municipality)


def test_no_two_rows_are_called_alike() -> None:
    assert len({one.key for one in MATRIX}) == len(MATRIX)
    assert len({one.who for one in MATRIX}) == len(MATRIX)


def test_staff_never_sign_and_nobody_signs_who_is_not_there() -> None:
    assert all("submitter" not in one.signs for one in MATRIX if "staff_assisting" in one.roles)
    assert all("other_parent" in one.may_sign for one in MATRIX if one.both_parents)


def turning_sixteen(today: date) -> Situation:
    """Of somebody who turns 16 on 19 May 2027."""
    return replace(HERE, submitter=RASK, today=today)


def test_ages_are_counted_on_the_day_itself() -> None:
    birthday = date(2027, 5, 19)
    before = walked(turning_sixteen(birthday - timedelta(days=1)), submitter_role="self")
    assert key(before) == "child_12_15"
    on_the_day = replace(before, situation=replace(before.situation, today=birthday))
    assert key(on_the_day) == "young_person"
    assert "young" in {step.slug for step in before.path}
    assert "young" not in {step.slug for step in on_the_day.path}


def test_a_leap_day_child_is_older_on_the_first_of_march() -> None:
    born = {"subject_no_id": "no_number", "subject_birth_date": "2012-02-29", "submitter_role": "parent"}
    for day, expected in ((date(2027, 2, 28), 14), (date(2027, 3, 1), 15), (date(2028, 2, 29), 16)):
        walk = walked(replace(HERE, today=day), **born, other_parent="sole")
        assert possible_ages(walk.now) == (expected,)
        assert key(walk) == ("parent_16_17" if expected >= PARENTS_DECIDE_TO else "parent_12_15")


def test_who_is_of_age_and_writes_alone_is_told_nothing_of_it() -> None:
    assert standing(walked(HERE, submitter_role="self").now) is None


def test_what_is_told_is_finished_text() -> None:
    for walk in every_representation():
        told = standing(walk.now)
        if told:
            said = [*told.warnings, *(value for _, value in told.rows), *told.law]
            assert not [text for text in said if "%(" in text or not text]


def test_the_page_is_made_from_the_table() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(date(2026, 11, 26))


def test_relatives_say_yes_only_where_the_municipality_lets_them() -> None:
    told = {"submitter_role": "nearest_relative", "subject_national_id": NINETY, "rep_authority": "none"}
    for place, expected in (("namsos", "relative_accepted"), ("larvik", "relative")):
        walk = walked(replace(HERE, municipality=municipality(place)), **told)
        assert key(walk) == expected
    assert [one.consents for one in MATRIX if one.key == "relative"] == [("subject",)]


def test_a_guardian_of_economy_alone_neither_says_yes_nor_gets_letters() -> None:
    told = {"submitter_role": "verge", "subject_national_id": NINETY}
    found = row(walked(HERE, **told, guardian_scope="economy").now)
    assert found
    assert (found.key, found.consents, found.letters) == ("guardian_of_economy", ("subject",), ("subject",))


@pytest.mark.parametrize("one", ROWS)
def test_from_sixteen_nobody_else_says_yes_and_until_then_no_child_alone(one: Row) -> None:
    """Pasient- og brukerrettighetsloven paragraphs 4-3 and 4-4."""
    if one.ages and one.ages.stop <= PARENTS_DECIDE_TO:
        assert one.consents != ("subject",)
    if one.ages and one.ages.start == PARENTS_DECIDE_TO:
        assert one.consents == ("subject",)
