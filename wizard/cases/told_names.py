"""A name that a helper was told at the counter, against the one that the log-in knows: for the office's eyes alone.

A helper learns nothing of it: whether somebody has been here before cannot be told from anything.
"""

import uuid
from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from docgen.contract import Signature, printable
from forms.marks import OTHER_THAN_LOG_IN
from forms.signing_at_counter import words
from wizard.accounts import Visitor, person_of
from wizard.cases.assistants import sealed_at
from wizard.cases.drafts import Draft
from wizard.cases.following import open_request
from wizard.models import Case, Submission
from wizard.models_acting import Participant
from wizard.tools import Tools


def told_otherwise(db: Session, tools: Tools, draft: Draft, signatures: Iterable[Signature]) -> bool:
    """Whether what is signed bears a name that a helper was told, and its author's account has another."""
    known = person_of(db.connection(), tools, draft.case.author_id).name
    return _bears_another(_told(db, tools, draft.case.id), known, signatures)


def check_names(tools: Tools, visitor: Visitor) -> None:
    """Somebody has logged in: what was sent for them at the counter in another name is marked."""
    author = func.coalesce(Case.author_id, Case.owner_id, type_=Case.owner_id.type)
    theirs = (
        select(Participant.case_id)
        .join(Case, Case.id == Participant.case_id)
        .join(Submission, Submission.case_id == Case.id)
        .where(author == visitor.account_id, Participant.sealed_name.is_not(None))
    )
    with tools.store.read() as db:
        otherwise = [case_id for case_id in db.scalars(theirs) if _differs(db, tools, case_id, visitor.name)]
    for case_id in otherwise:
        _mark(tools, case_id, visitor.name)


def _differs(db: Session, tools: Tools, case_id: uuid.UUID, known: str) -> bool:
    return any(_another(told, known) for told in _told(db, tools, case_id))


def _mark(tools: Tools, case_id: uuid.UUID, known: str) -> None:
    with tools.store.write() as db:
        row = db.get_one(Submission, case_id, with_for_update=True)
        signatures = open_request(tools, row).signatures
        if OTHER_THAN_LOG_IN not in row.marks and _bears_another(
            _told(db, tools, case_id), known, signatures
        ):
            row.marks = [*row.marks, OTHER_THAN_LOG_IN]


def _told(db: Session, tools: Tools, case_id: uuid.UUID) -> list[str]:
    query = select(Participant).where(Participant.case_id == case_id, Participant.sealed_name.is_not(None))
    return [
        str(tools.vault.open_json(row.sealed_name, sealed_at(row.id)))
        for row in db.scalars(query)
        if row.sealed_name
    ]


def _bears_another(told: list[str], known: str, signatures: Iterable[Signature]) -> bool:
    """Whoever went on at home signed in the name of their log-in, whatever a helper was told before."""
    borne = {fact.value for one in signatures for fact in one.facts}
    return any(printable(name) in borne and _another(name, known) for name in told)


def _another(told: str, known: str) -> bool:
    """A name more or fewer of the same person's is no other name."""
    one, other = words(told), words(known)
    return not (one <= other or other <= one)
