import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.blocks.circumstances import BORN, EXPECTED, MAY_EXPECT_CHILD
from forms.blocks.submitter import ROLES
from forms.document import content
from forms.municipality import municipalities
from forms.question import Question
from tests.unit.forms.branches import Branch, drawn
from tests.unit.forms.care_services.walking import ADULT, CARE_SERVICES, CHILD, FIFTEEN, at, names, walked
from tests.unit.forms.filling import walk_through
from tests.unit.forms.whole import assert_whole

PLACES = ("subject_address", "rep_address", "gp", "living", "living_text", "coordinator_wish_workplace")


def branches() -> list[Branch]:
    roles = [role[0] for role in ROLES]
    every = itertools.product(roles, ("no", "yes"), (*BORN, EXPECTED), (ADULT, CHILD, FIFTEEN))
    return [
        (role, protected, kind, number)
        for role, protected, kind, number in every
        if (kind != EXPECTED or role in MAY_EXPECT_CHILD)
        and (number == ADULT or kind == "has_number")
        and (role != "self" or (kind == "has_number" and number == ADULT))
    ]


@pytest.mark.parametrize(("number", "place"), [*enumerate(municipalities())])
def test_every_branch_ends_in_content_with_all_that_was_asked(number: int, place: str) -> None:
    """Each in one municipality; ``make soak`` tries them in all."""
    whole(place, branches()[number :: len(municipalities())])


def whole(place: str, taken: Sequence[Branch]) -> None:
    for role, protected, kind, number in taken:
        walk = walked(
            place,
            submitter_role=role,
            staff_assistance="yes",
            address_protected=protected,
            subject_no_id=kind,
            subject_national_id=number,
            services_wanted="home_nursing other",
        )
        assert_whole(walk, content(walk, "V-1"))
        assert not (protected == "yes" and names(walk) & set(PLACES))
        assert names(walk) & {"subject_address", "safe_contact"}
        assert "request_types" in names(walk)


@given(st.data())
def test_whatever_is_chosen_the_form_comes_to_its_end(data: st.DataObject) -> None:
    def pick(question: Question, values: list[str]) -> str:
        if question.name == "staff_assistance":
            return "yes"
        return drawn(data, question, values)

    place = data.draw(st.sampled_from(sorted(municipalities())))
    walk = walk_through(CARE_SERVICES, at(place), pick)
    assert_whole(walk, content(walk, "V-1"))
