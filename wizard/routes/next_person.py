"""On a shared screen: who comes from outside is not who was there before, whose log-in is over first, everywhere.

Browsers say of each page where it was asked for from. A page that the provider's answer redirects to would count as
asked for from there: it is led to from a page of our own instead.
"""

from flask import Flask, Response, render_template, session
from flask import request as asked
from flask.typing import ResponseReturnValue

from wizard import kiosk
from wizard.origin import ANSWERS, OF_A_PROVIDER
from wizard.routes.account import end_everywhere


def init_app(app: Flask) -> None:
    app.before_request(_somebody_else)
    app.after_request(_from_our_own_page)


def _somebody_else() -> ResponseReturnValue | None:
    if asked.endpoint in OF_A_PROVIDER or not kiosk.comes_from_outside():
        return None
    if kiosk.LOGGED_IN not in session or not kiosk.place():
        return None
    return end_everywhere() or kiosk.wiped()


def _from_our_own_page(response: Response) -> Response:
    if asked.endpoint in ANSWERS and response.location and kiosk.comes_from_outside() and kiosk.place():
        target = response.headers.pop("Location")
        response.status_code = 200
        response.set_data(render_template("logged_in.html", target=target, alone=True))
        response.headers["Refresh"] = f"0; url={target}"
    return response
