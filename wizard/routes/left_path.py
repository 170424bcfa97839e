"""A step that can no longer be saved: what was typed is shown, not thrown away."""

from collections.abc import Iterator
from typing import NamedTuple

from flask import render_template, url_for
from werkzeug.datastructures import MultiDict
from wtforms.fields.core import UnboundField

from forms.journey import Step
from forms.stepform import StepForm
from forms.walk import Walk
from wizard.cases.drafts import Draft, Typed, read_draft
from wizard.routes.here import case, language, reader, tools
from wizard.routes.typed_rows import typed_rows, typed_text


class Line(NamedTuple):
    """What was typed for one question."""

    label: str
    text: str


def left_path_page(draft: Draft, slug: str, typed: Typed) -> str | None:
    """What was typed, to read and copy; None where nothing was, or no step is called so."""
    resume = draft.walk.first_unanswered()
    go_on = url_for("apply.step", slug=resume.slug) if resume else url_for("apply.review")
    return _page(draft, slug, typed, go_on=go_on, sent=False)


def already_sent_page(slug: str, typed: Typed) -> str | None:
    """As ``left_path_page``, for a case that is in."""
    with tools().store.connect() as db:
        draft = read_draft(db, tools(), case(), reader())
    return _page(draft, slug, typed, go_on=url_for("apply.case"), sent=True)


def _page(draft: Draft, slug: str, typed: Typed, *, go_on: str, sent: bool) -> str | None:
    step = next((one for one in draft.walk.journey.steps if one.slug == slug), None)
    if step is None:
        return None
    form = draft.walk.form(step, typed)
    own = declared(form, typed)
    if not own:
        return None
    return render_template(
        "left_path.html",
        step=step,
        mine=list(lines(draft.walk, step, form, own)),
        half_done=draft.half_done(),
        go_on=go_on,
        sent=sent,
    )


def declared(form: StepForm, typed: Typed) -> Typed:
    """What was written into inputs of the step, also where it asks for less now."""
    return MultiDict(
        (name, value)
        for name, value in typed.items(multi=True)
        if value.strip() and isinstance(getattr(type(form), name.partition("-")[0], None), UnboundField)
    )


def lines(walk: Walk, step: Step, form: StepForm, own: Typed) -> Iterator[Line]:
    """What was typed, question by question: one may no longer be asked, but it was typed."""
    for row in typed_rows(walk, form, own):
        yield Line(row.label, row.text)
    for question in form:
        if not question.asked() and (text := typed_text(own, question.reads)):
            yield Line(question.say(question.label.text), text)
    rest = typed_text(own, lambda name: not any(question.reads(name) for question in form))
    if rest:
        yield Line(language().text(step.title), rest)
