"""What a helper reads of a draft that names themselves: how a colleague, or the person alone, goes on with it."""

from flask import g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from wizard.access import assistant, guarded_by
from wizard.cases import handing_on
from wizard.cases.errors import NotFillingInError
from wizard.routes.blueprints import CASE, apply
from wizard.routes.confirming import confirmed_first
from wizard.routes.counter_help import MINUTES
from wizard.routes.here import case, participant, tools, visitor


def page(code: str = "") -> str:
    """Shown in place of every page of the draft."""
    return render_template("counter/named.html", code=code, minutes=MINUTES, case_id=g.place["case_id"])


@apply.get(f"{CASE}/over-til-kollega")
@guarded_by(assistant)
def to_colleague() -> str:
    return page()


@apply.post(f"{CASE}/over-til-kollega")
@guarded_by(assistant)
@confirmed_first
def code_for_colleague() -> ResponseReturnValue:
    """The code stands on this one page: it is kept nowhere, and cannot be shown again."""
    here = participant()
    try:
        return page(handing_on.code_for_colleague(tools(), case().id, visitor(), here and here.id))
    except NotFillingInError:
        return redirect(url_for("apply.case"), code=303)
