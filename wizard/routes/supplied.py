"""The office writes down what a case lacked, and has come: a paper to act by, or a day that nobody could read."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from forms.paper_intake.last_day import LastDayForm
from wizard.access import guarded_by, office_case
from wizard.cases import supplying
from wizard.routes import typed as typing_in
from wizard.routes.blueprints import OFFICE_CASE, office
from wizard.routes.confirming import confirmed_first
from wizard.routes.here import case, reader, tools
from wizard.routes.told import tell


@office.post(f"{OFFICE_CASE}/fullmakt-i-orden")
@guarded_by(office_case)
@confirmed_first
def authorization_good() -> ResponseReturnValue:
    if supplying.authorization_good(tools(), case(), reader()):
        tell("authorization_good")
    return redirect(url_for("office.case"), code=303)


PAGE = f"{OFFICE_CASE}/siste-dag"


@office.get(PAGE)
@guarded_by(office_case)
def last_day() -> ResponseReturnValue:
    if not supplying.lacks_day(tools(), case(), reader()):
        return redirect(url_for("office.case"), code=303)
    return _page(supplying.last_day_form(tools(), case(), reader()))


@office.post(f"{PAGE}/skriv-inn")
@guarded_by(office_case)
def write_last_day() -> ResponseReturnValue:
    typing_in.refuse_too_large()
    if not supplying.lacks_day(tools(), case(), reader()):  # somebody was faster
        return redirect(url_for("office.case"), code=303)
    refused = supplying.write_last_day(tools(), case(), reader(), typing_in.typed())
    if refused is not None:
        return _page(refused), 422
    tell("last_day_written")
    return redirect(url_for("office.case"), code=303)


def _page(form: LastDayForm) -> str:
    return render_template(
        "office/last_day.html", form=form, faults=form.faults(), reference=case().reference
    )
