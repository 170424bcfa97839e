"""Logged out here, and then at the provider too: who comes next to the same machine is nobody's SSO."""

import structlog
from flask import make_response, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from wizard import headers, kiosk
from wizard.access import anyone, guarded_by
from wizard.elsewhere import Behind
from wizard.oidc.client import origin
from wizard.oidc.errors import ProviderDownError
from wizard.routes.blueprints import account
from wizard.routes.here import ways_in
from wizard.routes.own_address import own_address
from wizard.routes.told import tell

AFTER = "after"

log = structlog.get_logger()


def log_out_elsewhere(there: Behind) -> ResponseReturnValue | None:
    """A page that posts on to the provider; None where the log-in was made by none, or it cannot be reached.

    The ID token names the person: it is posted, and stands in no address.
    """
    client = ways_in().client(staff=there.staff)
    if not there.id_token or client is None:
        return None
    try:
        door = client.way_out()
    except ProviderDownError as error:
        log.warning("not_logged_out_elsewhere", why=str(error))
        return None
    if there.refresh_token and (why := client.revoke(there.refresh_token)):
        log.warning("not_revoked", why=why)
    session[AFTER] = own_address(request.form.get("back"), "/")
    fields = {
        "id_token_hint": there.id_token,
        "post_logout_redirect_uri": url_for("account.out", _external=True),
    }
    page = make_response(
        render_template("logged_out_elsewhere.html", door=door, fields=fields, staff=there.staff, alone=True)
    )
    page.headers["Content-Security-Policy"] = headers.policy(origin(door))
    page.headers["Clear-Site-Data"] = '"cache", "storage"'
    return page


@account.get("/utlogget")
@guarded_by(anyone)
def out() -> ResponseReturnValue:
    """Back from the provider: on a shared screen all is wiped now, and not before, since some never come back."""
    if AFTER not in session:
        return redirect("/")
    after = own_address(session.pop(AFTER), "/")
    if wiped := kiosk.wiped():
        return wiped
    tell("logged_out")
    return redirect(after)
