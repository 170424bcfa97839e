"""Whether it is about a child: asked where a number cannot be right, or cannot tell."""

from typing import Any

import pytest

from forms.blocks.circumstances import about_child, possible_ages
from forms.blocks.subject import SubjectForm
from forms.language import Language
from forms.situation import Situation
from tests.unit.forms.coordination.walking import offered, walked
from tests.unit.forms.invented import HERE

ADULT, CHILD, YOUNG_ADULT = "30873649816", "17882099989", "08820999828"
NAMES = {"subject_given_name": "Glad", "subject_family_name": "Sommerregn"}
NUMBER = {"subject_no_id": "has_number", **NAMES}


def acting(role: str) -> Situation:
    return HERE.with_answers({"role": {"submitter_role": role}})


def subject(role: str, **saved: Any) -> SubjectForm:
    return SubjectForm(acting(role), None, {**NUMBER, **saved})


def faults(form: SubjectForm) -> list[str]:
    form.validate()
    return [fault.anchor for fault in form.faults()]


def test_a_parent_with_a_grown_ups_number_is_asked_if_it_is_right_and_may_say_yes() -> None:
    assert faults(subject("parent", subject_national_id=ADULT)) == ["subject_of_age"]
    assert faults(subject("parent", subject_national_id=ADULT, subject_of_age=True)) == []


def test_a_parent_with_a_grown_ups_birth_date_is_asked_too() -> None:
    born = {"subject_no_id": "no_number", "subject_birth_date": "1990-05-03"}
    assert faults(subject("parent", **born)) == ["subject_of_age"]
    assert faults(subject("parent", **born | {"subject_birth_date": "2020-05-03"})) == []


@pytest.mark.parametrize("number", [CHILD, YOUNG_ADULT])
def test_a_parent_of_a_child_is_asked_for_nothing_more(number: str) -> None:
    assert faults(subject("parent", subject_national_id=number)) == []


def test_who_may_act_for_old_and_young_says_which_of_two_ages_a_number_means() -> None:
    form = subject("nearest_relative", subject_national_id=CHILD)
    assert faults(form) == ["subject_age"]
    assert [form.say(option.label) for option in form.subject_age.choices] == ["6 år", "106 år"]
    told = subject("nearest_relative", subject_national_id=CHILD, subject_age="younger")
    assert faults(told) == []
    assert told.subject_age.shown(Language()) == "6 år"


@pytest.mark.parametrize("number", [ADULT, "12345678901", "ikke et nummer", ""])
def test_a_number_that_leaves_no_doubt_or_is_none_is_not_asked_about(number: str) -> None:
    assert {"subject_age", "subject_of_age"} & set(
        faults(subject("nearest_relative", subject_national_id=number))
    ) == set()


@pytest.mark.parametrize(("age", "years", "child"), [("younger", (6,), True), ("older", (106,), False)])
def test_the_age_that_was_told_counts_from_then_on(age: str, years: tuple[int, ...], *, child: bool) -> None:
    walk = walked(HERE, submitter_role="nearest_relative", subject_national_id=CHILD, subject_age=age)
    assert possible_ages(walk.now) == years
    assert about_child(walk.now) is child
    assert ("child_coordinator" in offered(walk, "request", "request_types")) is child
