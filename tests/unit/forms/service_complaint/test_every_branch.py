from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from forms.blocks.circumstances import BORN, EXPECTED
from forms.blocks.submitter import ROLES
from forms.document import content
from forms.journeys.registry import journey
from forms.municipality import municipality
from forms.policies import ServiceComplaint
from forms.signing import SignForm
from forms.situation import Situation
from tests.unit.forms.branches import any_walk, asked, assert_whole, branches, declared
from tests.unit.forms.invented import HERE, RASK, STILLE

SERVICE_COMPLAINT = journey("service_complaint")
FIELDS = set(
    """
    about service_unit when where what_happened change_wanted tried_already send_to conflict_with_coordinator
    also_rights anonymous harm attachments municipality_id submitter_role address_protected subject_given_name
    subject_national_id rep_authority info_read declaration sign_method
    """.split()  # noqa: SIM905 -- a word a name reads best
)
EVERYTHING = ServiceComplaint(send_to=["municipality", "coordinator"], anonymous=True)
OPEN_PLACE = municipality("larvik").model_copy(update={"service_complaint": EVERYTHING})
"""A municipality that takes all kinds: to the coordinator, and without a name."""
OPEN = Situation(OPEN_PLACE, STILLE, date(2026, 12, 1), synthetic=True)
WHO = {
    "submitter_role": tuple(role[0] for role in ROLES),
    "staff_assistance": ("yes",),
    "address_protected": ("no", "yes"),
    "subject_no_id": (*BORN, EXPECTED),
    "anonymous": ("no",),
}
CHILD = {
    "submitter_role": ("self",),
    "anonymous": ("no",),
    "parents_may_know": ("yes", "no"),
    "letters_home": ("yes", "no"),
}
WHAT = {
    "harm": ("yes", "no"),
    "also_rights": ("yes", "no", "unsure"),
    "send_to": ("municipality", "coordinator"),
    "conflict_with_coordinator": ("yes", "no"),
    "anonymous": ("no",),
}


def test_every_key_of_the_catalogue_is_asked_by_its_own_name() -> None:
    assert {one.name for one in [*declared(SERVICE_COMPLAINT), *SignForm(HERE)]} >= FIELDS


def test_every_branch_ends_in_a_letter_with_all_that_was_asked() -> None:
    seen, steps = set(), set()
    by_child = branches(SERVICE_COMPLAINT, replace(OPEN, submitter=RASK), CHILD)
    walks = (*branches(SERVICE_COMPLAINT, OPEN, WHO), *branches(SERVICE_COMPLAINT, OPEN, WHAT), *by_child)
    for walk in walks:
        assert_whole(walk)
        assert walk.journey.deadline(walk.now) is None
        names = {one.name for one in asked(walk)}
        assert not {"subject_address", "where"} & names or "safe_contact" not in names
        seen |= names
        steps |= {step.slug for step in walk.path}
    assert steps == {step.slug for step in SERVICE_COMPLAINT.steps}
    assert seen >= FIELDS - {one.name for one in SignForm(HERE)}


@given(st.data())
def test_whatever_is_chosen_the_complaint_comes_to_its_end(data: st.DataObject) -> None:
    place = data.draw(st.sampled_from([OPEN_PLACE, municipality("larvik"), municipality("kristiansand")]))
    situation = Situation(place, STILLE, date(2026, 12, 1), synthetic=True)
    walk = any_walk(data, SERVICE_COMPLAINT, situation, staff_assistance="yes", anonymous="no")
    assert assert_whole(walk) == content(walk, "V-1")
    assert all(walk.journey.points(walk.now))
    assert all(walk.journey.afterwards(walk.now))
