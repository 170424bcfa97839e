"""A log-in that is about to end: how long it has left, and the warning that stands on a page without scripts."""

from flask import Response
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from wizard.access import anyone, guarded_by
from wizard.accounts import TOUCH
from wizard.routes.blueprints import account, public
from wizard.routes.here import tools, who

WARNED = 120
"""Seconds before the end."""
DAY = 24 * 3600
STEP = 30
"""Seconds: near the last end too the style sheets of pages are few."""
SHOWN_AFTER = """@keyframes varsel {{ to {{ visibility: visible; }} }}
.ends-soon {{ visibility: hidden; animation: varsel 0s {seconds}s forwards; }}
"""


def seconds_left() -> int:
    """How long the visitor's log-in lasts from now on if they do nothing more; 0 where there is none."""
    here = who()
    if here is None:
        return 0
    return max(0, int((min(here.idle_until, here.until) - tools().clock()).total_seconds()))


def lasts_longer() -> bool:
    """Whether the visitor's log-in ends later if they do something more."""
    here = who()
    return here is not None and here.idle_until < here.until


@account.get("/tid-igjen")
@guarded_by(anyone)
def time_left() -> ResponseReturnValue:
    """An open page asks it by itself, so it keeps no log-in alive; ``longer`` is whether that could be done."""
    return {"seconds": seconds_left(), "longer": lasts_longer()}


@public.get("/varsel/<int:seconds>.css")
@guarded_by(anyone)
def warned_style(seconds: int) -> Response:
    """Shows the warning so many seconds after the page, where no script can ask how much time is left."""
    if seconds > DAY:
        raise NotFound
    return Response(SHOWN_AFTER.format(seconds=seconds), mimetype="text/css")


def shown_after() -> int:
    """The seconds of that style sheet for a page that is made now.

    The same for every page until the last end is near, so that no two pages differ by when they were asked for. The
    log-in may have been noted as used a little before: the warning comes as much sooner.
    """
    here, idle = who(), tools().settings.idle_minutes * 60
    last = int((here.until - tools().clock()).total_seconds()) if here else 0
    if last > idle:
        return idle - WARNED - int(TOUCH.total_seconds())
    return max(0, last - WARNED) // STEP * STEP
