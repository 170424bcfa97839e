"""What goes along from a log-in to the next one of the same person in the same browser: nobody else gets any of it.

A log-in may end while its owner shows anew who they are: they come to where they were going all the same, and find
there what they had typed.
"""

import uuid
from typing import NamedTuple

from flask import session

from wizard.accounts import Visitor, last_with
from wizard.kiosk import LOGGED_IN, TURN
from wizard.laid_aside import Pairs, laid_aside, lay_aside
from wizard.routes.here import tools

BACK, PRESSED, ASIDE, LOST = "confirm", "confirm_pressed", "confirm_aside", "confirm_lost"
"""In the session of who is asked to confirm: the page to come back to, whether it was pressed, what waits for it, and
whether that was too long to wait."""
KEPT = (BACK, PRESSED, ASIDE, TURN)


def forget_back() -> None:
    """They have asked for another page since."""
    session.pop(BACK, None)
    session.pop(PRESSED, None)


class Left(NamedTuple):
    """What a log-in leaves, over or not."""

    whose: uuid.UUID | None
    told: dict[str, str | bool]
    waits: Pairs


def left() -> Left:
    """Asked before a new log-in ends the one before it."""
    token = session.get(LOGGED_IN)
    waits = laid_aside(tools(), token) if token and session.get(ASIDE) else []
    return Left(last_with(tools(), token), {name: session[name] for name in KEPT if session.get(name)}, waits)


def gone_along(found: Left, visitor: Visitor | None) -> bool:
    """Whether they were here before: then it is theirs again, beside the log-in that is new."""
    if visitor is None or found.whose != visitor.account_id:
        return False
    session.update(found.told)
    if found.waits:
        lay_aside(tools(), visitor.token, found.waits)
    return True
