"""The author's page of who signs: ask somebody, take it back, or send without waiting for anybody."""

from contextlib import suppress

import segno
from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound, TooManyRequests

from forms.question import Fault
from forms.signers import CAPACITIES, signers
from forms.situation import Person
from wizard.access import guarded_by, sender, writer
from wizard.cases import asking, cosigning
from wizard.cases.cosigners import Round, round_of
from wizard.cases.drafts import Draft, read_draft
from wizard.cases.errors import (
    ContentChangedError,
    IncompleteError,
    MistakenError,
    NotToSignError,
    TooManyTriesError,
)
from wizard.cases.since_frozen import as_frozen
from wizard.routes import typed as typing_in
from wizard.routes.asking_form import AskForm, ask_form, asked_person
from wizard.routes.blueprints import CASE, apply
from wizard.routes.confirming import confirmed_first, posted_before
from wizard.routes.cosigner_lines import cosigner_line, waiting_for
from wizard.routes.here import case, language, reader, tools
from wizard.routes.steps import review_page
from wizard.routes.waiting_told import waiting_told

PAGE = f"{CASE}/underskrifter"


def _found() -> tuple[Draft, Round]:
    """The answers, sent or not, and who signs them."""
    with tools().store.read() as db:
        draft = as_frozen(db, read_draft(db.connection(), tools(), case(), reader()))
        return draft, round_of(db, tools(), draft)


def _back() -> ResponseReturnValue:
    return redirect(url_for("apply.signatures"), code=303)


@apply.get(PAGE)
@guarded_by(writer)
def signatures() -> ResponseReturnValue:
    draft, now = _found()
    if case().submitted and not now.open:
        return redirect(url_for("apply.receipt"), code=303)
    if not case().submitted and not now.frozen and (now.author_signs or draft.unsound()):
        return redirect(url_for("apply.review"), code=303)
    return _page(draft, now, _posted_before(draft))


def _posted_before(draft: Draft) -> dict[str, AskForm]:
    posted = posted_before()
    capacity = posted.get("capacity", "") if posted else ""
    return {capacity: ask_form(draft.walk.now, capacity, posted)} if capacity in CAPACITIES else {}


def _page(draft: Draft, now: Round, typed: dict[str, AskForm]) -> str:
    """``typed`` is the form that was filled in and not taken, with its faults, by capacity."""
    situation = draft.walk.now
    with tools().store.read() as db:
        alone = asking.helper_is_alone(db, tools(), draft)
    forms = {one.capacity: ask_form(situation, one.capacity) for one in signers(situation)} | typed
    return render_template(
        "signatures.html",
        journey=draft.walk.journey,
        walk=draft.walk,
        cosigners=[cosigner_line(one) for one in now.cosigners],
        forms={} if alone else forms,
        alone=alone,
        faults=[fault for form in typed.values() for fault in form.faults()],
        waiting=waiting_for(now, named=True),
        told=waiting_told(now, language().text(draft.walk.now.naming), sent=case().submitted),
        read_on=any(one.may_be_let_go for one in now.cosigners),
        frozen=now.frozen,
        author_signs=now.author_signs,
        sent=case().submitted,
        half_done=None if case().submitted else next(iter(draft.unsound()), None),
        case_id=case().id,
    )


@apply.post(f"{PAGE}/be-om")
@guarded_by(writer)
@confirmed_first
def ask() -> ResponseReturnValue:
    """The code is shown on the page that answers, and on no other: it is kept nowhere."""
    capacity = request.form.get("capacity", "")
    if capacity not in CAPACITIES:
        raise NotFound
    draft, now = _found()
    form = ask_form(draft.walk.now, capacity, typing_in.typed())
    if not form.validate():
        return _page(draft, now, {capacity: form}), 422
    who = asked_person(form, draft.walk.now, capacity)
    try:
        code = asking.ask(tools(), case().id, reader(), capacity, who)
    except MistakenError as error:
        form.refuse(Fault("national_id", language().text(error.why)))
        return _page(draft, now, {capacity: form}), 422
    except TooManyTriesError as error:
        raise TooManyRequests(retry_after=int(asking.A_DAY.total_seconds())) from error
    except (NotToSignError, IncompleteError):
        return _back()
    return _code_page(who, code)


def _code_page(who: Person, code: str) -> str:
    address = url_for("apply.code", _external=True)
    return render_template(
        "code_made.html",
        name=who.name,
        code=code,
        address=address,
        until=language().date((tools().clock() + asking.LIFETIME).date()),
        picture=segno.make_qr(address).svg_inline(
            scale=5, border=2, omitsize=True, svgclass="qr", lineclass=None
        ),
        case_id=case().id,
    )


@apply.post(f"{PAGE}/trekk")
@guarded_by(writer)
def take_back() -> ResponseReturnValue:
    capacity = request.form.get("capacity", "")
    if capacity not in CAPACITIES:
        raise NotFound
    with suppress(NotToSignError):  # signed meanwhile: the page says so
        asking.take_back(tools(), case().id, reader(), capacity)
    return _back()


@apply.post(f"{PAGE}/send")
@guarded_by(sender)
@confirmed_first
def send_now() -> ResponseReturnValue:
    try:
        cosigning.send_now(tools(), case().id, reader())
    except NotToSignError:
        return _back()
    except IncompleteError:
        draft, _ = _found()
        return review_page(draft, refused=True), 409
    except ContentChangedError:
        return _back()  # to the review, which tells what has become another
    return redirect(url_for("apply.receipt"), code=303)
