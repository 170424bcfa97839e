"""Removes files that no row speaks of: a crash came between the bytes and their row, or between a row and its bytes."""

from datetime import timedelta

from wizard.cases.kept_names import drop, without_row
from wizard.tools import Tools

SAFE_AGE = timedelta(hours=1)
"""Longer than any request: what is younger may be about to get its row."""


def sweep(tools: Tools) -> int:
    """Remove what is left over; gives how many files.

    Whoever adds a row sees to it that its file is there still, and each is taken away only where no row speaks of it
    at that moment: so one of the same content, which has that name too, may come at any time.
    """
    store, before = tools.blobs.store, tools.clock() - SAFE_AGE
    removed = store.clear_unfinished(before)
    for old in store.names(before):
        removed += sum(drop(tools, name) for name in without_row(tools, old))
    return removed
