"""A shared screen is switched on and off by a helper, and by nobody else; a page of it says that somebody is there."""

from flask import make_response, redirect, url_for
from flask.typing import ResponseReturnValue

from wizard import kiosk
from wizard.access import anyone, guarded_by, helper
from wizard.routes.account import end_everywhere
from wizard.routes.blueprints import COUNTER, account, counter
from wizard.routes.here import municipality, who


@counter.post(f"{COUNTER}/delt-skjerm")
@guarded_by(helper)
def shared() -> ResponseReturnValue:
    """The helper is logged out, here and at the provider, and all is wiped: from now on it is the citizens' screen."""
    there = end_everywhere()
    kiosk.begin(municipality().id)
    return there or kiosk.wiped() or redirect(url_for("public.start"), code=303)


@counter.post(f"{COUNTER}/egen-skjerm")
@guarded_by(helper)
def not_shared() -> ResponseReturnValue:
    return kiosk.unmark(make_response(redirect(url_for("counter.page"), code=303)))


@account.get("/til-stede")
@guarded_by(anyone)
def present() -> ResponseReturnValue:
    """Somebody moves or types on a page: the log-in is in use. Says nothing, to anybody."""
    who()
    return "", 204
