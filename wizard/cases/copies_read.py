"""How long a helper reads what they helped with once it is sent: to print it, and hand over the person's copy."""

from wizard.cases.finding import CaseRow, received_at
from wizard.cases.participants import COPY_WITHIN
from wizard.tools import Tools


def reads_copy(tools: Tools, case: CaseRow) -> bool:
    """Whether a helper may still read what they helped with: as long as it is a draft, and a little while after."""
    if not case.submitted:
        return True
    with tools.store.connect() as db:
        came = received_at(db, case.id)
    return came is not None and tools.clock() - came < COPY_WITHIN
