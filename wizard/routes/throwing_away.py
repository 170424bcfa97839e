"""The owner throws a draft away; a complaint that can still be sent is asked about once more."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.language import N_
from forms.question import Fault
from wizard.access import guarded_by, owner
from wizard.cases import beginning
from wizard.cases.keeping import asks_again
from wizard.routes.blueprints import CASE, apply
from wizard.routes.confirming import confirmed_first, posted_before
from wizard.routes.deadline_box import deadline_box
from wizard.routes.going import stays_until
from wizard.routes.here import case, language, tools
from wizard.routes.steps import draft
from wizard.routes.told import tell

SURE = N_("Kryss av for at du vil slette, eller behold utkastet.")


@apply.get(f"{CASE}/slett")
@guarded_by(owner)
def delete() -> ResponseReturnValue:
    return _page([])


def _page(faults: list[Fault]) -> str:
    found, posted = draft(), posted_before()
    return render_template(
        "delete.html",
        case=found.case,
        faults=faults,
        asks_again=asks_again(found.walk),
        stays_until=stays_until(found.case),
        deadline=deadline_box(found.walk),
        sure=posted is not None and posted.get("sure") == "yes",
    )


@apply.post(f"{CASE}/slett")
@guarded_by(owner)
@confirmed_first
def throw_away() -> ResponseReturnValue:
    if asks_again(draft().walk) and request.form.get("sure") != "yes":
        return _page([Fault("sure", language().text(SURE))]), 422
    beginning.delete_draft(tools(), case().id)
    tell("deleted")
    return redirect(url_for("apply.mine"), code=303)
