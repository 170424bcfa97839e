"""For whom a case is, read from its answers: nothing of it is stored beside them."""

import structlog

from forms.journey import Walk
from forms.language import N_, Language
from wizard.cases.drafts import Reader, read_draft
from wizard.cases.finding import CaseRow
from wizard.tools import Tools
from wizard.vault import SealBrokenError

log = structlog.get_logger()


def walk_of(tools: Tools, case: CaseRow, reader: Reader) -> Walk | None:
    """The walk over what the case's owner answered; None where it cannot be opened.

    The list of all cases must not fall with one of them.
    """
    try:
        with tools.store.connect() as db:
            return read_draft(db, tools, case, reader).walk
    except SealBrokenError:
        log.warning("case_unreadable", case=str(case.id))
        return None


def about(walk: Walk | None) -> str:
    """Finished text for the case's owner; empty where the answers do not tell, or cannot be opened."""
    return walk.journey.about(walk.now) if walk else ""


def whom(about: str, language: Language) -> str:
    """The same beside the question whom it concerns: "Deg selv" for "For deg"."""
    if about == language.text(N_("For deg")):
        return language.text(N_("Deg selv"))
    bare = about.removeprefix(language.text(N_("For %(name)s"), name=""))
    return bare[:1].upper() + bare[1:]
