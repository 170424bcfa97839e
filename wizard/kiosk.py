"""A shared screen: a browser that many people use in turn, marked by a helper with a signed cookie of its own.

Whoever sits there is taken to have left after five minutes without a sign of life, and whoever comes by an address of
their own, or from another site, is taken to be somebody else. What one leaves behind is wiped before the next one sees
anything.
"""

import secrets
from datetime import timedelta

from flask import Flask, Response, current_app, g, make_response, redirect, request, session, url_for
from itsdangerous import BadSignature, URLSafeTimedSerializer

IDLE = timedelta(minutes=5)
WARNED = timedelta(minutes=2)
"""How long before that a warning stands on the page."""
TO_MARK_AGAIN = 60
"""Seconds: between the wiping of all cookies and the page that marks the browser anew."""
KEPT = 365 * 24 * 3600
WIPED = '"cache", "cookies", "storage"'
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


def _signer(salt: str) -> URLSafeTimedSerializer:
    keys = [*current_app.config["SECRET_KEY_FALLBACKS"], current_app.config["SECRET_KEY"]]
    return URLSafeTimedSerializer(keys, salt=salt)  # the last one signs, each is believed


def _read(value: str, salt: str, seconds: int) -> str:
    """The municipality that was signed; empty for anything else."""
    try:
        return str(_signer(salt).loads(value, max_age=seconds))
    except BadSignature:
        return ""


def place() -> str:
    """The municipality at whose counter this browser is a shared screen; empty where it is none."""
    if "kiosk" not in g:
        g.kiosk = _read(request.cookies.get(_name(), ""), "screen", KEPT)
    found: str = g.kiosk
    return found


def mark(response: Response, municipality: str) -> Response:
    """Make the browser a shared screen from now on."""
    response.set_cookie(
        _name(),
        _signer("screen").dumps(municipality),
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
    """The end of somebody's turn: all is wiped, and the next page marks the browser anew; None on one's own browser."""
    if not place():
        return None
    begun = 1 if session.get(BEGUN) else None
    again = _signer("again").dumps(place())
    target = url_for("account.fresh", municipality=place(), mark=again, begun=begun)
    answer: Response = make_response(redirect(target, code=303))
    answer.headers["Clear-Site-Data"] = WIPED
    return answer


def marked_lately(value: str) -> str:
    """The municipality whose shared screen has just been wiped; empty for anything else."""
    return _read(value, "again", TO_MARK_AGAIN)


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
