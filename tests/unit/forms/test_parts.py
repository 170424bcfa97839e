"""The parts of a journey are counted for the citizen: their number must hold whatever is answered."""

import pytest

from forms.journeys.registry import Sample, journey, samples
from forms.walk import Walk
from tests.unit.forms.invented import HERE

EVERYBODY = [pytest.param(one, id=one.name) for one in samples("coordination")]


@pytest.mark.parametrize("sample", EVERYBODY)
def test_every_part_has_a_step_on_every_path_and_they_come_in_their_order(sample: Sample) -> None:
    declared = journey("coordination")
    walk = Walk(declared, HERE.with_answers(sample.answers))
    places = [declared.part(step) for step in walk.path]
    assert places == sorted(places)
    assert set(places) == set(range(len(declared.parts)))


def test_a_step_belongs_to_the_part_that_began_last_on_the_path_or_not() -> None:
    declared = journey("coordination")
    parts = {step.slug: declared.parts[declared.part(step)] for step in declared.steps}
    assert parts["role"] == parts["language"] == "Hvem søknaden gjelder"
    assert parts["own-view"] == parts["request"] == "Hva som trengs"
    assert parts["decision-contact"] == "Vedlegg og kontakt"
