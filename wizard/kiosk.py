"""A shared screen: a browser that many people use in turn, marked by a helper with a signed cookie of its own.

Whoever sits there is taken to have left after five minutes without a sign of life, and whoever comes by an address of
their own, or from another site, is taken to be somebody else. What one leaves behind is wiped before the next one sees
anything. The mark alone stays: only a helper's press sets it where there is none, so no address can mark a browser.
"""

import secrets
from datetime import timedelta

from flask import Flask, Response, current_app, g, make_response, redirect, request, session, url_for
from itsdangerous import BadSignature, URLSafeTimedSerializer

from wizard.routes.told import tell

IDLE = timedelta(minutes=5)
WARNED = timedelta(minutes=2)
"""How long before that a warning stands on the page."""
KEPT = 365 * 24 * 3600
WIPED = '"cache", "storage"'
"""Not the cookies: there are two, of which one is emptied and the other is the mark."""
LOGGED_IN = "_user_id"
"""Where Flask-Login keeps the log-in's token in the session."""
BEGUN = "screen"
"""What the session holds between a helper's word that the screen is shared and the wiping."""
TURN = "turn"
"""The session's random name of the turn that somebody has there: gone with whatever ends it."""


class FileStaysError(Exception):
    """What is downloaded lies on the machine after its reader has left: a shared screen hands no file out."""


def init_app(app: Flask) -> None:
    app.after_request(_mark_begun)
    app.context_processor(lambda: {"kiosk": place(), "kiosk_idle": IDLE, "kiosk_warned": WARNED})


def _name() -> str:
    return f"{current_app.config['SESSION_COOKIE_NAME']}-skjerm"


def _signer() -> URLSafeTimedSerializer:
    keys = [*current_app.config["SECRET_KEY_FALLBACKS"], current_app.config["SECRET_KEY"]]
    return URLSafeTimedSerializer(keys, salt="screen")  # the last one signs, each is believed


def _read(value: str) -> str:
    """The municipality that was signed; empty for anything else."""
    try:
        return str(_signer().loads(value, max_age=KEPT))
    except BadSignature:
        return ""


def place() -> str:
    """The municipality at whose counter this browser is a shared screen; empty where it is none."""
    if "kiosk" not in g:
        g.kiosk = _read(request.cookies.get(_name(), ""))
    found: str = g.kiosk
    return found


def mark(response: Response, municipality: str) -> Response:
    """Make the browser a shared screen from now on."""
    response.set_cookie(
        _name(),
        _signer().dumps(municipality),
        max_age=KEPT,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",
    )
    return response


def unmark(response: Response) -> Response:
    response.delete_cookie(
        _name(), secure=current_app.config["SESSION_COOKIE_SECURE"], httponly=True, samesite="Lax"
    )
    return response


def begin(municipality: str) -> None:
    """From this answer on the browser is a shared screen: it is marked whichever page that is."""
    session[BEGUN] = True
    g.kiosk, g.kiosk_begins = municipality, True


def _mark_begun(response: Response) -> Response:
    return mark(response, place()) if g.get("kiosk_begins") else response


def wiped() -> Response | None:
    """The end of somebody's turn: all is wiped, and the next one begins at the start; None on one's own browser.

    The script of a shared screen goes there by itself.
    """
    if not place():
        return None
    told = "shared" if session.get(BEGUN) else "logged_out"
    session.clear()
    tell(told)
    by_script = request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate"
    start = url_for("public.start", municipality=place())
    answer: Response = make_response(("", 204) if by_script else redirect(start, code=303))
    answer.headers["Clear-Site-Data"] = WIPED
    return mark(answer, place())


def turn() -> str:
    """The name of this turn, drawn where it has none yet; empty on one's own browser."""
    if not place():
        return ""
    found: str = session.setdefault(TURN, secrets.token_urlsafe(16))
    return found


def hand_out_no_file() -> None:
    """``FileStaysError`` on a shared screen."""
    if place():
        raise FileStaysError


def going_back() -> bool:
    """Whether the browser asks for a page that no person asked for, as by a step back in its history."""
    navigates = request.headers.get("Sec-Fetch-Mode") == "navigate"
    return navigates and "Sec-Fetch-User" not in request.headers


def comes_from_outside() -> bool:
    """Whether a page is asked for by its address, in a new tab, or by a link or a page of another site."""
    site, mode = request.headers.get("Sec-Fetch-Site"), request.headers.get("Sec-Fetch-Mode", "navigate")
    return request.method == "GET" and mode == "navigate" and site not in {None, "same-origin"}
