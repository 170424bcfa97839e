"""The office writes down that the giver of a power of attorney has taken it back without a form."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from forms.journeys.power_of_attorney_revocation.spoken import SpokenEndForm
from wizard.access import guarded_by, office_case
from wizard.cases import ending_powers
from wizard.routes import typed as typing_in
from wizard.routes.blueprints import OFFICE_CASE, office
from wizard.routes.confirming import confirmed_first, posted_before
from wizard.routes.here import case, reader, tools, visitor
from wizard.routes.told import tell

PAGE = f"{OFFICE_CASE}/fullmakt-trukket"


@office.get(PAGE)
@guarded_by(office_case)
def power_taken_back() -> ResponseReturnValue:
    if not ending_powers.can_end(tools(), case()):
        return redirect(url_for("office.case"), code=303)
    return _page(ending_powers.end_form(tools(), case(), reader(), posted_before()))


@office.post(f"{PAGE}/skriv-ned")
@guarded_by(office_case)
@confirmed_first
def end_power() -> ResponseReturnValue:
    typing_in.refuse_too_large()
    if not ending_powers.can_end(tools(), case()):  # somebody was faster
        return redirect(url_for("office.case"), code=303)
    refused = ending_powers.end_power(tools(), case(), visitor(), reader(), typing_in.typed())
    if refused is not None:
        return _page(refused), 422
    tell("power_taken_down")
    return redirect(url_for("office.case"), code=303)


def _page(form: SpokenEndForm) -> str:
    return render_template(
        "office/power_taken_back.html", form=form, faults=form.faults(), reference=case().reference
    )
