"""For whom a case is, read from its answers: nothing of it is stored beside them."""

import structlog

from wizard.cases.drafts import Reader, read_draft
from wizard.cases.finding import CaseRow
from wizard.tools import Tools
from wizard.vault import SealBrokenError

log = structlog.get_logger()


def about(tools: Tools, case: CaseRow, reader: Reader) -> str:
    """Finished text for the case's owner; empty where the draft does not tell, or cannot be opened.

    The list of all cases must not fall with one of them.
    """
    try:
        with tools.store.connect() as db:
            walk = read_draft(db, tools, case, reader).walk
    except SealBrokenError:
        log.warning("case_unreadable", case=str(case.id))
        return ""
    return walk.journey.about(walk.now)
