import pytest

from forms.journeys.registry import samples
from forms.municipality import municipalities
from forms.situation import Situation
from forms.walk import Walk
from tests.unit.forms.care_services.walking import CARE_SERVICES, at
from tests.unit.forms.whole import assert_declared_soundly, assert_printable, declared

FIELDS = set(
    """
    municipality_id submitter_role staff_assistance address_protected safe_contact preferred_language
    interpreter_needed accommodation subject_given_name subject_family_name subject_national_id subject_no_id
    subject_birth_date due_date subject_address subject_phone subject_email subject_knows subject_view
    capacity_note rep_name rep_phone rep_relation rep_authority rep_document other_parent copy_to request_types
    need_description what_matters current_services services_needed_text duration coordination_problem wants_plan
    coordinator_wish_has coordinator_wish_name coordinator_wish_workplace coordinator_wish_why coordinator_not
    child_condition urgent living caregivers gp relatives attachments decision_contact info_read declaration
    sign_method
    """.split()  # noqa: SIM905 -- a word a name reads best
)
"""The catalogue's keys of the common blocks and the application."""

TWO_PLACES = {
    "subject_age",
    "subject_birth_date",
    "subject_given_name",
    "subject_family_name",
    "subject_national_id",
    "request_types",
}
"""Asked in one of two steps, never in both."""


def test_every_field_of_the_catalogue_is_asked_by_its_own_name() -> None:
    assert {question.name for question in declared(CARE_SERVICES)} >= FIELDS


def test_names_are_unique_but_for_what_stands_in_one_of_two_steps() -> None:
    names = [question.name for question in declared(CARE_SERVICES)]
    assert {name for name in names if names.count(name) > 1} == TWO_PLACES


def test_every_question_can_be_answered() -> None:
    assert_declared_soundly(CARE_SERVICES)


@pytest.mark.parametrize("place", sorted(municipalities()))
def test_the_samples_are_whole_in_every_municipality(place: str) -> None:
    for one in samples("care_services"):
        here = Situation(
            municipalities()[place], one.submitter, one.today, answers=one.answers, synthetic=True
        )
        assert Walk(CARE_SERVICES, here).unsound() == ()


@pytest.mark.parametrize("place", sorted(municipalities()))
def test_it_can_be_printed_to_fill_in_by_hand(place: str) -> None:
    assert_printable(CARE_SERVICES, at(place))
