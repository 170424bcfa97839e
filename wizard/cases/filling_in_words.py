"""The verb after an upgrade: lets the office find older cases without opening them. Repeatable.

Until then a search opens them, as an older version did with all.
"""

import uuid

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from wizard.cases.errors import UnreadableError
from wizard.cases.following import open_request
from wizard.cases.search_words import find_by
from wizard.models import Submission
from wizard.tools import Tools

AT_ONCE = 100
"""So many cases are written in one transaction: others wait for it no longer than a moment."""

log = structlog.get_logger()


def fill_in_words(tools: Tools) -> int:
    """Gives of how many; one that cannot be opened is left as it is."""
    done, after = 0, uuid.UUID(int=0)
    while True:
        with tools.store.write() as db:
            rows = _next(db, after)
            done += sum(_filled(db, tools, row) for row in rows)
        if not rows:
            return done
        after = rows[-1].case_id


def _next(db: Session, after: uuid.UUID) -> list[Submission]:
    query = (
        select(Submission)
        .where(Submission.awaits_words, Submission.removed_at.is_(None), Submission.case_id > after)
        .order_by(Submission.case_id)
        .limit(AT_ONCE)
        .with_for_update()
    )
    return list(db.scalars(query))


def _filled(db: Session, tools: Tools, row: Submission) -> bool:
    try:
        request = open_request(tools, row)
    except UnreadableError:
        return False
    find_by(db, tools, row, request)
    return True
