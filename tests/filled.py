"""What a browser sends for a form that is filled in: its inputs by name, from the declaration alone."""

from collections.abc import Iterable

from forms.fields.choice import Choice
from forms.fields.choices import Choices
from forms.fields.declaration import Declaration
from forms.fields.files import Files
from forms.fields.fixed import Fixed
from forms.fields.parts import Parts
from forms.fields.rows import Rows
from forms.question import Question
from forms.stepform import StepForm

Pairs = list[tuple[str, str]]


def pairs(form: StepForm) -> Pairs:
    """The inputs of the questions that are asked, with the values the form holds."""
    return [pair for question in form.questions() for pair in _pairs(question)]


def _pairs(question: Question) -> Iterable[tuple[str, str]]:
    match question:
        case Fixed() | Files():
            return ()
        case Rows():
            return [pair for row in question.filled for pair in pairs(row)]
        case Parts():
            return [(f"{question.name}-{part}", question.boxes[part]) for part in question.parts]
        case Choices():
            return [(question.name, value) for value in question.data or ()]
        case Declaration():
            return [(question.name, "yes")] if question.data else ()
        case Choice():
            return [(question.name, question.data)] if question.data else ()
    return [(question.name, question._value())]  # noqa: SLF001 -- WTForms' name for what the input shows


def inputs(form: StepForm) -> list[str]:
    """The names of every input that the form could send, asked or not."""
    names = []
    for question in form:
        if isinstance(question, Parts):
            names += [f"{question.name}-{part}" for part in question.parts]
        elif isinstance(question, Rows):
            row = question._bound(0, None, None)  # noqa: SLF001 -- a row as the page's button adds it
            names += inputs(row)
        elif not isinstance(question, Fixed | Files):
            names.append(question.name)
    return names
