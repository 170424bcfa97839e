"""The verbs of one's own e-mail address for notices: look at it, choose what one is told of, take it away."""

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

import structlog
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from forms.language import Code
from wizard.cases.codes import EXPIRED, LOCKED
from wizard.cases.notice_kinds import CHANGED, KINDS
from wizard.cases.noticing import Direct, Whose, tell_address
from wizard.models_notices import AddressCode, Notice, NoticeAddress
from wizard.tools import Tools

TRIES = 5
"""Wrong ones, after which a code is over."""
CHANGED_LASTS = timedelta(days=3)

log = structlog.get_logger()


class Own(NamedTuple):
    """What is kept of it."""

    address: str = ""
    """Confirmed; empty where none is."""
    refused: bool = False
    """Whether a mail server said that there is no such address."""
    off: tuple[str, ...] = ()
    language: Code = "nb"
    asked: str = ""
    """To which a code was sent; empty where none was."""
    code_open: bool = False
    """Whether that code may still be typed."""
    asked_refused: bool = False


def address_place(whose: Whose) -> str:
    return f"notice_addresses:{whose.account_id}:{whose.municipality}"


def asked_place(code_id: uuid.UUID) -> str:
    return f"address_codes:{code_id}"


def own(tools: Tools, whose: Whose) -> Own:
    """Reads only."""
    with tools.store.read() as db:
        kept = db.get(NoticeAddress, whose)
        asked = asked_of(db, whose)
    found = Own()
    if kept:
        address = open_address(tools, whose, kept)
        found = Own(address, kept.refused_at is not None, tuple(kept.off), kept.language)
    if asked is None:
        return found
    return found._replace(
        asked=tools.vault.open(asked.sealed_address, asked_place(asked.id)).decode(),
        code_open=not asked.refused_at and not over(asked, tools.clock()),
        asked_refused=asked.refused_at is not None,
    )


def asked_of(db: Session, whose: Whose) -> AddressCode | None:
    mine = (AddressCode.account_id == whose.account_id, AddressCode.municipality == whose.municipality)
    return db.scalar(select(AddressCode).where(*mine))


def over(asked: AddressCode, at: datetime) -> str:
    """Why its code is good for nothing any more; empty where it still is."""
    if asked.wrong >= TRIES:
        return LOCKED
    return EXPIRED if at >= asked.expires_at else ""


def open_address(tools: Tools, whose: Whose, kept: NoticeAddress) -> str:
    return tools.vault.open(kept.sealed_address, address_place(whose)).decode()


def choose(tools: Tools, whose: Whose, wanted: Iterable[str], language: Code) -> None:
    """Of which kinds they are told from now on, and in which language."""
    with tools.store.write() as db:
        kept = db.get(NoticeAddress, whose)
        if kept:
            kept.off, kept.language = [key for key in KINDS if key not in wanted], language


def take_away(tools: Tools, whose: Whose, language: Code) -> bool:
    """Forget it, with all that waits to be sent to it; whether the address itself is told once."""
    with tools.store.write() as db:
        is_told = tell_former(db, tools, whose, language)
        db.execute(
            delete(Notice).where(
                Notice.account_id == whose.account_id,
                Notice.municipality == whose.municipality,
                Notice.kind != CHANGED,
            )
        )
        for table in (NoticeAddress, AddressCode):
            mine = (table.account_id == whose.account_id, table.municipality == whose.municipality)
            db.execute(delete(table).where(*mine))
    log.info("address_taken_away", account=str(whose.account_id))
    return is_told


def tell_former(db: Session, tools: Tools, whose: Whose, language: Code) -> bool:
    """Tell a confirmed address that it is so no more: whoever did not do that themselves learns that another did.

    False where there is none that takes mail.
    """
    kept = db.get(NoticeAddress, whose)
    if kept is None or kept.refused_at:
        return False
    to = open_address(tools, whose, kept)
    tell_address(db, tools, whose, Direct(CHANGED, to, language, tools.clock() + CHANGED_LASTS))
    return True
