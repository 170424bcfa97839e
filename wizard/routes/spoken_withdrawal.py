"""The office writes down that somebody has taken a consent back: by word of mouth, or on a paper of their own."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from forms.journeys.consent_withdrawal.spoken import SpokenForm
from wizard.access import guarded_by, office_case
from wizard.cases import taking_down
from wizard.cases.consented import CAN_BE_TAKEN_BACK, consents_of_case
from wizard.cases.taking_down import Staff
from wizard.routes import typed as typing_in
from wizard.routes.blueprints import OFFICE_CASE, office
from wizard.routes.confirming import confirmed_first, posted_before
from wizard.routes.here import case, language, tools, visitor
from wizard.routes.told import tell

PAGE = f"{OFFICE_CASE}/samtykke-trukket"


@office.get(PAGE)
@guarded_by(office_case)
def spoken() -> ResponseReturnValue:
    if not _any_left():
        return redirect(url_for("office.case"), code=303)
    return _page(taking_down.spoken_form(tools(), case(), _staff(), posted_before()))


@office.post(f"{PAGE}/skriv-ned")
@guarded_by(office_case)
@confirmed_first
def take_down() -> ResponseReturnValue:
    typing_in.refuse_too_large()
    if not _any_left():  # somebody was faster
        return redirect(url_for("office.case"), code=303)
    refused = taking_down.take_down(tools(), case(), _staff(), typing_in.typed())
    if refused is not None:
        return _page(refused), 422
    tell("consent_taken_down")
    return redirect(url_for("office.case"), code=303)


def _any_left() -> bool:
    at, today = tools().clock(), tools().today()
    return any(one.state(at, today) in CAN_BE_TAKEN_BACK for one in consents_of_case(tools(), case().id))


def _staff() -> Staff:
    return Staff(visitor(), language())


def _page(form: SpokenForm) -> str:
    return render_template(
        "office/spoken_withdrawal.html", form=form, faults=form.faults(), reference=case().reference
    )
