"""Whoever fills in, every page speaks of the right one: you, the person, the child or the family."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from forms.fields.choice import Choice
from forms.fields.rows import Rows
from forms.language import Code
from forms.question import Question
from forms.walk import Walk
from tests.unit.forms.coordination.walking import asked, offered, slugs, walked
from tests.unit.forms.invented import HERE
from wizard.gallery import reading

ADULT, CHILD = "30873649816", "17882099989"
SPOUSE = {"submitter_role": "nearest_relative", "subject_national_id": ADULT, "rep_authority": "none"}
PARENT = {"submitter_role": "parent", "subject_national_id": CHILD, "request_types": "child_coordinator"}
EXPECTING = {**PARENT, "subject_no_id": "expected_child"}
STAFF = {"submitter_role": "staff_assisting", "staff_assistance": "yes", "subject_national_id": ADULT}
NOT_OF_ANYBODY = {"role", "coordinator"}
"""Here everybody reads of every role, and of the person who is wished for."""


def said(walk: Walk) -> Iterator[str]:
    """Every text of the walk's questions as it is read."""
    for step in walk.path:
        if step.slug not in NOT_OF_ANYBODY:
            for question in walk.form(step):
                yield from texts(question)


def texts(question: Question) -> Iterator[str]:
    yield from map(question.say, (question.label.text, question.description, question.missing))
    if isinstance(question, Choice):
        for option in question.choices:
            yield from (question.say(option.label), question.say(option.hint))
    if isinstance(question, Rows):
        for one in question._blank:  # noqa: SLF001 -- the questions that a row asks
            yield from texts(one)


@pytest.mark.parametrize(
    ("wanted", "never"),
    [
        ({}, "personen|barnet|familien"),
        (SPOUSE, "barnet"),
        (STAFF, "barnet"),
        (PARENT, "personen"),
        (EXPECTING, "personen"),
        ({**PARENT, "submitter_role": "child_welfare"}, "personen"),
    ],
)
def test_nobody_is_called_by_a_word_that_is_not_theirs(wanted: dict[str, str], never: str) -> None:
    walk = walked(HERE, **wanted)
    assert [text for text in said(walk) if re.search(rf"\b(?:{never})\b", text)] == []


@pytest.mark.parametrize(
    ("wanted", "code", "label"),
    [
        ({}, "nb", "Hva trenger du hjelp til?"),
        (SPOUSE, "nb", "Hva trenger personen hjelp til?"),
        (PARENT, "nb", "Hva trenger barnet hjelp til?"),
        (EXPECTING, "nb", "Hva trenger familien hjelp til?"),
        (PARENT, "nn", "Kva treng barnet hjelp til?"),
        (EXPECTING, "en", "What does the family need help with?"),
    ],
)
def test_one_question_reads_right_for_everybody(wanted: dict[str, str], code: Code, label: str) -> None:
    walk = walked(replace(HERE, language=reading(code)), **wanted)
    need = walk.step("need")
    assert need
    assert walk.rows(need)[0].label == label


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_no_place_is_left_open_in_a_text(code: Code) -> None:
    for wanted in ({}, SPOUSE, STAFF, PARENT, EXPECTING):
        assert "%" not in " ".join(said(walked(replace(HERE, language=reading(code)), **wanted)))


@pytest.mark.parametrize(
    ("wanted", "label"),
    [
        ({}, "Har du sperret adresse?"),
        (SPOUSE, "Har du eller personen sperret adresse?"),
        (PARENT, "Har du eller barnet sperret adresse?"),
        (STAFF, "Har personen sperret adresse?"),
    ],
)
def test_only_those_are_asked_about_whose_address_may_be_protected(
    wanted: dict[str, str], label: str
) -> None:
    walk = walked(HERE, **wanted)
    step = walk.step("address-protection")
    assert step
    assert walk.rows(step)[0].label == label


def test_a_child_is_offered_the_homes_of_children_and_a_grown_up_those_of_grown_ups() -> None:
    assert {"two_homes", "foster_home"} <= offered(walked(HERE, **PARENT), "home", "living")
    assert "alone" not in offered(walked(HERE, **PARENT), "home", "living")
    for wanted in ({}, SPOUSE, STAFF):
        assert {"alone", "care_home"} <= offered(walked(HERE, **wanted), "home", "living")
        assert "foster_home" not in offered(walked(HERE, **wanted), "home", "living")


def test_a_child_not_born_yet_has_neither_home_nor_doctor_nor_phone() -> None:
    walk = walked(HERE, **EXPECTING)
    assert "gp" not in slugs(walk)
    assert not {"living", "subject_phone", "subject_email"} & asked(walk)


def test_a_childs_parent_gives_a_phone_once() -> None:
    assert "subject_phone" not in asked(walked(HERE, **PARENT))
    assert "subject_phone" in asked(walked(HERE, **{**PARENT, "submitter_role": "partner"}))
