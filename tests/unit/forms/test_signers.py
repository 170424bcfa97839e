"""Who signs beside the author: by role, by age on the day, and never where the other parent must not be reached."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from forms.journeys.coordination.journey import COORDINATION
from forms.journeys.registry import samples
from forms.signers import Signer, mistaken, signers
from forms.situation import Person, Situation
from forms.walk import Walk
from tests.unit.forms.invented import HERE

TODAY = date(2026, 12, 1)
CHILD, FIFTEEN, SIXTEEN, ADULT = "17882099989", "19851199708", "12841089004", "02894149976"


def asked(number: str, role: str = "parent", today: date = TODAY, **steps: dict[str, Any]) -> Situation:
    """What is answered about that person, by somebody in that role."""
    sample = next(one for one in samples("coordination") if one.name == "child")
    answers: dict[str, Any] = {slug: dict(given) for slug, given in sample.answers.items()}
    answers["role"]["submitter_role"] = role
    answers["subject"]["subject_national_id"] = number
    answers["other-parent"] = {"other_parent": "agrees"}
    for slug, changed in steps.items():
        answers[slug.replace("_", "-")] |= changed
    return Walk(COORDINATION, replace(HERE, submitter=sample.submitter, today=today, answers=answers)).now


def found(situation: Situation) -> list[tuple[str, bool]]:
    return [(one.capacity, one.required) for one in signers(situation)]


def test_by_age() -> None:
    assert found(asked(CHILD)) == [("second_parent", False)]
    assert found(asked(FIFTEEN)) == [("second_parent", False), ("young_person", False)]
    assert found(asked(SIXTEEN, representative={"rep_authority": "none"})) == [("young_person", True)]
    without_right = asked(ADULT, "nearest_relative", representative={"rep_authority": "none"})
    assert found(without_right) == [("applicant", False)]


def test_from_the_birthday_on_it_is_the_young_person_who_must() -> None:
    before, birthday = date(2027, 5, 18), date(2027, 5, 19)
    assert found(asked(FIFTEEN, today=before))[-1] == ("young_person", False)
    assert found(asked(FIFTEEN, today=birthday)) == [("young_person", True)]


@pytest.mark.parametrize("told", ["informed", "not_informed", "sole", "no_contact"])
def test_the_other_parent_is_asked_only_where_they_agree(told: str) -> None:
    assert found(asked(CHILD, other_parent={"other_parent": told})) == []


@pytest.mark.parametrize(
    ("role", "number", "right", "asks"),
    [
        ("verge", ADULT, "guardianship", [("applicant", False)]),
        ("verge", FIFTEEN, "guardianship", [("young_person", False)]),
        ("child_welfare", SIXTEEN, "child_welfare", [("young_person", False)]),
        ("child_welfare", FIFTEEN, "child_welfare", []),
        ("future_proxy", ADULT, "lasting_power_of_attorney", []),
        ("proxy", ADULT, "lawyer", []),
        ("verge", "17882099989", "guardianship", []),
        ("proxy", FIFTEEN, "power_of_attorney", []),
        ("verge", SIXTEEN, "guardianship", [("young_person", True)]),
        ("nearest_relative", SIXTEEN, "none", [("young_person", True)]),
    ],
)
def test_it_is_the_matrix_that_says_who_is_asked(
    role: str, number: str, right: str, asks: list[tuple[str, bool]]
) -> None:
    assert found(asked(number, role, representative={"rep_authority": right})) == asks


@pytest.mark.parametrize("role", ["self", "health_worker", "partner", "staff_assisting"])
def test_nobody_else_signs_what_is_told_at_work_or_by_oneself(role: str) -> None:
    assert found(asked(ADULT, role)) == []


def test_whoever_has_the_young_persons_authorization_need_not_wait_for_them() -> None:
    with_right = asked(SIXTEEN, "proxy", representative={"rep_authority": "power_of_attorney"})
    assert found(with_right) == [("young_person", False)]


def test_what_tells_of_a_protected_address_is_shown_to_nobody_from_here() -> None:
    hidden = {"address_protected": "yes", "safe_contact": "attendance"}
    assert signers(asked(CHILD, address_protection=hidden)) == ()
    needed = asked(SIXTEEN, address_protection=hidden, representative={"rep_authority": "none"})
    assert [(one.capacity, one.asked_here) for one in signers(needed)] == [("young_person", False)]


def test_a_journey_that_one_person_signs_alone_asks_nobody() -> None:
    assert signers(replace(asked(CHILD), others_sign=False)) == ()


def test_each_comes_with_its_paragraph() -> None:
    (one,) = signers(asked(CHILD))
    assert isinstance(one, Signer)
    assert one.law.shown(HERE.language) == "pasient- og brukerrettighetsloven § 4-4"


def test_whoever_it_cannot_be_is_told_why() -> None:
    situation = asked(CHILD)
    own = Person("x", situation.submitter.national_id)
    assert "ditt eget nummer" in mistaken(situation, "second_parent", own)
    assert "nummeret til barnet" in mistaken(situation, "second_parent", Person("x", CHILD))
    assert mistaken(situation, "second_parent", Person("x", ADULT)) == ""
    born = asked(
        ADULT, "nearest_relative", subject={"subject_no_id": "no_number", "subject_birth_date": "1941-09-02"}
    )
    assert "fødselsdatoen" in mistaken(born, "applicant", Person("x", FIFTEEN))
