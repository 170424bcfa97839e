"""The verb of somebody who types a code: from then on they take part in the case that it is about."""

import uuid
from datetime import datetime
from typing import NamedTuple

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from forms.language import Language
from wizard.accounts import person_of
from wizard.case_address import CaseAddress
from wizard.cases import codes
from wizard.cases.codes import Invited
from wizard.cases.drafts import Reader, read_draft
from wizard.cases.errors import CodeOverError, GoneError, WrongCodeError
from wizard.cases.finding import CaseRow, lock_case
from wizard.cases.handing_on import OWNER, take_home
from wizard.cases.participants import SIGNERS
from wizard.cases.still_asked import Part, is_named
from wizard.models_acting import Participant
from wizard.tools import Tools

log = structlog.get_logger()


class TakenUp(NamedTuple):
    """Where to go on: the case's municipality, and one's own way in to it."""

    municipality: str
    address: CaseAddress


def take_up(tools: Tools, account_id: uuid.UUID, code: str) -> TakenUp:
    """Use the code, once. Raises what ``codes.open_code`` raises; then nobody takes part in anything.

    So it does where the answers do not name that person any more.
    """
    invited = codes.open_code(tools, account_id, code, _is_here)
    at = tools.clock()
    with tools.store.write() as db:
        try:
            case = lock_case(db.connection(), invited.case_id)
        except GoneError as error:  # its author threw it away meanwhile
            raise WrongCodeError from error
        _hold_asked(db, tools, invited, case, account_id)
        codes.use(db, invited, at)
        if invited.purpose == OWNER:
            take_home(db, tools, case, account_id, at)
            address = CaseAddress(case.id)
        else:
            address = CaseAddress(case.id, _sign(db, invited, case, account_id, at))
    log.info("code_taken_up", case=str(case.id), account=str(account_id), purpose=invited.purpose)
    return TakenUp(case.municipality, address)


def _hold_asked(db: Session, tools: Tools, invited: Invited, case: CaseRow, account_id: uuid.UUID) -> None:
    """Who is asked to sign must still be one whom the answers name."""
    if invited.purpose not in SIGNERS:
        return
    reader = Reader(person_of(db.connection(), tools, account_id), Language(), account_id)
    draft = read_draft(db.connection(), tools, case, reader)
    if not is_named(db.connection(), tools, draft, Part(invited.purpose, account_id)):
        raise CodeOverError(codes.REVOKED)


def _is_here(invited: Invited) -> bool:
    """To sign, or to go on with what was begun at the counter; a code to somebody at the counter is typed there."""
    return invited.purpose in {*SIGNERS, OWNER}


def _sign(db: Session, invited: Invited, case: CaseRow, account_id: uuid.UUID, at: datetime) -> uuid.UUID:
    """They read it from now on, and may sign; gives as what they take part."""
    mine = _mine(db, invited, account_id) or Participant(
        id=uuid.uuid4(), case_id=case.id, account_id=account_id, capacity=invited.purpose, since=at
    )
    db.add(mine)
    return mine.id


def _mine(db: Session, invited: Invited, account_id: uuid.UUID) -> Participant | None:
    """Who was asked once more goes on where they were."""
    query = select(Participant).where(
        Participant.case_id == invited.case_id,
        Participant.account_id == account_id,
        Participant.capacity == invited.purpose,
        Participant.ended_at.is_(None),
    )
    return db.scalar(query.with_for_update())
