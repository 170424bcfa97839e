"""The short page on which staff say why they open a case; after that the case."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from forms.fields.yesno import YES
from wizard.access import guarded_by, office_door
from wizard.cases import following
from wizard.cases.access_reasons import OTHER, Said, state
from wizard.cases.errors import UnreadableError
from wizard.routes import typed as typing_in
from wizard.routes.blueprints import OFFICE_CASE, office
from wizard.routes.here import case, office_name, tools, visitor
from wizard.routes.office_lines import OfficeLine, office_line
from wizard.routes.reason_form import ReasonForm, reason_form

PAGE = f"{OFFICE_CASE}/grunn"


@office.get(PAGE)
@guarded_by(office_door)
def reason() -> str:
    return _page(reason_form())


def _page(form: ReasonForm) -> str:
    return render_template(
        "office/reason.html",
        form=form,
        faults=form.faults(),
        reference=case().reference,
        line=_line(),
    )


def _line() -> OfficeLine | None:
    """As the office's list has it, which whoever stands here may read: who is to say whether they know them must."""
    try:
        return None if case().removed else office_line(following.sent_or_fail(tools(), case()))
    except UnreadableError:
        return None


@office.post(PAGE)
@guarded_by(office_door)
def give_reason() -> ResponseReturnValue:
    typing_in.refuse_too_large()
    form = reason_form(typing_in.typed())
    if not form.validate():
        return _page(form), 422
    words = form.own_words.data if form.reason.data == OTHER else ""
    said = Said(str(form.reason.data), words, related=form.related.data == YES)
    state(tools(), visitor(), case().id, said, office=office_name())
    return redirect(url_for("office.case"), code=303)
