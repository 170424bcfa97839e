"""What the review shows of each step: what was saved, or what was typed and not saved yet."""

from typing import NamedTuple

from forms.journey import Row, Step
from wizard.cases.drafts import Draft, Typed


class Section(NamedTuple):
    """A step on the path with its answers, and what is to be done about it."""

    step: Step
    rows: list[Row]
    sound: bool
    """Whether it can be sent as it is."""
    unsaved: bool
    """Whether it shows what was typed and not saved."""
    lacking: bool
    """Whether something has to be answered, or answered otherwise."""


def sections(draft: Draft) -> list[Section]:
    unsound = draft.unsound()
    return [_section(draft, step, sound=step not in unsound) for step in draft.walk.path]


def _section(draft: Draft, step: Step, *, sound: bool) -> Section:
    typed = draft.state(step).typed
    if typed is None:
        return Section(step, draft.walk.rows(step), sound, unsaved=False, lacking=not sound)
    lacking = not draft.walk.form(step, typed).validate()
    return Section(step, typed_rows(draft, step, typed), sound, unsaved=True, lacking=lacking)


def typed_rows(draft: Draft, step: Step, typed: Typed) -> list[Row]:
    """The step's questions with what was typed, to read."""
    return [_as_typed(row, typed) for row in draft.walk.shown(draft.walk.form(step, typed))]


def _as_typed(row: Row, typed: Typed) -> Row:
    # half an address is no answer yet, but it was typed
    if row.text:
        return row
    name = row.question.name
    parts = [value for key, value in typed.items(multi=True) if key == name or key.startswith(f"{name}-")]
    return row._replace(text="\n".join(part for part in parts if part.strip()))
