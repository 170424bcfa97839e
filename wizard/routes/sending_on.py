"""The office says where it has sent a complaint on to: the papers go by its own ways."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest

from wizard.access import guarded_by, office_case
from wizard.cases.routing import route
from wizard.routes.blueprints import OFFICE_CASE, office
from wizard.routes.desk_pages import or_told
from wizard.routes.here import case, tools, visitor
from wizard.routes.told import CHOSE_NONE, SENT_ON, tell


@office.post(f"{OFFICE_CASE}/send-videre")
@guarded_by(office_case)
def send_on() -> ResponseReturnValue:
    track = request.form.get("track", "")
    if not track:  # nothing was chosen, so nothing is changed
        tell(CHOSE_NONE)
        return redirect(url_for("office.case"), code=303)
    try:
        return or_told(lambda: _sent_on(track))
    except LookupError as error:
        raise BadRequest from error


def _sent_on(track: str) -> None:
    route(tools(), case(), visitor().account_id, track)
    tell(SENT_ON, track)
