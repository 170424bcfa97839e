"""The citizen's way through a journey: begin, each step, read through, delete."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest, NotFound

from forms.helped import told as told_of_help
from forms.journey import Step
from forms.question import Fault
from forms.representation.told import standing
from forms.signers import author_signs
from wizard.access import citizen, guarded_by, writer
from wizard.cases import answering, continuing, following
from wizard.cases.asked import asked_of
from wizard.cases.continuing import Earlier
from wizard.cases.cosigners import waits
from wizard.cases.drafts import Draft, Filled, read_draft
from wizard.cases.errors import AlreadySentError, ConflictError, NotYoursError, OutOfOrderError, TooLongError
from wizard.cases.held import holds_any
from wizard.cases.others import cases_for_others
from wizard.cases.said_for import may_see_any
from wizard.routes import typed as typing_in
from wizard.routes.already_came import already_came
from wizard.routes.asked_lines import asked_line
from wizard.routes.begun import begin_case
from wizard.routes.blueprints import CASE, STEP, apply
from wizard.routes.buttons import Pressed, press_button
from wizard.routes.case_lines import case_line
from wizard.routes.conflict_page import conflict_page
from wizard.routes.deadline_box import deadline_box
from wizard.routes.here import assisting, case, language, municipality, reader, tools, visitor
from wizard.routes.left_path import left_path_page
from wizard.routes.review_sections import sections
from wizard.routes.signing_told import signing_told
from wizard.routes.step_page import as_it_stood, led_back, step_page
from wizard.routes.told import LED_BACK, STAYED, VOIDED, tell


def draft() -> Draft:
    """The draft of the address; ``AlreadySentError`` where it is in."""
    if case().submitted:
        raise AlreadySentError
    with tools().store.connect() as db:
        return read_draft(db, tools(), case(), reader())


def _led_back(refused: OutOfOrderError) -> ResponseReturnValue:
    tell(LED_BACK)
    return to_step(refused.resume)


def to_step(step: Step | None, anchor: str | None = None) -> ResponseReturnValue:
    """On to a step, or to the review where there is none left; ``anchor`` is the place on the page."""
    if step is None:
        return redirect(url_for("apply.review", _anchor=anchor), code=303)
    return redirect(url_for("apply.step", slug=step.slug, _anchor=anchor), code=303)


@apply.get("/<municipality>/mine-saker")
@guarded_by(citizen)
def mine() -> str:
    lines = following.own_cases(tools(), visitor().account_id, municipality().id)
    asked = asked_of(tools(), visitor().account_id, municipality().id)
    others = cases_for_others(tools(), visitor().account_id, municipality().id)
    return render_template(
        "my_cases.html",
        cases=sorted(map(case_line, lines), key=lambda one: not one.wants_something),
        others=[case_line(one.line, one.address) for one in others],
        handles=holds_any(tools(), visitor().account_id, municipality().id),
        asked=[asked_line(line) for line in asked],
        consents=may_see_any(tools(), visitor().account_id, municipality().id),
    )


@apply.post("/<municipality>/begynn")
@guarded_by(citizen)
def begin() -> ResponseReturnValue:
    journey = request.form.get("journey", "")
    if journey not in municipality().journeys:
        raise NotFound
    if "about" in request.form:
        return _begin_about(journey, Earlier(request.form["about"]))
    return redirect(begin_case(visitor(), journey), code=303)


def _begin_about(journey: str, about: Earlier) -> ResponseReturnValue:
    """On with the first step that is left, now that the earlier case is chosen."""
    here = tools(), reader(), visitor().account_id, municipality().id
    try:
        begun = continuing.begin_about(*here, journey, about)
    except NotYoursError as error:
        raise NotFound from error
    tell(STAYED)
    return redirect(url_for("apply.case", case_id=begun.id), code=303)


@apply.get(STEP)
@guarded_by(writer)
def step(slug: str) -> ResponseReturnValue:
    found = draft()
    try:
        here = found.visit(slug)
    except OutOfOrderError as refused:
        return _led_back(refused)
    form = as_it_stood(found, here)
    notice = led_back(found, here, form)
    return step_page(found, here, form, version=found.state(here).version, notice=notice)


@apply.post(STEP)
@guarded_by(writer)
def answer(slug: str) -> ResponseReturnValue:
    filled = typing_in.filled(slug)
    try:
        return _answer(slug, filled)
    finally:
        if case().frozen and not waits(tools(), case().id):
            tell(VOIDED)


def _answer(slug: str, filled: Filled) -> ResponseReturnValue:
    try:
        pressed = press_button(filled)
        if pressed is not None:
            return after_button(draft(), filled, pressed)
        done = answering.answer(tools(), case(), reader(), filled)
    except (OutOfOrderError, ConflictError):
        return _not_as_it_was(draft(), filled)
    except TooLongError as error:
        return after_button(draft(), filled, Pressed(refused=error.faults))
    if done.saved:
        if done.back:
            tell(LED_BACK)
        reviewed = done.changed and done.following is None
        return to_step(done.following, f"steg-{slug}" if reviewed else None)
    return step_page(done.draft, done.step, done.form, version=filled.version), 422


def _not_as_it_was(found: Draft, filled: Filled) -> ResponseReturnValue:
    """Another tab was here: the step has other answers now, or can no longer be filled in."""
    try:
        return conflict_page(found, filled), 409
    except OutOfOrderError as refused:
        page = left_path_page(found, filled.slug, filled.typed)
        return (page, 409) if page else _led_back(refused)


def after_button(found: Draft, filled: Filled, pressed: Pressed) -> ResponseReturnValue:
    """The step again: where the button was, or with the reason why each file could not be taken."""
    here = found.visit(filled.slug)
    if not pressed.refused:
        return to_step(here, pressed.anchor)
    form = found.walk.form(here, filled.typed)
    for fault in pressed.refused:
        if fault.anchor not in form:
            raise BadRequest
        form.refuse(fault)
    return step_page(found, here, form, version=filled.version, left_out=pressed.left_out), 422


@apply.get(f"{CASE}/se-over")
@guarded_by(writer)
def review() -> str:
    return review_page(draft())


def _signs_here(found: Draft) -> bool:
    """Whether somebody can sign in front of the helper: not where the author has, and others are waited for."""
    return assisting() and (not author_signs(found.walk.now) or not waits(tools(), found.case.id))


def review_page(found: Draft, *, refused: bool = False) -> str:
    """Everything once more; ``refused`` says why it could not be sent: something is missing, or was changed since."""
    shown = sections(found)
    unsound = [section.step for section in shown if not section.sound]
    missing = [Fault(f"steg-{step.slug}", language().text(step.title)) for step in unsound]
    return render_template(
        "review.html",
        journey=found.walk.journey,
        walk=found.walk,
        sections=shown,
        ready=not unsound,
        signs=found.may_sign,
        signs_here=_signs_here(found),
        faults=missing if refused else [],
        changed=refused and not missing,
        case_id=found.case.id,
        deadline=None if found.case.on_paper else deadline_box(found.walk),
        standing=standing(found.walk.now),
        signing=signing_told(found),
        came=already_came(found),
        helped=told_of_help(found.walk.now.helped, language()),
    )
