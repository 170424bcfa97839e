"""The name that is typed beside the name of the log-in."""

from dataclasses import replace

import pytest

from forms.journeys.registry import journey
from forms.marks import OTHER_NAME
from forms.walk import Walk
from tests.unit.forms.invented import HERE, STILLE


def notes(given: str, family: str, role: str = "self") -> dict[str, str]:
    person = {"subject_given_name": given, "subject_family_name": family}
    answers = {"role": {"submitter_role": role}, "you": person, "subject": person}
    walk = Walk(journey("coordination"), replace(HERE, submitter=STILLE, answers=answers))
    return {note.mark: note.value for note in walk.journey.notes(walk.now)}


@pytest.mark.parametrize(("given", "family"), [("Stille", "Bjørkeløv"), (" stille", "BJØRKELØV ")])
def test_the_same_name_is_not_marked(given: str, family: str) -> None:
    assert OTHER_NAME not in notes(given, family)


def test_another_name_is_marked_and_the_office_sees_both() -> None:
    found = notes("Jevn", "Sandvik")
    assert found[OTHER_NAME] == "Innlogget som Stille Bjørkeløv"


def test_whoever_acts_for_another_has_another_name() -> None:
    assert OTHER_NAME not in notes("Jevn", "Sandvik", "proxy")
