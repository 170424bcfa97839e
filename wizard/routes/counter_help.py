"""Help with a draft, seen from both sides: a code for the counter, a code for the phone, and the end of it."""

import segno
from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from forms.journeys.registry import journey
from wizard.access import assistant, guarded_by, helped, sender
from wizard.cases import assisting, handing_on
from wizard.cases.errors import AlreadySentError, NotFillingInError
from wizard.routes.blueprints import CASE, apply
from wizard.routes.confirming import confirmed_first
from wizard.routes.here import assisting as is_assisting
from wizard.routes.here import case, language, participant, reader, tools, visitor

ANCHOR = "kode="
"""Before the code in the fragment of the address that a QR code holds: a browser sends a fragment to nobody."""
MINUTES = int(handing_on.LIFETIME.total_seconds() // 60)


@apply.get(f"{CASE}/hjelp")
@guarded_by(sender)
def help_wanted() -> ResponseReturnValue:
    if not _fills_in():
        return redirect(url_for("apply.review"), code=303)
    return _own_page()


def _fills_in() -> bool:
    """Whoever lets another fill in takes over before they let a third one help."""
    return visitor().account_id == case().author_id


def _own_page(code: str = "") -> str:
    if case().submitted:
        raise AlreadySentError
    return render_template(
        "counter/own.html",
        code=code,
        minutes=MINUTES,
        case_id=case().id,
        title=language().text(journey(case().journey).title),
        helping=assisting.helpers_now(tools(), case().id),
    )


@apply.post(f"{CASE}/hjelp")
@guarded_by(sender)
@confirmed_first
def code_for_counter() -> ResponseReturnValue:
    """The code stands on this one page: it is kept nowhere, and cannot be shown again."""
    try:
        return _own_page(handing_on.code_for_counter(tools(), case().id, reader()))
    except NotFillingInError:
        return redirect(url_for("apply.review"), code=303)


@apply.get(f"{CASE}/over-til-telefon")
@guarded_by(assistant)
def to_phone() -> str:
    return _phone_page()


def _phone_page(code: str = "") -> str:
    if case().submitted:
        raise AlreadySentError
    address = url_for("apply.code", _external=True)
    qr = _qr(f"{address}#{ANCHOR}{code}") if code else ""
    return render_template(
        "counter/phone.html", code=code, minutes=MINUTES, address=address, qr=qr, case_id=case().id
    )


def _qr(text: str) -> Markup:
    drawn = segno.make(text, error="m")
    svg = drawn.svg_inline(scale=6, border=4, dark="#000", light="#fff", svgclass="qr", lineclass=None)
    return Markup(svg)  # noqa: S704 -- segno draws it, of letters that we made


@apply.post(f"{CASE}/over-til-telefon")
@guarded_by(assistant)
@confirmed_first
def code_for_phone() -> str:
    """As ``code_for_counter``."""
    here = participant()
    made = handing_on.code_for_phone(tools(), case().id, visitor().account_id, here and here.id)
    return _phone_page(made)


@apply.post(f"{CASE}/hjelp/avslutt")
@guarded_by(helped)
def end_help() -> ResponseReturnValue:
    """An assistant ends their own help; whoever's draft it is ends all."""
    here = participant()
    if here and is_assisting():
        assisting.end_help(tools(), case().id, visitor().account_id, here.id)
        return redirect(url_for("counter.page"), code=303)
    assisting.end_help(tools(), case().id, visitor().account_id)
    return redirect(url_for("apply.case" if case().submitted else "apply.help_wanted"), code=303)
