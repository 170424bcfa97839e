"""What was promised, held against what is at work now and what is kept."""

from wizard import handover
from wizard.cases import reconciling
from wizard.delivery import queue
from wizard.tools import Tools


def unreconciled(tools: Tools, *, bytes_too: bool = False) -> dict[str, int]:
    """How many differences there are, by their kind: all together must be 0. ``bytes_too`` reads each document."""
    engine = tools.store.writer
    at_work, leaving = handover.at_work(engine), queue.at_work(engine)
    return reconciling.unreconciled(tools, at_work, leaving, bytes_too=bytes_too)
