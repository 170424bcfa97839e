"""Named points at which a test makes this process die, fail or freeze, so that every such end can be tried.

Only a demo has them, which lets nobody real in. ``VEIVISER_FAIL`` says ``<point>:<way>``, or is a folder that holds a
file named by the point with the way in it: that strikes once, in whichever process comes there first.
"""

import os
import signal
from pathlib import Path

WAYS = ("kill", "exception", "pause")


class FailedHereError(Exception):
    """Raised at a point where a test wants to see what a fault of ours leaves behind."""


def reach(point: str) -> None:
    """Go on, unless a test says: die as by ``kill -9``, raise ``FailedHereError``, or freeze until SIGCONT."""
    setting = os.environ.get("VEIVISER_FAIL")
    if not setting or os.environ.get("VEIVISER_DEMO") != "true":
        return
    way = _taken(Path(setting, point)) if os.sep in setting else setting.removeprefix(f"{point}:")
    if way == "exception":
        raise FailedHereError(point)
    if way in WAYS:
        os.kill(os.getpid(), signal.SIGKILL if way == "kill" else signal.SIGSTOP)


def _taken(mark: Path) -> str:
    """What the file says, for whoever takes it away; empty for everybody else."""
    try:
        way = mark.read_text()
        mark.unlink()
    except FileNotFoundError:
        return ""
    return way
