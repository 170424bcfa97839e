"""Who a request is by, as the token in its cookie says and, of staff, their provider still."""

from functools import partial

from flask import g
from flask_login import LoginManager
from htmx_flask import request

from wizard import kiosk
from wizard.accounts import Visitor, visitor
from wizard.asked_again import still_known
from wizard.routes.here import tools, ways_in

BY_ITSELF = {"apply.documents", "account.time_left"}
"""What an open page asks for again and again, whether or not anybody sits in front of it."""


def init_app(manager: LoginManager) -> None:
    manager.session_protection = None  # its address check would log out a phone that changes networks
    manager.user_loader(_load_visitor)


def _load_visitor(token: str) -> Visitor | None:
    # Flask-Login asks again after a failure, and the page that tells of one asks who is here: then it is nobody
    if g.get("visitor_failed"):
        return None
    g.visitor_failed = True
    idle = kiosk.IDLE if kiosk.place() else None
    read = partial(visitor, tools(), token, by_hand=request.endpoint not in BY_ITSELF, idle=idle)
    found = still_known(tools(), ways_in(), read)
    g.visitor_failed = False
    return found
