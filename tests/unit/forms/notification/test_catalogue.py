import pytest

from forms.journeys.registry import samples
from forms.municipality import municipalities
from forms.situation import Situation
from forms.walk import Walk
from tests.unit.forms.notification.walking import NOTIFICATION, at
from tests.unit.forms.whole import assert_declared_soundly, assert_printable, declared

FIELDS = set(
    """
    municipality_id address_protected notifier_type notifier_name notifier_title notifier_workplace notifier_phone
    notification_about subject_given_name subject_family_name subject_national_id subject_no_id subject_birth_date
    due_date subject_phone subject_view capacity_note need_reason services_involved subject_informed subject_consents
    legal_basis_without_consent proposed_coordinator copy_to_unit wants_reply info_read declaration sign_method
    """.split()  # noqa: SIM905 -- a word a name reads best
)
"""The catalogue's keys of the notification, and of the person it is about as far as a third party is asked."""

NEVER = {"subject_address", "subject_email", "submitter_role", "copy_to"}
"""A third party is not asked where somebody lives, nor for a role of those who apply."""


def test_every_field_of_the_catalogue_is_asked_by_its_own_name_once() -> None:
    names = [question.name for question in declared(NOTIFICATION)]
    assert set(names) >= FIELDS
    assert not set(names) & NEVER
    assert len(names) == len(set(names))


def test_every_question_can_be_answered() -> None:
    assert_declared_soundly(NOTIFICATION)


@pytest.mark.parametrize("place", sorted(municipalities()))
def test_the_samples_are_whole_in_every_municipality(place: str) -> None:
    for one in samples("notification"):
        here = Situation(
            municipalities()[place], one.submitter, one.today, answers=one.answers, synthetic=True
        )
        assert Walk(NOTIFICATION, here).unsound() == ()


@pytest.mark.parametrize("place", sorted(municipalities()))
def test_it_can_be_printed_to_fill_in_by_hand(place: str) -> None:
    assert_printable(NOTIFICATION, at(place))
