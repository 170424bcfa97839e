"""The verb that begins a form about a case that is in: with that case chosen already."""

import uuid
from typing import NamedTuple

from werkzeug.datastructures import MultiDict

from forms.blocks.earlier_case import EarlierCase
from forms.journeys.consent_withdrawal.parts import part_pairs
from forms.journeys.registry import journey
from forms.situation import SentCase
from forms.unsaid import takes_nothing
from forms.walk import Walk
from wizard.cases.answering import answer, keep_typed
from wizard.cases.beginning import begin
from wizard.cases.drafts import Filled, Reader, read_draft
from wizard.cases.errors import NotYoursError
from wizard.cases.finding import CaseRow, find_case
from wizard.cases.grown_up import deciding
from wizard.cases.looking_back import sent_cases
from wizard.cases.said_for import cases_for
from wizard.tools import Tools


def own_case(tools: Tools, owner_id: uuid.UUID, municipality: str, reference: str) -> SentCase | None:
    """What the owner has sent there under that reference; None for anything else, whoever's it is."""
    with tools.store.connect() as db:
        found = sent_cases(db, owner_id, municipality, tools.today())
        that = tuple(case for case in found if case.reference == reference)
        return next(iter(deciding(db, tools, that)), None)


class Earlier(NamedTuple):
    """What a form is about: an earlier case, and maybe single things that were said yes to in it."""

    reference: str
    parts: tuple[str, ...] = ()


def begin_about(
    tools: Tools, reader: Reader, owner_id: uuid.UUID, municipality: str, slug: str, about: Earlier
) -> CaseRow:
    """A new draft about an earlier case; ``NotYoursError``, and no draft, where it may not be about that one.

    ``TooManyDraftsError`` as of any draft.
    """
    earlier = own_case(tools, owner_id, municipality, about.reference)
    if earlier is None and journey(slug).takes is not takes_nothing:
        earlier = _said_for(tools, owner_id, municipality, about.reference)
    if earlier is None or not journey(slug).follows(earlier):
        raise NotYoursError
    return choose(tools, begin(tools, owner_id, municipality, slug), reader, about)


def _said_for(tools: Tools, person_id: uuid.UUID, municipality: str, reference: str) -> SentCase | None:
    with tools.store.connect() as db:
        found = cases_for(db, tools, person_id, municipality)
    return next((case for case in found if case.reference == reference), None)


def choose(tools: Tools, case_id: uuid.UUID, reader: Reader, about: Earlier) -> CaseRow:
    """The first step of a draft answered with that earlier case, as far as it can be."""
    with tools.store.connect() as db:
        case = find_case(db, case_id)
        if case is None:
            raise LookupError(case_id)
        walk = read_draft(db, tools, case, reader).walk
    filled = _chosen(walk, about)
    if not answer(tools, case, reader, filled).saved:
        keep_typed(tools, case, reader, filled)
    return case


def _chosen(walk: Walk, about: Earlier) -> Filled:
    """The first step, which asks for the earlier case, with that one chosen."""
    first = walk.path[0]
    question = next(one for one in walk.form(first) if isinstance(one, EarlierCase))
    return Filled(first.slug, MultiDict([(question.name, about.reference), *part_pairs(about.parts)]), 0)
