"""For whom a case is, as it stands in one's own list."""

from typing import Any

import pytest

from forms.walk import Walk
from tests.unit.forms.coordination.walking import COORDINATION
from tests.unit.forms.invented import HERE

CHILD = {"subject_given_name": "Rask", "subject_family_name": "Havgløtt"}


@pytest.mark.parametrize(
    ("answers", "about"),
    [
        ({}, ""),
        ({"role": {"submitter_role": "self"}}, "For deg"),
        ({"role": {"submitter_role": "parent"}}, ""),
        ({"role": {"submitter_role": "parent"}, "subject": CHILD}, "For Rask"),
        (
            {"role": {"submitter_role": "parent"}, "subject": {"subject_no_id": "expected_child"}},
            "For et barn som ikke er født ennå",
        ),
        ({"role": {"submitter_role": "self"}, "subject": CHILD}, "For deg"),
    ],
)
def test_it_is_told_by_first_name_and_never_guessed(answers: dict[str, Any], about: str) -> None:
    walk = Walk(COORDINATION, HERE.with_answers(answers))
    assert COORDINATION.about(walk.now) == about
