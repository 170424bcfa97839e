"""The verbs that make an e-mail address one's own: a code is sent to it, and typed on the page.

A code and not a link: nothing that opens anything stands in an address, and no mail of ours has a link to press.
"""

import secrets
import uuid
from datetime import timedelta
from hmac import compare_digest

import structlog
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from forms.language import Code
from wizard.accounts import Visitor
from wizard.cases.beginning import LETTERS
from wizard.cases.codes import EXPIRED, LENGTH, one_at_a_time
from wizard.cases.errors import CodeOverError, TooManyMailsError, WrongCodeError
from wizard.cases.notice_address import address_place, asked_of, asked_place, open_address, over, tell_former
from wizard.cases.notice_kinds import CODE
from wizard.cases.noticing import Direct, Whose, tell_address
from wizard.mail_texts import deliverable
from wizard.models_notices import AddressCode, CodeMail, Notice, NoticeAddress
from wizard.tools import Tools

LIFETIME = timedelta(hours=1)
"""Many mail servers let an unknown sender wait for a quarter of an hour."""
DAY = timedelta(days=1)
OF_PERSON, TO_ADDRESS = 5, 3
"""So many codes may one person ask for in a day, and so many may be sent to one address, whoever asks."""

log = structlog.get_logger()


def ask(tools: Tools, here: Visitor, municipality: str, address: str, language: Code) -> bool:
    """Send a code to the address; False where it is theirs already. ``TooManyMailsError`` where too many were sent.

    A code that was sent before is over. Until the new one is typed, an address that was confirmed stays.
    """
    whose = Whose(here.account_id, municipality)
    with tools.store.write() as db:
        one_at_a_time(db, here.account_id)
        kept = db.get(NoticeAddress, whose)
        if kept and not kept.refused_at and open_address(tools, whose, kept) == address:
            return False
        _count(db, tools, here, address)
        _drop_asked(db, whose)
        code, code_id = "".join(secrets.choice(LETTERS) for _ in range(LENGTH)), uuid.uuid4()
        ends = tools.clock() + LIFETIME
        db.add(
            AddressCode(
                id=code_id,
                **whose._asdict(),
                sealed_address=tools.vault.seal(address.encode(), asked_place(code_id)),
                code_hash=_hash(tools, whose, code),
                expires_at=ends,
            )
        )
        tell_address(db, tools, whose, Direct(CODE, address, language, ends, f"{code[:4]}-{code[4:]}"))
    return True


def confirm(tools: Tools, whose: Whose, typed: str, language: Code) -> None:
    """The address that the code was sent to is theirs from now on; the one before is told so.

    ``WrongCodeError``, and after five of them, or an hour, ``CodeOverError``.
    """
    at = tools.clock()
    with tools.store.write() as db:
        one_at_a_time(db, whose.account_id)
        asked = asked_of(db, whose)
        why = over(asked, at) if asked else EXPIRED
        right = asked is not None and compare_digest(asked.code_hash, _hash(tools, whose, typed))
        if asked and not why and right:
            _take(db, tools, whose, tools.vault.open(asked.sealed_address, asked_place(asked.id)), language)
        elif asked and not why:
            asked.wrong += 1
    if why:
        raise CodeOverError(why)
    if not right:
        log.warning("code_refused", account=str(whose.account_id))
        raise WrongCodeError
    log.info("address_confirmed", account=str(whose.account_id))


def _take(db: Session, tools: Tools, whose: Whose, address: bytes, language: Code) -> None:
    kept = db.get(NoticeAddress, whose)
    if kept and tools.vault.open(kept.sealed_address, address_place(whose)) != address:
        tell_former(db, tools, whose, language)
    _drop_asked(db, whose)
    kept = kept or NoticeAddress(**whose._asdict(), off=[])
    kept.sealed_address = tools.vault.seal(address, address_place(whose))
    kept.confirmed_at, kept.language, kept.refused_at = tools.clock(), language, None
    db.add(kept)


def _drop_asked(db: Session, whose: Whose) -> None:
    """A code that was asked for, and its mail if that has not gone yet."""
    waits = (Notice.account_id == whose.account_id, Notice.municipality == whose.municipality)
    db.execute(delete(Notice).where(*waits, Notice.kind == CODE))
    mine = (AddressCode.account_id == whose.account_id, AddressCode.municipality == whose.municipality)
    db.execute(delete(AddressCode).where(*mine))


def _hash(tools: Tools, whose: Whose, code: str) -> bytes:
    bare = "".join(letter for letter in code.upper() if letter.isalnum())
    return tools.vault.lookup(f"address code:{whose.account_id}:{whose.municipality}:{bare}")


def _count(db: Session, tools: Tools, here: Visitor, address: str) -> None:
    """Counted by number and not by account, which somebody may delete and have anew.

    Of an address as it is sent to, without its tag.
    """
    at = tools.clock()
    db.execute(delete(CodeMail).where(CodeMail.at <= at - DAY))
    local, _, domain = deliverable(address).casefold().rpartition("@")
    for counted, most in (
        (f"code mails of:{here.person.national_id}", OF_PERSON),
        (f"code mails to:{local.partition('+')[0]}@{domain}", TO_ADDRESS),
    ):
        found = tools.vault.lookup(counted)
        if (db.scalar(select(func.count()).where(CodeMail.counted_hash == found)) or 0) >= most:
            log.warning("too_many_code_mails", account=str(here.account_id))
            raise TooManyMailsError
        db.add(CodeMail(counted_hash=found, at=at))
