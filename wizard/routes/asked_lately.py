"""What was asked of the provider and not answered yet, in the visitor's own session: each answer is taken once."""

from time import time

from flask import session

from wizard.oidc.client import Asked

KEPT = "asked"
AT_ONCE = 3
"""So many log-ins may wait in one browser, one in each tab: a cookie holds no more than 4096 bytes."""
SECONDS = 30 * 60
"""How long somebody may take at the provider."""


def note_asked(asked: Asked, place: str) -> None:
    kept = [one for one in session.get(KEPT, []) if one[0] > time() - SECONDS]
    session[KEPT] = [*kept, [int(time()), place, *asked]][-AT_ONCE:]


def is_asked(state: str) -> bool:
    """Whether this browser waits for an answer with that state."""
    return any(state == Asked(*asked).state for _, _, *asked in session.get(KEPT, []))


def take_asked(state: str, place: str) -> Asked | None:
    """What this browser asked at this place with that state; None where it did not, or long ago, or was answered."""
    waiting = session.get(KEPT, [])
    for one in waiting:
        at, where, *asked = one
        if asked[0] == state:
            session[KEPT] = [other for other in waiting if other is not one]
            return Asked(*asked) if at > time() - SECONDS and where == place else None
    return None
