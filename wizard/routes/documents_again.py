"""A case whose documents could not be made: staff have them tried for once more."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from wizard.access import guarded_by, office_case
from wizard.cases.trying_again import try_again
from wizard.routes.blueprints import OFFICE_CASE, office
from wizard.routes.here import case, tools, visitor
from wizard.routes.told import tell


@office.post(f"{OFFICE_CASE}/lag-dokumentene")
@guarded_by(office_case)
def make_documents_again() -> ResponseReturnValue:
    if try_again(tools(), case().id, visitor().account_id):
        tell("documents_again")
    return redirect(url_for("office.case"), code=303)
