"""The verb that begins a form about a case that is in: with that case chosen already."""

import uuid

from werkzeug.datastructures import MultiDict

from forms.blocks.concerned import CASE, STEP
from forms.journeys.registry import journey
from forms.situation import SentCase
from wizard.cases.answering import answer, keep_typed
from wizard.cases.beginning import begin
from wizard.cases.drafts import Filled, Reader
from wizard.cases.errors import NotYoursError
from wizard.cases.finding import CaseRow, find_case
from wizard.cases.looking_back import sent_cases
from wizard.tools import Tools


def own_case(tools: Tools, owner_id: uuid.UUID, municipality: str, reference: str) -> SentCase | None:
    """What the owner has sent there under that reference; None for anything else, whoever's it is."""
    with tools.store.connect() as db:
        found = sent_cases(db, owner_id, municipality)
    return next((case for case in found if case.reference == reference), None)


def begin_about(
    tools: Tools, reader: Reader, owner_id: uuid.UUID, municipality: str, slug: str, reference: str
) -> CaseRow:
    """A new draft about an earlier case; ``NotYoursError``, and no draft, where it may not be about that one."""
    earlier = own_case(tools, owner_id, municipality, reference)
    if earlier is None or not journey(slug).follows(earlier):
        raise NotYoursError
    case_id = begin(tools, owner_id, municipality, slug)
    with tools.store.connect() as db:
        case = find_case(db, case_id)
    if case is None:
        raise LookupError(case_id)
    filled = Filled(STEP, MultiDict([(CASE, reference)]), 0)
    if not answer(tools, case, reader, filled).saved:
        keep_typed(tools, case, reader, filled)
    return case
