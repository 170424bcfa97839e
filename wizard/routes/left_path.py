"""A step that was filled in before but can no longer be saved: what was typed is shown, not thrown away."""

from flask import render_template, url_for

from wizard.cases.drafts import Draft, Typed
from wizard.routes.review_sections import typed_rows


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
        mine=typed_rows(draft, step, typed),
        go_on=url_for("apply.step", slug=resume.slug) if resume else url_for("apply.review"),
    )
