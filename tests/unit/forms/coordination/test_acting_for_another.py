"""What somebody who fills in for another is asked of themselves: nothing that was told already."""

import pytest

from forms.document import content
from forms.fields.choice import Choice
from forms.walk import Walk
from tests.unit.forms.coordination.walking import offered, walked
from tests.unit.forms.invented import HERE

ADULT, CHILD = "30873649816", "17882099989"


def as_told(walk: Walk, name: str) -> str | None:
    """What the role has said already; None where it is asked."""
    step = walk.step("representative")
    assert step
    question = walk.form(step)[name]
    assert isinstance(question, Choice)
    return question.data if question.settled else None


@pytest.mark.parametrize(
    ("role", "relation", "authority"),
    [
        ("parent", "parent", None),
        ("verge", None, "guardianship"),
        ("proxy", None, None),
        ("future_proxy", None, "lasting_power_of_attorney"),
        ("nearest_relative", None, None),
        ("child_welfare", "professional", None),
        ("health_worker", "professional", None),
        ("partner", "professional", None),
    ],
)
def test_what_the_role_has_said_is_not_asked_again(
    role: str, relation: str | None, authority: str | None
) -> None:
    walk = walked(HERE, submitter_role=role, subject_national_id=CHILD)
    assert as_told(walk, "rep_relation") == relation
    assert as_told(walk, "rep_authority") == authority


def test_what_is_not_asked_again_stands_in_the_document() -> None:
    walk = walked(HERE, submitter_role="parent", subject_national_id=CHILD)
    rows = [(one.question, one.answer) for part in content(walk, "V-1").sections for one in part.answers]
    assert ("Hva er du for barnet?", "Forelder") in rows


def test_a_child_has_neither_spouse_nor_children() -> None:
    walk = walked(HERE, submitter_role="nearest_relative", subject_national_id=CHILD)
    assert not {"spouse", "child"} & offered(walk, "representative", "rep_relation")
    grown_up = walked(HERE, submitter_role="nearest_relative", subject_national_id=ADULT)
    assert {"spouse", "child"} <= offered(grown_up, "representative", "rep_relation")


def test_a_parent_of_a_grown_up_has_no_parental_responsibility_left() -> None:
    right = "parental_responsibility"
    child = walked(HERE, submitter_role="parent", subject_national_id=CHILD)
    assert right in offered(child, "representative", "rep_authority")
    grown_up = walked(HERE, submitter_role="parent", subject_national_id=ADULT)
    assert right not in offered(grown_up, "representative", "rep_authority")
