"""The office adds an identity number that did not stand on a power of attorney or a consent on paper."""

from collections.abc import Sequence

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.paper_intake.missing_numbers import NumbersForm
from wizard.access import guarded_by, office_case
from wizard.cases import added_numbers
from wizard.cases import missing_numbers as numbers
from wizard.cases.finding import is_restricted
from wizard.routes import typed as typing_in
from wizard.routes.already_came import CameLine, came_lines, note_shown
from wizard.routes.blueprints import OFFICE_CASE, office
from wizard.routes.confirming import confirmed_first, posted_before
from wizard.routes.here import case, eyes, reader, tools, visitor
from wizard.routes.told import tell

PAGE = f"{OFFICE_CASE}/nummer"


@office.get(PAGE)
@guarded_by(office_case)
def missing_numbers() -> ResponseReturnValue:
    form = numbers.numbers_form(tools(), case(), reader(), posted_before())
    return redirect(url_for("office.case"), code=303) if form is None else _page(form)


@office.post(f"{PAGE}/legg-til")
@guarded_by(office_case)
@confirmed_first
def add_numbers() -> ResponseReturnValue:
    typing_in.refuse_too_large()
    added = numbers.add_numbers(tools(), case(), reader(), typing_in.typed(), eyes())
    if added.refused is not None:
        if added.came:
            note_shown(case(), added.asked, [one.reference for one in added.came])
        return _page(added.refused, came_lines(added.came)), 422
    if added.faster or added.written:
        tell("number_there" if added.faster else "number_added")
    with tools().store.connect() as db:
        kept = is_restricted(db, case().id) and not visitor().sees_restricted
    return redirect(url_for("office.cases" if kept else "office.case"), code=303)


@office.post(f"{PAGE}/feil")
@guarded_by(office_case)
@confirmed_first
def number_is_wrong() -> ResponseReturnValue:
    whose, shown = request.form.get("whose", ""), request.form.get("shown", 0, type=int)
    if added_numbers.number_is_wrong(tools(), case(), reader(), whose, shown):
        tell("number_taken_away")
    return redirect(url_for("office.case"), code=303)


def _page(form: NumbersForm, came: Sequence[CameLine] = ()) -> str:
    return render_template(
        "office/numbers.html", form=form, faults=form.faults(), reference=case().reference, came=came
    )
