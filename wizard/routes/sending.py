"""Sign and send, and what comes after: receipt, status and documents."""

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import RequestEntityTooLarge

from forms.acting import notes_down
from forms.language import N_
from forms.question import Fault
from forms.signing import SignForm
from forms.walk import Walk
from wizard.access import guarded_by, sender, taking_part
from wizard.cases import following, sending
from wizard.cases.about import about, draft_of, whom
from wizard.cases.assisting import helpers_now
from wizard.cases.consented import gave_any
from wizard.cases.cosigners import others_turn, waits
from wizard.cases.drafts import Draft
from wizard.cases.errors import (
    AlreadySentError,
    ContentChangedError,
    IncompleteError,
    NotFillingInError,
    NotToSignError,
)
from wizard.cases.freezing import signed_paper
from wizard.cases.participants import PROXY
from wizard.cases.sending import Signing
from wizard.cases.standing import came_since_archived
from wizard.cases.what_is_signed import frozen_content
from wizard.failpoints import reach
from wizard.languages import choose
from wizard.routes import typed as typing_in
from wizard.routes.archived import until
from wizard.routes.blueprints import CASE, apply
from wizard.routes.case_lines import FOR_YOU
from wizard.routes.confirming import asks_itself, forget_posted, must_confirm, posted_before, to_confirm
from wizard.routes.cosigner_lines import missing_signatures
from wizard.routes.document_lines import document_lines
from wizard.routes.file_lines import own_file_lines, wants_new_copy
from wizard.routes.here import assisting, case, language, participant, reader, signs, tools, visitor
from wizard.routes.own_ties import NO_TIES, OwnTies, own_ties
from wizard.routes.sent_lines import sent_line
from wizard.routes.steps import draft, review_page, to_step
from wizard.routes.still_held import own_still_held
from wizard.routes.stubs import stub_page
from wizard.routes.told import TICKED, tell, ticked, ticks
from wizard.routes.what_next import what_next


def _receipt() -> ResponseReturnValue:
    return redirect(url_for("apply.receipt"), code=303)


def _to_review() -> ResponseReturnValue:
    return redirect(url_for("apply.review"), code=303)


def _to_signatures() -> ResponseReturnValue:
    return redirect(url_for("apply.signatures"), code=303)


def _send_page(
    found: Draft, form: SignForm, faults: list[Fault], content_sha256: str, notice: str = ""
) -> str:
    return render_template(
        "send.html",
        form=form,
        faults=faults,
        content_hash=content_sha256,
        case_id=case().id,
        walk=found.walk,
        journey=found.walk.journey,
        notes_down=notes_down(found.walk.now),
        notice=notice,
    )


def chosen_again(notice: str) -> ResponseReturnValue | None:
    """The page with what was chosen, for a reason outside it; None where the request did not come from it."""
    if request.endpoint != "apply.put_in" or g.get("case") is None:
        return None
    try:
        found = draft()
        form = SignForm(found.walk.now, typing_in.typed())
    except AlreadySentError:
        return _receipt()
    except RequestEntityTooLarge:
        return None
    return _send_page(found, form, [], request.form.get("content", ""), notice), 400


@apply.get(f"{CASE}/send")
@guarded_by(sender)
def send() -> ResponseReturnValue:
    try:
        found = draft()
        if others_turn(tools(), found):
            return _to_signatures()
        content = frozen_content(found)
    except AlreadySentError:
        return _receipt()
    except IncompleteError:
        return _to_review()
    if not found.may_sign or case().on_paper:
        return _to_review()
    if must_confirm():
        return to_confirm(url_for("apply.send"))
    return _send_page(found, SignForm(found.walk.now, posted_before(), ticked()), [], content.sha256())


