"""Where an address is protected, each page where places could be told warns of it, once."""

import pytest

from forms.walk import Walk
from tests.unit.forms.coordination.walking import walked
from tests.unit.forms.invented import HERE

PARENT = {"submitter_role": "parent", "subject_national_id": "17882099989"}
WHOLE = {"request_types": "coordinator child_coordinator", "urgent": "yes", "other_parent": "not_informed"}


def warnings(walk: Walk) -> dict[str, list[str]]:
    """The questions with the warning, by step."""
    found = {step.slug: [question for question in walk.form(step) if question.caution] for step in walk.path}
    return {slug: [question.name for question in questions] for slug, questions in found.items() if questions}


@pytest.mark.parametrize("answer", ["yes", "not_digital"])
def test_each_page_where_places_could_be_told_warns_of_it_once(answer: str) -> None:
    walk = walked(HERE, **PARENT, **WHOLE, address_protected=answer, safe_contact="letter")
    assert warnings(walk) == {
        "representative": ["rep_relation_text"],
        "other-parent": ["other_parent_why"],
        "language": ["accommodation"],
        "own-view": ["subject_view"],
        "need": ["need_description"],
        "services": ["services_needed_text"],
        "coordination": ["coordination_problem"],
        "coordinator": ["coordinator_wish_why"],
        "urgency": ["urgent_why"],
        "home": ["caregivers"],
        "relatives": ["relatives"],
    }


def test_nobody_else_is_warned() -> None:
    assert warnings(walked(HERE, **PARENT, **WHOLE)) == {}
