"""For whom a case is, read from its answers: nothing of it is stored beside them."""

from wizard.cases.drafts import Reader, read_draft
from wizard.cases.finding import CaseRow
from wizard.tools import Tools


def about(tools: Tools, case: CaseRow, reader: Reader) -> str:
    """Finished text for the case's owner; empty as long as the draft does not tell."""
    with tools.store.connect() as db:
        walk = read_draft(db, tools, case, reader).walk
    return walk.journey.about(walk.now)
