"""A case's answers as its owner may read them again: for whom it is, and what comes next. Nothing of it is stored."""

import structlog

from forms.journey import Walk
from wizard.cases.drafts import Reader, read_draft
from wizard.cases.finding import CaseRow
from wizard.tools import Tools
from wizard.vault import SealBrokenError

log = structlog.get_logger()


def own_walk(tools: Tools, case: CaseRow, reader: Reader) -> Walk | None:
    """The case's walk for its owner; None where it cannot be opened.

    The list of all cases must not fall with one of them.
    """
    try:
        with tools.store.connect() as db:
            return read_draft(db, tools, case, reader).walk
    except SealBrokenError:
        log.warning("case_unreadable", case=str(case.id))
        return None


def about(tools: Tools, case: CaseRow, reader: Reader) -> str:
    """Finished text for the case's owner; empty where the draft does not tell, or cannot be opened."""
    walk = own_walk(tools, case, reader)
    return walk.journey.about(walk.now) if walk else ""


def afterwards(tools: Tools, case: CaseRow, reader: Reader) -> list[str]:
    """What happens when it is in, where its journey knows more than the municipality says of everything."""
    walk = own_walk(tools, case, reader)
    return list(walk.journey.afterwards(walk.now)) if walk else []
