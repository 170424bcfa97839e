"""Named points at which a test makes this process die, so that every such death can be tried."""

import os
import signal


def reach(point: str) -> None:
    """Die at once, as by ``kill -9``, if ``VEIVISER_FAIL`` says ``<point>:kill``; otherwise nothing."""
    if os.environ.get("VEIVISER_FAIL") == f"{point}:kill":
        os.kill(os.getpid(), signal.SIGKILL)
