"""What a browser sends for a form that is filled in: its inputs by name, from the declaration alone."""

from collections.abc import Iterable

from werkzeug.datastructures import MultiDict

from forms.fields.choice import Choice
from forms.fields.choices import Choices
from forms.fields.declaration import Declaration
from forms.fields.files import Files
from forms.fields.fixed import Fixed
from forms.fields.parts import Parts
from forms.fields.rows import Rows, add_row
from forms.fields.text import Text
from forms.question import Question
from forms.stepform import StepForm

Pairs = list[tuple[str, str]]


def pairs(form: StepForm) -> Pairs:
    """The inputs of the questions that are asked, with the values the form holds."""
    return [pair for question in form.questions() for pair in _pairs(question)]


def _pairs(question: Question) -> Iterable[tuple[str, str]]:
    if isinstance(question, Rows):
        return [pair for row in question.filled for pair in pairs(row)]
    if isinstance(question, Parts):
        return [(f"{question.name}-{part}", question.boxes[part]) for part in question.parts]
    return [(question.name, value) for value in _values(question)]


def _values(question: Question) -> Iterable[str]:
    match question:
        case Choices():
            return question.data
        case Choice():
            return [question.data] if question.data else []
        case Declaration():
            return ["yes"] if question.data else []
        case Text():
            return [question._value()]  # noqa: SLF001 -- WTForms' name for what the input shows
    return []


def inputs(form: StepForm) -> list[str]:
    """The names of every input that the form could send, asked or not."""
    names = []
    for question in form:
        if isinstance(question, Parts):
            names += [f"{question.name}-{part}" for part in question.parts]
        elif isinstance(question, Rows):
            with_row = type(form)(form.situation, add_row(MultiDict(), question.name))
            names += [
                name
                for rows in with_row
                if isinstance(rows, Rows)
                for row in rows.rows
                for name in inputs(row)
            ]
        elif not isinstance(question, Fixed | Files):
            names.append(question.name)
    return names
