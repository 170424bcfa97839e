"""At the counter, with the person beside the helper: how they confirm what was filled in.

The helper, who says who it was, shows anew who they are before the person draws: nobody should have to draw twice.
"""

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import RequestEntityTooLarge

from forms.question import Fault
from forms.signers import author_signs
from forms.signing_at_counter import CounterSignForm, signer_at_counter
from wizard import kiosk
from wizard.access import assistant, guarded_by
from wizard.cases import counter_sending
from wizard.cases.cosigners import waits
from wizard.cases.counter_signature import Seen, asked_here
from wizard.cases.drafts import Draft, Typed
from wizard.cases.errors import (
    ContentChangedError,
    IncompleteError,
    OwnCaseError,
    RefusedFileError,
)
from wizard.languages import speak
from wizard.routes import typed as typing_in
from wizard.routes.blueprints import CASE, apply
from wizard.routes.confirming import asks_itself, forget_posted, must_confirm, posted_before, to_confirm
from wizard.routes.counter_page import OWN
from wizard.routes.here import case, language, reader, tools, visitor
from wizard.routes.steps import draft, review_page


@apply.get(f"{CASE}/underskrift")
@guarded_by(assistant)
def confirm() -> ResponseReturnValue:
    return _to_confirm()


def _to_confirm(typed: Typed | None = None, *, validated: bool = False) -> ResponseReturnValue:
    """The page as it stands, unless there is nothing to confirm yet, or no more."""
    if case().submitted:
        return _receipt()
    try:
        with tools().store.read() as db:
            found = counter_sending.to_sign(db, tools(), case(), reader())
    except IncompleteError:
        return redirect(url_for("apply.review"), code=303)
    if found is None:
        return _to_signatures()
    if typed is None and must_confirm(before_long=True):
        return to_confirm(url_for("apply.confirm"))
    form = _form(draft(), typed or posted_before())
    if validated:
        form.validate()
    _, content = found
    return _page(form, content.sha256())


def _form(found: Draft, typed: Typed | None = None) -> CounterSignForm:
    return asked_here(found, typed, shared=bool(kiosk.place()))


def _receipt() -> ResponseReturnValue:
    return redirect(url_for("apply.receipt"), code=303)


def _to_signatures() -> ResponseReturnValue:
    """Who helps hands out the codes for the others who sign, as the author does at home."""
    return redirect(url_for("apply.signatures"), code=303)


def _page(form: CounterSignForm, content_sha256: str, notice: str = "") -> str:
    found = draft()
    return render_template(
        "counter/sign.html",
        form=form,
        faults=form.faults(),
        content_hash=content_sha256,
        case_id=case().id,
        walk=found.walk,
        citizen=signer_at_counter(found.walk.now).name,
        author_signs=author_signs(found.walk.now),
        notice=notice,
    )


def chosen_again(notice: str) -> ResponseReturnValue | None:
    """The page with what was chosen and drawn, for a reason outside it; None where the request came from another."""
    if request.endpoint != "apply.confirmed" or g.get("case") is None:
        return None
    if case().submitted:
        return _receipt()
    try:
        form = _form(draft(), typing_in.typed())
    except RequestEntityTooLarge:
        return None
    return _page(form, request.form.get("content", ""), notice), 400


@apply.post(f"{CASE}/underskrift")
@guarded_by(assistant)
@asks_itself
def confirmed() -> ResponseReturnValue:
    typing_in.refuse_too_large()
    forget_posted()
    if code := typing_in.control("_language"):
        return _in_another_language(code)
    if must_confirm() and not case().submitted:
        return to_confirm(url_for("apply.confirm"), typing_in.typed())
    return _confirmed()


def _confirmed() -> ResponseReturnValue:
    seen = Seen(request.form.get("content", ""), typing_in.typed(), visitor(), shared=bool(kiosk.place()))
    try:
        unsigned = counter_sending.send_at_counter(tools(), case().id, reader(), seen)
    except (IncompleteError, ContentChangedError):
        return review_page(draft(), refused=True), 409
    except OwnCaseError:
        return _page(_form(draft(), seen.typed), seen.content_sha256, language().text(OWN)), 422
    except RefusedFileError as error:
        unsigned = _form(draft(), seen.typed)
        unsigned.refuse(Fault("drawing", str(error)))
    if unsigned is not None:
        return _page(unsigned, seen.content_sha256), 422
    return _to_signatures() if waits(tools(), case().id) else _receipt()


def _in_another_language(code: str) -> ResponseReturnValue:
    """The same page with what was chosen, written and drawn, none of which is kept: so it is no redirect."""
    speak(code)
    return _to_confirm(typing_in.typed(), validated=bool(typing_in.control("_faults")))
