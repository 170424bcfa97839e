"""The outbox: a notice is a row, written in the transaction of what it tells of. ``mailing`` sends it later."""

import uuid
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from wizard.cases.notice_kinds import Kind
from wizard.models_notices import Notice, NoticeAddress
from wizard.tools import Tools

PAUSE = timedelta(hours=20)
"""So long after a notice the next one waits, and then goes with all that came meanwhile: about one mail a day."""


class Whose(NamedTuple):
    """An address is somebody's in one municipality."""

    account_id: uuid.UUID
    municipality: str


class Direct(NamedTuple):
    """A mail about an address, to that address itself, confirmed or not."""

    kind: str
    to: str
    language: str
    ends_at: datetime
    code: str = ""


def to_place(notice_id: uuid.UUID) -> str:
    return f"notices:{notice_id}"


def notice(db: Session, tools: Tools, whose: Whose, kind: Kind, case_id: uuid.UUID) -> None:
    """Have somebody told, if they want to be; of one thing once, as long as that mail waits.

    Within the caller's transaction, which has locked the case and writes down what is told of, so that it is not
    found anew tomorrow.
    """
    to = db.get(NoticeAddress, whose)
    if to is None or to.refused_at or kind.key in to.off or _waits(db, whose, kind, case_id):
        return
    at = tools.clock()
    due = max(at, to.mailed_at + PAUSE) if to.mailed_at else at
    db.add(
        Notice(
            id=uuid.uuid4(),
            **whose._asdict(),
            kind=kind.key,
            about=str(case_id),
            language=to.language,
            made_at=at,
            due_at=due,
            ends_at=due + kind.lasts,
        )
    )


def _waits(db: Session, whose: Whose, kind: Kind, case_id: uuid.UUID) -> bool:
    same = select(Notice.id).where(
        Notice.account_id == whose.account_id,
        Notice.municipality == whose.municipality,
        Notice.kind == kind.key,
        Notice.about == str(case_id),
    )
    return db.scalar(same) is not None


def tell_address(db: Session, tools: Tools, whose: Whose, direct: Direct) -> None:
    """Send to an address what is about it. Within the caller's transaction."""
    at, notice_id = tools.clock(), uuid.uuid4()
    sealed = tools.vault.seal_json({"to": direct.to, "code": direct.code}, to_place(notice_id))
    db.add(
        Notice(
            id=notice_id,
            **whose._asdict(),
            kind=direct.kind,
            about=str(notice_id),
            language=direct.language,
            made_at=at,
            due_at=at,
            ends_at=direct.ends_at,
            sealed_to=sealed,
        )
    )
