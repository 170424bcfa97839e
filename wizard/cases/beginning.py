"""The verbs that begin a case and throw a draft away."""

import secrets
import uuid
from datetime import datetime

import structlog
from sqlalchemy import Connection, delete
from sqlalchemy.orm import Session

from wizard.cases import delivering
from wizard.cases.crowding import hold_drafts
from wizard.cases.errors import AlreadySentError, GoneError
from wizard.cases.filed import drop_bytes
from wizard.cases.finding import CaseRow, find_case, lock_case
from wizard.cases.kept_names import names_of
from wizard.cases.standing import COMES_LATER, STAYS
from wizard.models import Attachment, Case, CaseEvent, StepAnswers
from wizard.tools import Tools

log = structlog.get_logger()

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No letter or digit that is mistaken for another when read out on the phone."""


def _reference() -> str:
    drawn = "".join(secrets.choice(LETTERS) for _ in range(8))
    return f"V-{drawn[:4]}-{drawn[4:]}"


def begin(tools: Tools, owner_id: uuid.UUID, municipality: str, journey: str) -> uuid.UUID:
    """A new draft of somebody who fills it in themselves; ``TooManyDraftsError`` where they have too many."""
    with tools.store.write() as db:
        hold_drafts(db.connection(), tools, owner_id)
        return new_case(db, (owner_id, owner_id), municipality, journey, tools.clock())


def new_case(
    db: Session,
    people: tuple[uuid.UUID, uuid.UUID],
    municipality: str,
    journey: str,
    at: datetime,
    *,
    by: uuid.UUID | None = None,
) -> uuid.UUID:
    """Of ``people``, the first owns it and the second fills it in; its reference is for reading aloud.

    ``by`` is whoever begins it, where it is neither.
    """
    owner_id, author_id = people
    case = Case(
        id=uuid.uuid4(),
        municipality=municipality,
        journey=journey,
        owner_id=owner_id,
        author_id=None if author_id == owner_id else author_id,
        reference=_reference(),
        started_at=at,
    )
    db.add(case)
    db.flush()
    record(db, case.id, "started", at, actor=by or author_id)
    return case.id


def record(
    db: Session,
    case_id: uuid.UUID,
    kind: str,
    at: datetime,
    *,
    actor: uuid.UUID | None = None,
    detail: str = "",
) -> None:
    """Write down what happened; within the caller's transaction. What has left leaves anew with what is added."""
    db.add(CaseEvent(case_id=case_id, kind=kind, at=at, actor_id=actor, detail=detail))
    if kind in COMES_LATER:
        delivering.further(db, case_id, at)


def find_draft(db: Connection, case_id: uuid.UUID) -> CaseRow:
    """The case; ``AlreadySentError`` where it is in, ``GoneError`` where gone."""
    case = find_case(db, case_id)
    if case is None:
        raise GoneError
    return _not_sent(case)


def lock_draft(db: Connection, case_id: uuid.UUID) -> CaseRow:
    """As ``find_draft``, locked until the transaction ends."""
    return _not_sent(lock_case(db, case_id))


def _not_sent(case: CaseRow) -> CaseRow:
    if case.submitted:
        raise AlreadySentError
    return case


def delete_draft(tools: Tools, case_id: uuid.UUID) -> None:
    """The owner throws the draft away: answers, files and all. ``AlreadySentError`` for a case that is in.

    Nothing of it is left in the database, so that it was deleted, and when, stands in the log.
    """
    with tools.store.write() as db:
        case = lock_draft(db.connection(), case_id)
        files = erase_draft(db, case_id)
    log.info("draft_deleted", case=str(case_id), account=str(case.owner_id))
    drop_bytes(tools, *files)


def keep_draft(tools: Tools, case_id: uuid.UUID, account_id: uuid.UUID) -> None:
    """Somebody says that the draft is still wanted. Raises as ``delete_draft``."""
    with tools.store.write() as db:
        lock_draft(db.connection(), case_id)
        record(db, case_id, STAYS, tools.clock(), actor=account_id)


def erase_draft(db: Session, case_id: uuid.UUID) -> list[str]:
    """Take a locked draft out of the database; gives the files whose bytes go once that is committed."""
    files = names_of(db, case_id)
    for table in (Attachment, StepAnswers, CaseEvent):
        db.execute(delete(table).where(table.case_id == case_id))
    db.execute(delete(Case).where(Case.id == case_id))
    return files
