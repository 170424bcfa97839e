"""What was typed into a step, to read: the answer that it makes, and where it makes none, as it was typed."""

from collections.abc import Callable

from forms.stepform import StepForm
from forms.walk import Row, Walk
from wizard.cases.drafts import Typed


def typed_rows(walk: Walk, form: StepForm, typed: Typed) -> list[Row]:
    """The form's questions; half an address is no answer yet, but it was typed."""
    return [
        row if row.text else row._replace(text=typed_text(typed, row.question.reads))
        for row in walk.shown(form)
    ]


def typed_text(typed: Typed, reads: Callable[[str], bool]) -> str:
    """What was written into the inputs that are read, a line each."""
    return "\n".join(value for name, value in typed.items(multi=True) if value.strip() and reads(name))
