"""Every key of the catalogue is asked by its own name."""

from collections.abc import Iterator

import pytest

from forms.fields.choice import Choice
from forms.journey import Journey
from forms.question import Question
from forms.signing import SignForm
from forms.stepform import StepForm
from tests.unit.forms.declarations.walking import ALL, CONSENT, POWER, REVOCATION, SENDER, WITHDRAWAL

GIVER = """municipality_id submitter_role staff_assistance address_protected safe_contact subject_given_name
    subject_family_name subject_national_id subject_address subject_phone subject_email"""
PROXY = """proxy_kind proxy_name proxy_known_by proxy_birth_date proxy_national_id proxy_relation proxy_phone
    proxy_address
    proxy_organisation proxy_organisation_number proxy_contact"""
SIGNED = "info_read declaration sign_method"
FIELDS = {
    "power_of_attorney": f"""{GIVER} {PROXY} scope scope_sharing case_limit case_reference case_description
        valid_from valid_to copy_to_giver withdraw_info {SIGNED}""",
    "power_of_attorney_revocation": f"""poa_reference poa_description revoke_from tell_proxy address_protected
        subject_given_name subject_family_name subject_national_id {SIGNED}""",
    "consent": f"""subject_phone consenter_phone rep_phone
        submitter_role rep_authority rep_document other_parent subject_knows subject_view consenter_role
        consent_kind share_from share_to topics topics_excluded purpose persons_excluded valid_to
        understood_voluntary consequence_shown explained_by explained_language explained_interpreter child_heard
        child_heard_what {SIGNED}""",
    "consent_withdrawal": f"""consent_reference consent_description withdraw_extent withdraw_part from_when
        oral_or_written receiver address_protected subject_given_name subject_family_name subject_national_id
        {SIGNED}""",
}


def every_question(journey: Journey) -> Iterator[Question]:
    """As the forms declare them, before anything is dropped after the situation."""
    declared: list[type] = [*(step.form for step in journey.steps), SignForm]
    for form_class in declared:
        whole: type[StepForm] = type(
            "Whole", (form_class,), {"arrange": lambda *_: None, "rearrange": lambda _: None}
        )
        yield from whole(SENDER)


@pytest.mark.parametrize("journey", ALL, ids=lambda one: one.slug)
def test_every_field_of_the_catalogue_is_asked_by_its_own_name(journey: Journey) -> None:
    names = [question.name for question in every_question(journey)]
    assert set(FIELDS[journey.slug].split()) - set(names) == set()
    twice = {name for name in names if names.count(name) > 1}
    own_proxy = {name for name in names if name.startswith("proxy_")} if journey == POWER else set()
    assert twice - own_proxy <= {
        "subject_given_name",
        "subject_family_name",
        "subject_national_id",
        "subject_age",
        "subject_birth_date",
    }


@pytest.mark.parametrize("journey", ALL, ids=lambda one: one.slug)
def test_what_must_be_answered_says_what_to_do(journey: Journey) -> None:
    for question in every_question(journey):
        assert question.label.text, question.name
        assert not question.missing or question.missing.endswith("."), question.name


@pytest.mark.parametrize("journey", ALL, ids=lambda one: one.slug)
def test_a_dependent_question_names_an_earlier_one_of_its_step_and_values_that_it_offers(
    journey: Journey,
) -> None:
    for question in every_question(journey):
        if question.when is None:
            continue
        names = [other.name for other in question.form]
        assert names.index(question.when.question) < names.index(question.name)
        parent = question.form[question.when.question]
        assert isinstance(parent, Choice)
        assert set(question.when.values) <= {option.value for option in parent.choices}


@pytest.mark.parametrize("journey", ALL, ids=lambda one: one.slug)
def test_a_step_that_may_be_skipped_says_in_words_when(journey: Journey) -> None:
    may_be_skipped = [step for step in journey.steps if step.when.__name__ != "always"]
    assert [one.slug for one in may_be_skipped if not (one.only_if or one.settled_on_paper)] == []


def test_each_has_the_agreed_word_in_its_address() -> None:
    assert [journey.path for journey in (POWER, REVOCATION, CONSENT, WITHDRAWAL)] == [
        "fullmakt",
        "trekk-fullmakt",
        "samtykke",
        "trekk-samtykke",
    ]
    assert {journey.kind for journey in ALL} == {"declaration"}
