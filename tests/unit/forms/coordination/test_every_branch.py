import itertools
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from forms.blocks.circumstances import BORN, EXPECTED, MAY_EXPECT_CHILD
from forms.blocks.submitter import ROLES
from forms.document import content
from forms.journeys.registry import journey
from forms.municipality import municipality
from forms.situation import Situation
from tests.unit.forms.branches import Branch, any_walk, asked, assert_whole, some
from tests.unit.forms.filling import first, walk_through
from tests.unit.forms.invented import STILLE, TODAY

COORDINATION = journey("coordination")
REQUESTS = (
    "individual_plan",
    "coordinator",
    "child_coordinator",
    "not_sure",
    "individual_plan coordinator not_sure",
)
ADULT, CHILD = "30873649816", "17882099989"
PLACES = ("subject_address", "rep_address", "gp", "living", "living_text", "coordinator_wish_workplace")


def here(place: str) -> Situation:
    return Situation(municipality(place), STILLE, TODAY, synthetic=True)


def branches() -> list[Branch]:
    roles = [role[0] for role in ROLES]
    every = itertools.product(roles, ("no", "yes"), (*BORN, EXPECTED), REQUESTS, (ADULT, CHILD))
    return [
        (role, protected, kind, request, number)
        for role, protected, kind, request, number in every
        if (kind != EXPECTED or role in MAY_EXPECT_CHILD)
        and (request != "child_coordinator" or (role != "self" and (kind != "has_number" or number == CHILD)))
        and (number == ADULT or kind == "has_number")
        and (role != "self" or kind == "has_number")
    ]


def test_every_branch_ends_in_content_with_all_that_was_asked() -> None:
    whole(some(branches()))


def whole(taken: Sequence[Branch]) -> None:
    lengths = set()
    for role, protected, kind, request, number in taken:
        wanted = {
            "submitter_role": role,
            "staff_assistance": "yes",
            "address_protected": protected,
            "subject_no_id": kind,
            "subject_national_id": number,
            "request_types": request,
        }
        walk = walk_through(COORDINATION, here("larvik"), first(wanted))
        assert_whole(walk)
        names = {question.name for question in asked(walk)}
        assert not (protected == "yes" and names & set(PLACES))
        assert names & {"subject_address", "safe_contact"}  # one way to reach the person, whatever the branch
        lengths.add(len(walk.path))
    assert max(lengths) <= 21


@given(st.data())
def test_whatever_is_chosen_the_form_comes_to_its_end(data: st.DataObject) -> None:
    here_or_there = here(data.draw(st.sampled_from(["larvik", "kristiansand"])))
    walk = any_walk(data, COORDINATION, here_or_there, staff_assistance="yes")
    assert assert_whole(walk) == content(walk, "V-1")
