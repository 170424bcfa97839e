"""For whom a case is, read from its answers: nothing of it is stored beside them."""

import uuid
from collections.abc import Iterable

import structlog

from forms.language import N_, Language
from forms.walk import Walk
from wizard.cases.drafts import Draft, Reader, read_draft
from wizard.cases.finding import CaseRow, own_case_row
from wizard.tools import Tools
from wizard.vault import SealBrokenError

log = structlog.get_logger()


def walk_of(tools: Tools, case: CaseRow, reader: Reader) -> Walk | None:
    """The walk over what the case's owner answered; None where it cannot be opened.

    The list of all cases must not fall with one of them.
    """
    found = draft_of(tools, case, reader)
    return found.walk if found else None


def draft_of(tools: Tools, case: CaseRow, reader: Reader) -> Draft | None:
    """As ``walk_of``, with what lies behind each step."""
    try:
        with tools.store.connect() as db:
            return read_draft(db, tools, case, reader)
    except SealBrokenError:
        log.warning("case_unreadable", case=str(case.id))
        return None


def about(walk: Walk | None) -> str:
    """Finished text for the case's owner; empty where the answers do not tell, or cannot be opened."""
    return walk.journey.about(walk.now) if walk else ""


def apart(walk: Walk | None) -> str:
    """What tells the case from its owner's others of the same kind; empty where nothing does."""
    return walk.journey.apart(walk.now) if walk else ""


def told_apart(
    tools: Tools, reader: Reader, owner_id: uuid.UUID, references: Iterable[str]
) -> dict[str, str]:
    """For each of the owner's cases whom it is about and what tells it from the others, for the owner's eyes."""
    with tools.store.connect() as db:
        found = {one: own_case_row(db, owner_id, one) for one in references}
    walks = {one: walk_of(tools, case, reader) for one, case in found.items()}
    return {one: ". ".join(filter(None, (about(walk), apart(walk)))) for one, walk in walks.items()}


def whom(about: str, language: Language) -> str:
    """The same beside the question whom it concerns: "Deg selv" for "For deg"."""
    if about == language.text(N_("For deg")):
        return language.text(N_("Deg selv"))
    bare = about.removeprefix(language.text(N_("For %(name)s"), name=""))
    return bare[:1].upper() + bare[1:]
