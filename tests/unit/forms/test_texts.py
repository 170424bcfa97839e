from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_from_dir
from werkzeug.datastructures import MultiDict

import forms
from forms.fields.choice import Choice
from forms.fields.rows import Rows, add_row
from forms.journeys.registry import journeys
from forms.question import Question
from forms.signing import SignForm
from forms.stepform import StepForm
from tests.unit.forms.invented import HERE
from tests.unit.test_catalogues import source

YES_NO = ("yes", "no")
FOLDER = Path(str(forms.__file__)).parent


def extracted() -> set[str]:
    found = extract_from_dir(FOLDER, keywords={"N_": None, "gettext": None})
    return {message for _, _, message, _, _ in found if isinstance(message, str)}


def declared_forms() -> Iterator[type[StepForm]]:
    yield SignForm
    for journey in journeys().values():
        yield from (step.form for step in journey.steps)


def texts_of(question: Question) -> Iterator[str]:
    yield from (question.label.text, question.description, question.missing)
    if isinstance(question, Choice):
        for option in question.choices:
            yield from (option.label, option.hint)
    if isinstance(question, Rows):
        yield question.row_title
        yield from (text for field in blank_row(question) for text in texts_of(field))


def blank_row(question: Rows) -> StepForm:
    typed = add_row(MultiDict(), question.name)
    question.process(typed)
    return question.rows[0]


def texts() -> Iterator[str]:
    for journey in journeys().values():
        yield journey.title
        yield from (text for step in journey.steps for text in (step.title, step.lead))
    for form_class in declared_forms():
        whole: type[StepForm] = type(
            "Whole", (form_class,), {"arrange": lambda *_: None, "rearrange": lambda _: None}
        )
        yield from (text for question in whole(HERE) for text in texts_of(question))
        for wording in getattr(form_class, "for_others", {}).values():
            yield from (text for text in wording if text)


def test_every_text_that_a_citizen_meets_can_be_translated() -> None:
    assert {text for text in texts() if text} - extracted() == set()


def test_no_text_takes_its_values_before_it_is_translated() -> None:
    assert not {text for text in extracted() if "{" in text or text != text.strip()}


def test_a_name_in_a_sentence_has_no_colon_before_it_and_no_answer_says_a_part_of_another() -> None:
    assert not {text for text in {*extracted(), *source()} if ": %(governor)s" in text}
    for form_class in declared_forms():
        for question in form_class(HERE):
            if isinstance(question, Choice) and len(question.choices) > len(YES_NO):
                labels = {option.label for option in question.choices}
                affirmed = [label for label in labels if label.startswith("Ja, ")]
                assert not (affirmed and "Ja" in labels), question.short_name
