"""What waits to be sent, as the worker takes it out: nobody else takes it meanwhile, and what is over is not sent."""

import uuid
from datetime import timedelta
from typing import NamedTuple

import structlog
from sqlalchemy import ColumnElement, and_, delete, select, update
from sqlalchemy.orm import Session

from forms.language import Code
from wizard.cases.notice_address import asked_of, asked_place, open_address
from wizard.cases.notice_kinds import CODE, KINDS
from wizard.cases.noticing import Whose, to_place
from wizard.mail_texts import Letter
from wizard.models_notices import Notice, NoticeAddress
from wizard.tools import Tools

FIRST, LONGEST = timedelta(minutes=2), timedelta(hours=2)
"""Until it is tried again: longer than an attempt can take; doubled each time."""
DOUBLED = 10

log = structlog.get_logger()


class Taken(NamedTuple):
    """A mail that is this worker's to send, and the rows that it is for."""

    whose: Whose
    ids: list[uuid.UUID]
    letter: Letter
    language: Code


def next_due(tools: Tools) -> Notice | None:
    with tools.store.read() as db:
        due = select(Notice).where(Notice.due_at <= tools.clock())
        return db.scalar(due.order_by(Notice.due_at).limit(1))


def claim(tools: Tools, due: Notice) -> list[uuid.UUID]:
    """Move it on, with all others of that person that are due: one mail tells of them all.

    Empty where another worker was faster.
    """
    at = tools.clock()
    again = at + min(LONGEST, FIRST * 2 ** min(due.attempts, DOUBLED))
    mine = update(Notice).where(_together(due), Notice.due_at <= at)
    with tools.store.begin() as db:
        moved = mine.values(due_at=again, attempts=Notice.attempts + 1).returning(Notice.id)
        return list(db.scalars(moved))


def _together(due: Notice) -> ColumnElement[bool]:
    if due.sealed_to:
        return Notice.id == due.id
    return and_(
        Notice.account_id == due.account_id,
        Notice.municipality == due.municipality,
        Notice.sealed_to.is_(None),
    )


def taken(tools: Tools, ids: list[uuid.UUID]) -> Taken | None:
    """The mail that was claimed; None where nothing of it is to be told any more, and then its rows are gone."""
    with tools.store.write() as db:
        rows = list(db.scalars(select(Notice).where(Notice.id.in_(ids)).order_by(Notice.made_at)))
        if rows and rows[0].sealed_to:
            return _direct(tools, rows[0], rows[0].sealed_to)
        kept = db.get(NoticeAddress, _whose(rows[0])) if rows else None
        told = [row for row in rows if kept and _is_wanted(db, kept, row)]
        _delete(db, [row.id for row in rows if row not in told])
        if not kept or not told:
            return None
        whose = _whose(told[0])
        letter = Letter(told[0].id, told[0].kind, open_address(tools, whose, kept))
    return Taken(whose, [row.id for row in told], letter, kept.language)


def _direct(tools: Tools, row: Notice, sealed_to: bytes) -> Taken:
    to = tools.vault.open_json(sealed_to, to_place(row.id))
    return Taken(_whose(row), [row.id], Letter(row.id, row.kind, to["to"], to["code"]), row.language)


def _whose(row: Notice) -> Whose:
    return Whose(row.account_id, row.municipality)


def _is_wanted(db: Session, kept: NoticeAddress, row: Notice) -> bool:
    """Whether it is so still, and they want to hear of it."""
    kind = KINDS.get(row.kind)
    if kind is None or kept.refused_at or kind.key in kept.off:
        return False
    return kind.still(db, uuid.UUID(row.about))


def _delete(db: Session, ids: list[uuid.UUID]) -> None:
    db.execute(delete(Notice).where(Notice.id.in_(ids)))


def note_sent(tools: Tools, sent: Taken) -> None:
    with tools.store.write() as db:
        _delete(db, sent.ids)
        kept = db.get(NoticeAddress, sent.whose) if sent.letter.kind in KINDS else None
        if kept:
            kept.mailed_at = tools.clock()
    log.info("mail_sent", account=str(sent.whose.account_id), notices=len(sent.ids))


def note_refused(tools: Tools, refused: Taken) -> None:
    """There is no such address: its owner reads that on the page, and nothing more is sent to it."""
    to, whose = refused.letter.to, refused.whose
    with tools.store.write() as db:
        _delete(db, refused.ids)
        if refused.letter.kind == CODE:
            asked = asked_of(db, whose)
            if asked and tools.vault.open(asked.sealed_address, asked_place(asked.id)) == to.encode():
                asked.refused_at = tools.clock()
        kept = db.get(NoticeAddress, whose)
        if kept and open_address(tools, whose, kept) == to:  # it may have been changed meanwhile
            kept.refused_at = tools.clock()
    log.warning("address_refused", account=str(whose.account_id))


def drop_over(tools: Tools) -> None:
    """Take away what is of no use any more."""
    over = Notice.ends_at <= tools.clock()
    with tools.store.read() as db:
        if db.scalar(select(Notice.id).where(over).limit(1)) is None:
            return
    with tools.store.begin() as connection:
        gone = connection.execute(delete(Notice).where(over)).rowcount
    log.warning("mails_too_late", mails=gone)
