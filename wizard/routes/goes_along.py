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
from wizard.routes.told import tell

BACK, PRESSED, ASIDE, LOST = "confirm", "confirm_pressed", "confirm_aside", "confirm_lost"
"""In the session of who is asked to confirm: the page to come back to, whether it was pressed, what waits for it, and
whether that was too long to wait."""
CAME_BACK = "confirm_over"
"""In the session of who has confirmed: the page that they came back to, and come to again out of the history."""
KEPT = (BACK, PRESSED, ASIDE, LOST, TURN)


def forget_back() -> None:
    """They have asked for another page since."""
    session.pop(BACK, None)
    session.pop(PRESSED, None)
    session.pop(LOST, None)


def tell_to_press(*, in_tab: bool) -> None:
    """Says on the page that they come back to what they do there, where something was pressed and did not happen.

    ``in_tab``: what they wrote stands in another tab of this browser.
    """
    pressed, lost = session.pop(PRESSED, False), session.pop(LOST, False)
    if in_tab:
        tell("in_tab")
    elif pressed:
        tell("write_again" if lost else "press_again")


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
