"""Whether somebody who works at the office is part of a case themselves (forvaltningsloven § 6). Reads only."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from forms.names import same_first_and_last
from forms.situation import Person
from forms.validators import birth_dates
from wizard.accounts import Visitor, lookup_of
from wizard.cases.errors import UnreadableError
from wizard.cases.finding import CaseRow
from wizard.cases.step_places import place_of
from wizard.cases.taking_part import takes_part
from wizard.models import Case, StepAnswers
from wizard.tools import Tools
from wizard.vault import SealBrokenError

SUBJECT = "subject"


def has_part(tools: Tools, case: CaseRow, visitor: Visitor) -> bool:
    """Whether their own identity number is that of anybody in the case.

    It is asked of accounts, of those asked to sign, of powers and of paper, and as in ``is_named``.
    ``UnreadableError`` where the answers cannot be opened here.
    """
    lookup = lookup_of(tools, visitor.person.national_id)
    with tools.store.connect() as db:
        by_lookup = select(Case.id).where(Case.id == case.id, takes_part(lookup))
        return db.scalar(by_lookup) is not None or is_named(db, tools, case, visitor.person)


def is_named(db: Connection, tools: Tools, case: CaseRow, person: Person) -> bool:
    """Whether an answer that is saved is their number, or whom it is about has their name and birth date.

    ``UnreadableError`` where the answers cannot be opened here.
    """
    query = select(StepAnswers.slug, StepAnswers.sealed_answers).where(StepAnswers.case_id == case.id)
    try:
        answered = {
            row.slug: tools.vault.open_json(row.sealed_answers, place_of(case.id, row.slug, "answers"))
            for row in db.execute(query)
            if row.sealed_answers
        }
    except SealBrokenError:
        raise UnreadableError from None
    return person.national_id in _words(answered) or _is_subject(answered.get(SUBJECT, {}), person)


def _is_subject(told: dict[str, Any], person: Person) -> bool:
    """By first and last name, and the birth date that stands where no number does."""
    born, number = told.get("subject_birth_date"), told.get("subject_national_id")
    if number or not born or date.fromisoformat(born) not in birth_dates(person.national_id, date.max):
        return False
    name = f"{told.get('subject_given_name') or ''} {told.get('subject_family_name') or ''}"
    return same_first_and_last(name, person.name)


def _words(answers: Any) -> Iterator[str]:
    """Every answer that is text, however deep, without its spaces: a number is written with and without them."""
    if isinstance(answers, str):
        yield "".join(answers.split())
    elif isinstance(answers, dict | list):
        for one in answers.values() if isinstance(answers, dict) else answers:
            yield from _words(one)
