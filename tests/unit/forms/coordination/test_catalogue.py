from collections.abc import Iterator

from forms.blocks.subject import YouForm
from forms.fields.text import Text
from forms.journeys.registry import journey
from forms.question import Question
from forms.signing import SignForm
from forms.stepform import StepForm
from tests.unit.forms.invented import HERE

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


def every_question() -> Iterator[Question]:
    """As the forms declare them, before anything is dropped after the situation."""
    declared: list[type] = [*(step.form for step in journey("coordination").steps), SignForm]
    for form_class in declared:
        whole: type[StepForm] = type(
            "Whole", (form_class,), {"arrange": lambda *_: None, "rearrange": lambda _: None}
        )
        yield from whole(HERE)


def test_every_field_of_the_catalogue_is_asked_by_its_own_name() -> None:
    assert {question.name for question in every_question()} >= FIELDS


def test_names_are_unique_but_for_the_two_ways_to_say_who_it_is_about() -> None:
    names = [question.name for question in every_question()]
    twice = {name for name in names if names.count(name) > 1}
    assert twice == {question.name for question in YouForm(HERE)} | {"subject_age", "subject_birth_date"}


def test_every_required_question_says_what_to_do_and_every_one_has_a_label() -> None:
    for question in every_question():
        assert question.label.text, question.name
        assert not question.missing or question.missing.endswith("."), question.name


def test_only_what_is_short_is_asked_for_on_one_line() -> None:
    lines = [question for question in every_question() if type(question) is Text]
    assert {question.name for question in lines if question.max_length > 200} == set()
    assert {"gp", "coordinator_not"} <= {question.name for question in lines}
    assert not {"decision_contact", "living_text", "coordinator_wish_why"} & {line.name for line in lines}


def test_a_dependent_question_names_an_earlier_one_of_its_step_and_values_that_it_offers() -> None:
    for question in every_question():
        if question.when is None:
            continue
        names = [other.name for other in question.form]
        assert names.index(question.when.question) < names.index(question.name)
        parent = question.form[question.when.question]
        assert set(question.when.values) <= {option.value for option in parent.choices}  # type: ignore[attr-defined]
