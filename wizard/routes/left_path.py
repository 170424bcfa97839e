"""A step that was filled in before but can no longer be saved: what was typed is shown, not thrown away."""

from flask import render_template, url_for

from forms.journey import Row
from wizard.cases.drafts import Draft, Typed


def left_path_page(draft: Draft, slug: str, typed: Typed) -> str | None:
    """What was typed, to read and copy; None for a step that was never saved, since nobody skips ahead."""
    step = next((one for one in draft.walk.journey.steps if one.slug == slug), None)
    if step is None or slug not in draft.states:
        return None
    resume = draft.walk.first_unanswered()
    return render_template(
        "left_path.html",
        half_done=draft.half_done(),
        step=step,
        mine=[_as_typed(row, typed) for row in draft.walk.shown(draft.walk.form(step, typed))],
        go_on=url_for("apply.step", slug=resume.slug) if resume else url_for("apply.review"),
    )


def _as_typed(row: Row, typed: Typed) -> Row:
    # half an address is no answer yet, but it was typed
    if row.text:
        return row
    name = row.question.name
    parts = [value for key, value in typed.items(multi=True) if key == name or key.startswith(f"{name}-")]
    return row._replace(text="\n".join(part for part in parts if part.strip()))
