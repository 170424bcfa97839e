"""Draws a step: one template for every step of every journey."""

from flask import render_template

from forms.journey import Step
from forms.stepform import StepForm
from wizard.cases.drafts import Draft
from wizard.routes.here import language
from wizard.routes.told import DETACHED, STAYED, attached, told


def step_page(draft: Draft, step: Step, form: StepForm, *, version: int, notice: str = "") -> str:
    """The page of a step with its form as it stands: fresh, saved, typed, or with faults."""
    state = draft.state(step)
    return render_template(
        "step.html",
        journey=draft.walk.journey,
        walk=draft.walk,
        step=step,
        form=form,
        faults=form.faults(),
        version=version,
        saved_at=state.kept_at and language().clock(state.kept_at),
        typed_only=state.typed is not None and not told(STAYED),
        attached=attached(),
        detached=[of for _, of in told(DETACHED)],
        case_id=draft.case.id,
        notice=notice,
    )
