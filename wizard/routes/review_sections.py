"""What the review shows of each step: what was saved, or what was typed and not saved yet."""

from typing import NamedTuple

from forms.journey import Step
from forms.walk import Row
from wizard.cases.drafts import Draft
from wizard.routes.typed_rows import typed_rows


class Section(NamedTuple):
    """A step on the path with its answers, and what is to be done about it."""

    step: Step
    rows: list[Row]
    sound: bool
    """Whether it can be sent as it is."""
    unsaved: bool
    """Whether it shows what was typed and not saved."""
    answered: bool
    """Whether it was answered at all: some steps need not be."""
    lacking: bool
    """Whether something has to be answered, or answered otherwise."""


def sections(draft: Draft) -> list[Section]:
    """In the order of the document."""
    unsound = draft.unsound()
    return [_section(draft, step, sound=step not in unsound) for step in draft.walk.laid_out]


def _section(draft: Draft, step: Step, *, sound: bool) -> Section:
    typed = draft.state(step).typed
    if typed is None:
        answered = draft.walk.answered(step)
        return Section(
            step, draft.walk.rows(step), sound, unsaved=False, answered=answered, lacking=not sound
        )
    form = draft.walk.form(step, typed)
    rows = typed_rows(draft.walk, form, typed)
    return Section(step, rows, sound, unsaved=True, answered=True, lacking=not form.validate())
