from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.blocks.circumstances import BORN, EXPECTED
from forms.blocks.submitter import ROLES
from forms.document import content
from forms.municipality import municipality
from forms.signing import SignForm
from forms.situation import Situation
from tests.unit.forms.appeal.appealing import APPEAL, DEPARTMENT, on
from tests.unit.forms.branches import any_walk, asked, assert_whole, branches, declared
from tests.unit.forms.invented import HERE, RASK, STILLE

FIELDS = set(
    """
    appeal_kind understood_decision decision_maker decision_date received_date received_channel case_reference
    what_about change_wanted reasons late_reason ask_extension ask_reasons ask_suspension help_with_appeal
    attachments more_later rep_name rep_phone rep_relation rep_authority rep_document other_parent copy_to
    municipality_id submitter_role staff_assistance address_protected safe_contact preferred_language
    interpreter_needed accommodation subject_given_name subject_family_name subject_national_id subject_no_id
    subject_birth_date due_date subject_address subject_phone subject_email subject_knows subject_view capacity_note
    info_read declaration sign_method
    """.split()  # noqa: SIM905 -- a word a name reads best
)
"""The catalogue's keys of the common blocks and the appeal; ``late`` is counted, not asked."""
KRISTIANSAND = Situation(municipality("kristiansand"), STILLE, date(2026, 12, 1), synthetic=True)
DAYS: dict[str, Sequence[str]] = {
    "decision_date": ("2026-11-24",),
    "received_date": ("2026-11-27",),
    "knew_later": ("no",),
    "reasons_given": ("yes",),
}
WHO: dict[str, Sequence[str]] = {
    "submitter_role": tuple(role[0] for role in ROLES),
    "staff_assistance": ("yes",),
    "address_protected": ("no", "yes"),
    "subject_no_id": (*BORN, EXPECTED),
}
CHILD: dict[str, Sequence[str]] = {
    "submitter_role": ("self",),
    "parents_may_know": ("yes", "no"),
    "letters_home": ("yes", "no"),
    "reach_at": ("school phone",),
}
KINDS = [option.value for one in declared(APPEAL) if one.name == "appeal_kind" for option in one.choices]  # type: ignore[attr-defined]  # it is a choice
WHAT: dict[str, Sequence[str]] = {
    "appeal_kind": KINDS,
    "decision_maker": ("office", "department", "nav", "child_welfare", "hospital", "unsure"),
    "received_known": ("yes", "no"),
}
"""Who it is and what it is about do not steer each other, so they are walked apart."""


def test_every_key_of_the_catalogue_is_asked_by_its_own_name() -> None:
    assert {one.name for one in [*declared(APPEAL), *SignForm(HERE)]} >= FIELDS


@pytest.mark.parametrize("today", [date(2026, 12, 1), date(2027, 12, 1)], ids=["in time", "late"])
def test_every_branch_ends_in_a_letter_with_all_that_was_asked(today: date) -> None:
    whole(today, few=True)


def whole(today: date, *, few: bool) -> None:
    seen, steps = set(), set()
    here = on(today, KRISTIANSAND)
    by_child = branches(APPEAL, replace(here, submitter=RASK), CHILD | DAYS)
    by_other = branches(APPEAL, here, WHO | DAYS, few=few)
    for walk in (*by_other, *branches(APPEAL, here, WHAT | DAYS, few=few), *by_child):
        assert_whole(walk)
        assert next(iter(walk.journey.points(walk.now))).startswith(ON)
        names = {one.name for one in asked(walk)}
        assert names & {"subject_address", "safe_contact", "letters_home"}
        assert not {"subject_address", "rep_address"} & names or "safe_contact" not in names
        seen |= names
        steps |= {step.slug for step in walk.path}
    late = {"late"} if today.year == 2026 else {"young"}
    assert {step.slug for step in APPEAL.steps} - steps == late  # and by then Rask is 16
    unseen = (
        {"late_reason", "late_reason_text"} if "late" in late else {"ask_extension", "ask_extension_until"}
    )
    of_other_answers = {"subject_age", "subject_of_age", "due_date", "rep_power"}
    for_the_office = {"other_parent", "other_parent_why", "rep_apart"}
    assert {
        one.name for one in declared(APPEAL)
    } - seen - of_other_answers - for_the_office <= unseen | OPENED


ON = "Jeg klager på svaret fra: ", "Jeg klager på at jeg ikke har fått svar fra: "
OPENED = {
    "subject_birth_date", "preferred_language_other", "safe_contact_person", "safe_contact_phone",
    "safe_contact_when", "capacity_note_text", "rep_relation_text", "rep_document", "rep_document_when",
    "rep_birth_date", "reasons_asked", "parents_why", "parents_may_know", "guardian_scope",
    "knew_enough_date", "reasons_asked_date", "reasons_received", "reasons_received_date",
}  # fmt: skip
"""Questions that another answer of their own step opens: the walks by chance open them."""


@given(st.data())
def test_whatever_is_chosen_the_complaint_comes_to_its_end(data: st.DataObject) -> None:
    place = data.draw(st.sampled_from([DEPARTMENT, municipality("larvik"), municipality("kristiansand")]))
    today = data.draw(st.dates(date(2026, 12, 1), date(2028, 2, 1)))
    situation = Situation(place, STILLE, today, synthetic=True)
    walk = any_walk(
        data,
        APPEAL,
        situation,
        staff_assistance="yes",
        decision_date="2026-11-24",
        received_date="2026-11-27",
    )
    assert assert_whole(walk) == content(walk, "V-1")
    assert all(walk.journey.points(walk.now))
    assert all(walk.journey.afterwards(walk.now))
