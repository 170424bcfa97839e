"""Some have much to tell: every long text of every journey keeps 30,000 characters, and every limit has room for it."""

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from werkzeug.datastructures import MultiDict

from docgen.settings import Settings as DocgenSettings
from forms.fields.longtext import LongText
from forms.journey import Journey, Step
from forms.journeys.registry import journeys
from forms.language import Language
from forms.stepform import StepForm
from tests.unit.forms.invented import HERE
from wizard.routes.typed import LARGE
from wizard.settings import Settings

MUCH = ("Setning etter setning sier det samme. " * 1000)[:30_000]
DENSEST = "😀"
"""Nothing takes more bytes, in an address line's way of writing as in UTF-8."""


def long_texts(step: Step) -> list[LongText]:
    return [question for question in whole(step, {}) if isinstance(question, LongText)]


def whole(step: Step, typed: dict[str, str]) -> StepForm:
    """With every question that the step declares."""
    kept: type[StepForm] = type(
        "Whole", (step.form,), {"arrange": lambda *_: None, "rearrange": lambda _: None}
    )
    return kept(HERE, MultiDict(typed))


def all_long() -> Iterator[tuple[Step, LongText]]:
    return (
        (step, one) for journey in journeys().values() for step in journey.steps for one in long_texts(step)
    )


@pytest.mark.parametrize(
    ("step", "name"), [pytest.param(step, one.name, id=f"{step.slug}-{one.name}") for step, one in all_long()]
)
def test_thirty_thousand_characters_are_taken_everywhere(step: Step, name: str) -> None:
    form = whole(step, {name: MUCH})
    form[name].when = None
    assert form[name].validate(form), form[name].errors
    assert form.stored()[name] == MUCH
    assert form[name].shown(Language()) == MUCH


def test_a_step_whose_texts_are_as_long_as_they_may_be_is_no_attack() -> None:
    steps = [step for journey in journeys().values() for step in journey.steps]
    for step in steps:
        longest = {one.name: DENSEST * one.max_length for one in long_texts(step)}
        assert len(urlencode(longest)) < LARGE * 0.98, step.slug
    assert Settings.model_fields["max_step_bytes"].default > LARGE


@pytest.mark.parametrize("journey", journeys().values(), ids=journeys())
def test_the_document_service_takes_them_all_at_once(journey: Journey) -> None:
    most = sum(one.max_length for step in journey.steps for one in long_texts(step))
    assert most * len(DENSEST.encode()) < DocgenSettings.model_fields["body_limit"].default * 0.9
