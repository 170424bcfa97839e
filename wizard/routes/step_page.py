"""Draws a step: one template for every step of every journey."""

from flask import render_template
from werkzeug.datastructures import MultiDict

from forms.blocks.earlier_case import UNLISTED, EarlierCase
from forms.fields.files import Files
from forms.journey import Step
from forms.language import N_
from forms.paper_intake.earlier import EarlierForm, shown
from forms.question import Question
from forms.stepform import StepForm
from wizard.cases.about import told_apart
from wizard.cases.drafts import Draft
from wizard.routes.already_came import already_came, note_looked_up
from wizard.routes.deadline_box import deadline_box
from wizard.routes.here import language, participant, reader, tools, visitor
from wizard.routes.told import DETACHED, FAULTS_SHOWN, LED_BACK, MOVED, STAYED, TURNED, attached, told


def as_it_stood(draft: Draft, step: Step) -> StepForm:
    """The step's form with what was typed or saved; with its faults too, where they stood in another language."""
    state = draft.state(step)
    if not told(FAULTS_SHOWN):
        return draft.walk.form(step, state.typed)
    empty = MultiDict[str, str]() if state.answers is None else None
    form = draft.walk.form(step, empty if state.typed is None else state.typed)
    form.validate()
    return form


def led_back(draft: Draft, step: Step, form: StepForm) -> str:
    """What is told to somebody led back to a step that is half done; a fault says itself what is the matter."""
    if draft.state(step).typed is None or not told(LED_BACK) or not form.validate():
        return ""
    return language().text(
        N_("Du er ikke ferdig med «%(step)s». Trykk «Lagre og fortsett», så kan du gå videre."),
        step=language().text(step.title),
    )


def step_page(
    draft: Draft, step: Step, form: StepForm, *, version: int, notice: str = "", left_out: bool = False
) -> str:
    """The page of a step with its form as it stands: fresh, saved, typed, or with faults.

    ``left_out`` where its faults are files that could not be taken: whoever can do without them may go on.
    """
    state = draft.state(step)
    _tell_apart(form)
    if draft.case.on_paper and isinstance(form, EarlierForm):
        note_looked_up(draft, [one.reference for one in shown(draft.walk.journey, draft.walk.now)])
    return render_template(
        "step.html",
        journey=draft.walk.journey,
        walk=draft.walk,
        step=step,
        form=form,
        faults=form.faults(),
        left_out=left_out,
        without=left_out and not any(map(_is_needed, form)),
        version=version,
        saved_at=state.kept_at and language().clock(state.kept_at),
        typed_only=state.typed is not None and not told(STAYED),
        attached=attached(),
        detached=[of for _, of in told(DETACHED)],
        moved=[of for _, of in told(MOVED)],
        turned=[of for _, of in told(TURNED)],
        case_id=draft.case.id,
        notice=notice,
        earlier=_earlier(draft, step),
        came=already_came(draft),
        told=list(step.told(draft.walk.now)),
        deadline=deadline_box(draft.walk) if step.tells_deadline else None,
    )


def _is_needed(question: Question) -> bool:
    """Whether nobody can go on without the files that were refused there."""
    if not isinstance(question, Files):
        return False
    return bool(question.errors and question.missing and not question.received)


def _tell_apart(form: StepForm) -> None:
    """Their owner may have sent several of the same kind on the same day; a proxy is told no more than the title."""
    if participant():
        return
    for question in form:
        if isinstance(question, EarlierCase):
            by_others = _by_others(form)
            own = {option.value for option in question.choices} - {UNLISTED, *by_others}
            question.tell_apart(told_apart(tools(), reader(), visitor().account_id, own) | by_others)


def _by_others(form: StepForm) -> dict[str, str]:
    """Of each case in which another said yes for the reader, or with them for a child, who it was."""
    said, together = N_("Gitt av %(name)s for deg"), N_("Gitt av %(name)s og deg")
    sent = [one for one in form.situation.sent if one.given_by]
    return {
        one.reference: language().text(together if one.signed_too else said, name=one.given_by)
        for one in sent
    }


def _earlier(draft: Draft, step: Step) -> Step | None:
    """A step before this one that is half done: without it nobody gets further than to this one."""
    found, path = draft.half_done(), draft.walk.path
    return found if found and path.index(found) < path.index(step) else None
