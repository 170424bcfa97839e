"""After the quick exit: whoever goes back in the browser's history is led away again, and is not asked to log in.

A browser says ``Sec-Fetch-User`` where a person asked for the page itself, by a link or by its address; for a step back
in the history it mostly does not. Where it does, a script on the page looks (stay_away.js). The history itself cannot
be wiped by a page: its list still names the addresses. Where a provider leads is no step back: its page may go on by a
script, which nobody pressed. Its answers are none where one has been asked for since; an older one is in the history.
"""

from flask import Flask, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from wizard.origin import ANSWERS, OF_A_PROVIDER
from wizard.routes.asked_lately import is_asked
from wizard.routes.here import tools

AWAY = "https://www.yr.no/"
STAYS = (OF_A_PROVIDER - ANSWERS) | {"public.left"}
SECONDS = 1800
"""How long one who left is taken to be away: then somebody else may sit there, or the same one want back."""
LEFT = "left"


def init_app(app: Flask) -> None:
    app.before_request(_stay_away)
    app.jinja_env.globals.update(away=AWAY, left_lately=left_lately)


def note_leaving() -> None:
    """Remember that somebody left; nothing else lies in the cookie then."""
    session[LEFT] = int(tools().clock().timestamp())


def left_lately() -> bool:
    at = session.get(LEFT)
    return isinstance(at, int) and 0 <= tools().clock().timestamp() - at < SECONDS


def _stay_away() -> ResponseReturnValue | None:
    going_back = (
        request.headers.get("Sec-Fetch-Mode") == "navigate" and "Sec-Fetch-User" not in request.headers
    )
    if request.method != "GET" or not going_back or _stays() or not left_lately():
        return None
    return redirect(url_for("public.left"))


def _stays() -> bool:
    answers = request.endpoint in ANSWERS and is_asked(request.args.get("state", ""))
    return answers or request.endpoint in STAYS