@apply.post(f"{CASE}/send")
@guarded_by(sender)
@asks_itself
def put_in() -> ResponseReturnValue:
    typing_in.refuse_too_large()
    forget_posted()
    if first := _before_signing():
        return first
    signing = Signing(request.form.get("content", ""), typing_in.typed(), visitor().level)
    try:
        unsigned = sending.send(tools(), case().id, reader(), signing)
    except (IncompleteError, ContentChangedError):
        return review_page(draft(), refused=True), 409
    except NotFillingInError:
        return _to_review()
    except NotToSignError:
        return _to_signatures()
    reach("send_unanswered")
    if unsigned is not None:
        return _send_page(draft(), unsigned, unsigned.faults(), signing.content_sha256), 422
    return _to_signatures() if waits(tools(), case().id) else _receipt()


def _before_signing() -> ResponseReturnValue | None:
    if code := typing_in.control("_language"):
        return _in_another_language(code)
    if must_confirm() and not case().submitted and not case().on_paper:
        return to_confirm(url_for("apply.send"), typing_in.typed())
    return None


def _in_another_language(code: str) -> ResponseReturnValue:
    """The same page, with what was ticked: the text that is signed is in that language too."""
    choose(code)
    try:
        form = SignForm(draft().walk.now, typing_in.typed())
    except AlreadySentError:
        return _receipt()
    for tick in ticks(form):
        tell(TICKED, tick)
    return redirect(url_for("apply.send"), code=303)


@apply.get(f"{CASE}/kvittering")
@guarded_by(taking_part)
def receipt() -> ResponseReturnValue:
    return _sent_page("receipt.html")


@apply.get(CASE, endpoint="case")
@guarded_by(taking_part)
def case_page() -> ResponseReturnValue:
    return _sent_page("case.html")


def _not_sent() -> ResponseReturnValue:
    """On with what comes next: sign, wait for others, or answer what is left."""
    if signs():
        return redirect(url_for("apply.cosigned"), code=303)
    if waits(tools(), case().id):
        return _to_signatures()
    return to_step(draft().walk.first_unanswered())


def _ties() -> OwnTies:
    """What else of the owner's hangs together with it is shown to the owner, and to whoever acts by a power for it."""
    me = participant()
    acts = me is None or (me.capacity == PROXY and me.power_id not in {None, me.case_id})
    return own_ties(case()) if acts else NO_TIES


def _about_consents() -> bool:
    """Whether the page leads on to all that its owner has said yes to."""
    return case().journey == "consent_withdrawal" or gave_any(
        tools(), case().owner_id, case().municipality, case().id
    )


def _about(walk: Walk | None) -> str:
    """For whom it is, as the reader says it: a helper by the name of the one whom they help."""
    if visitor().account_id == case().owner_id != case().author_id:
        return language().text(FOR_YOU)
    told = about(walk)
    if walk and assisting() and told == language().text(FOR_YOU):
        return language().text(N_("For %(name)s"), name=walk.now.submitter.name)
    return told


def _sent_page(template: str) -> ResponseReturnValue:
    if case().removed:
        return stub_page(_ties(), consents=participant() is None and _about_consents())
    found = following.sent(tools(), case())
    if found is None:
        return _not_sent()
    answered = draft_of(tools(), case(), reader())
    walk = answered.walk.sent(found.received_at, awaits_paper=found.awaits_paper) if answered else None
    told, files = _about(walk), own_file_lines(found)
    return render_template(
        template,
        files=files,
        new_copy_of=wants_new_copy(found, files),
        case=sent_line(found),
        about=told,
        whom=whom(told, language()),
        documents=document_lines(found),
        until=until(found),
        archived_without=came_since_archived(found.events),
        now=what_next(found, walk),
        missing=missing_signatures(answered),
        may_ask=participant() is None,
        owns=participant() is None,
        signed_paper=None if signs() or assisting() else signed_paper(tools(), case().id),
        signed_language=found.request.content.language,
        ties=_ties(),
        still=own_still_held(),
        helping=helpers_now(tools(), case().id) if case().with_help else [],
        consents=participant() is None and _about_consents(),
    )
