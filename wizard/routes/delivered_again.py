"""A case that the municipality's archive, or another receiver, said no to: staff have it sent anew."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from wizard.access import guarded_by, office_case
from wizard.cases.delivering import deliver_again as again
from wizard.routes.blueprints import OFFICE_CASE, office
from wizard.routes.here import case, tools, visitor
from wizard.routes.told import tell


@office.post(f"{OFFICE_CASE}/lever-igjen")
@guarded_by(office_case)
def deliver_again() -> ResponseReturnValue:
    if again(tools(), case().id, visitor().account_id):
        tell("delivered_again")
    return redirect(url_for("office.case"), code=303)
