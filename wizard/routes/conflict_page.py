"""Two tabs met on one step: both versions side by side, and nothing overwritten."""

from flask import render_template

from wizard.cases.drafts import Draft, Filled
from wizard.routes.here import case


def conflict_page(draft: Draft, filled: Filled) -> str:
    """What was just typed beside what was saved elsewhere; the citizen chooses, with the version that is current."""
    step = draft.visit(filled.slug)
    state = draft.state(step)
    mine = draft.walk.form(step, filled.typed)
    return render_template(
        "conflict.html",
        step=step,
        walk=draft.walk,
        journey=draft.walk.journey,
        mine=draft.walk.shown(mine),
        theirs=draft.walk.shown(draft.walk.form(step, state.typed)),
        typed=list(filled.typed.items(multi=True)),
        version=state.version,
        case_id=case().id,
        alone=True,
    )
