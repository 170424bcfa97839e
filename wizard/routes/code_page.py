"""The page where a citizen types a code: what each purpose does is one function of its own."""

from collections.abc import Callable

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from forms.at_counter import CodeForm
from forms.question import Fault
from forms.situation import Situation
from wizard.access import citizen, guarded_by
from wizard.cases import codes, handing_on
from wizard.cases.codes import Invited
from wizard.cases.drafts import Typed
from wizard.cases.finding import find_case
from wizard.routes import typed as typing_in
from wizard.routes.blueprints import CODE, apply
from wizard.routes.code_errors import REFUSALS, refusal
from wizard.routes.here import language, municipality, tools, visitor

Taker = Callable[[Invited], str]
"""Takes the code up and gives the address to go on at."""


def _take_home(found: Invited) -> str:
    handing_on.take_home(tools(), found, visitor().account_id)
    return url_for("apply.case", case_id=found.case_id)


TAKERS: dict[str, Taker] = {handing_on.OWNER: _take_home}
"""By the code's purpose. What is not here cannot be taken up on this page."""


@apply.get(CODE)
@guarded_by(citizen)
def code() -> str:
    return _page(_form())


def _form(typed: Typed | None = None) -> CodeForm:
    return CodeForm(Situation(municipality(), visitor().person, tools().today(), language()), typed)


def _page(form: CodeForm) -> str:
    return render_template("code.html", form=form, faults=form.faults())


@apply.post(CODE)
@guarded_by(citizen)
def take_up() -> ResponseReturnValue:
    form = _form(typing_in.typed())
    if not form.validate():
        return _page(form), 422
    try:
        found = codes.open_code(tools(), visitor().account_id, form["code"].data, _fits)
        return redirect(TAKERS[found.purpose](found), code=303)
    except REFUSALS as error:
        text, status = refusal(error)
        form.refuse(Fault("code", language().text(text)))
        return _page(form), status


def _fits(found: Invited) -> bool:
    """A purpose of this page, about a case in this municipality."""
    with tools().store.connect() as db:
        case = find_case(db, found.case_id)
    return found.purpose in TAKERS and case is not None and case.municipality == municipality().id
