"""Whether somebody who works at the office is part of a case themselves (forvaltningsloven § 6). Reads only."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from wizard.accounts import Visitor, lookup_of
from wizard.cases.errors import UnreadableError
from wizard.cases.finding import CaseRow
from wizard.cases.step_places import place_of
from wizard.cases.taking_part import takes_part
from wizard.models import Case, StepAnswers
from wizard.tools import Tools
from wizard.vault import SealBrokenError


def has_part(tools: Tools, case: CaseRow, visitor: Visitor) -> bool:
    """Whether their own identity number is that of anybody in the case.

    It is asked of accounts, of those asked to sign, of powers and of paper, and of every answer that is a number: the
    subject's, a parent's, a proxy's. ``UnreadableError`` where the answers cannot be opened here.
    """
    number = visitor.person.national_id
    with tools.store.connect() as db:
        by_lookup = select(Case.id).where(Case.id == case.id, takes_part(lookup_of(tools, number)))
        return db.scalar(by_lookup) is not None or is_named(db, tools, case, number)


def is_named(db: Connection, tools: Tools, case: CaseRow, number: str) -> bool:
    """Whether an answer that is saved is that number; ``UnreadableError`` where they cannot be opened here."""
    query = select(StepAnswers.slug, StepAnswers.sealed_answers).where(StepAnswers.case_id == case.id)
    try:
        answered = [
            tools.vault.open_json(row.sealed_answers, place_of(case.id, row.slug, "answers"))
            for row in db.execute(query)
            if row.sealed_answers
        ]
    except SealBrokenError:
        raise UnreadableError from None
    return number in _words(answered)


def _words(answers: Any) -> Iterator[str]:
    """Every answer that is text, however deep, without its spaces: a number is written with and without them."""
    if isinstance(answers, str):
        yield "".join(answers.split())
    elif isinstance(answers, dict | list):
        for one in answers.values() if isinstance(answers, dict) else answers:
            yield from _words(one)
