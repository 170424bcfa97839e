"""Whether somebody who works at the office is part of a case themselves (forvaltningsloven § 6). Reads only."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, exists, or_, select

from wizard.accounts import Visitor, lookup_of
from wizard.cases.drafts import place_of
from wizard.cases.errors import UnreadableError
from wizard.cases.finding import CaseRow
from wizard.models import Account, StepAnswers
from wizard.models_acting import Invitation, Participant, Power, Signed
from wizard.models_paper import PaperIntake
from wizard.tools import Tools
from wizard.vault import SealBrokenError


def has_part(tools: Tools, case: CaseRow, visitor: Visitor) -> bool:
    """Whether their own identity number is that of anybody in the case.

    It is asked of accounts, of those asked to sign, of powers and of paper, and of every answer that is a number: the
    subject's, a parent's, a proxy's. ``UnreadableError`` where the answers cannot be opened here.
    """
    number = visitor.person.national_id
    with tools.store.connect() as db:
        return _takes_part(db, case, lookup_of(tools, number)) or _is_named(db, tools, case, number)


def _takes_part(db: Connection, case: CaseRow, lookup: bytes) -> bool:
    own = select(Account.id).where(Account.lookup == lookup).scalar_subquery()
    accounts = Account.lookup == lookup, Account.id.in_((case.owner_id, case.author_id))
    found = or_(
        exists().where(*accounts),
        exists().where(Participant.case_id == case.id, Participant.account_id == own),
        exists().where(Signed.case_id == case.id, Signed.account_id == own),
        exists().where(Invitation.case_id == case.id, Invitation.lookup == lookup),
        exists().where(Power.case_id == case.id, Power.proxy_lookup == lookup),
        exists().where(PaperIntake.case_id == case.id, PaperIntake.subject_lookup == lookup),
    )
    return bool(db.scalar(select(found)))


def _is_named(db: Connection, tools: Tools, case: CaseRow, number: str) -> bool:
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
