"""The verbs that hand a draft between home and counter: a code for the counter, a code for the citizen's own phone."""

import uuid
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from wizard.accounts import Visitor, person_of
from wizard.cases.assistants import numbers_of_helpers
from wizard.cases.assisting import end_within
from wizard.cases.beginning import lock_draft, record
from wizard.cases.codes import Wanted, invite
from wizard.cases.drafts import Reader
from wizard.cases.errors import NotFillingInError, WrongCodeError
from wizard.cases.finding import CaseRow
from wizard.cases.freezing import void
from wizard.cases.ground import hold_ground
from wizard.cases.own_part import is_named
from wizard.cases.owners import drop_unclaimed
from wizard.cases.participants import ASSISTANT
from wizard.cases.standing import HANDED_HOME
from wizard.models import Case
from wizard.models_acting import Invitation, Signed
from wizard.tools import Tools

OWNER = "owner"
"""The purpose of a code by which a citizen goes on with a draft as themselves."""
LIFETIME = timedelta(minutes=15)


def code_for_counter(tools: Tools, case_id: uuid.UUID, reader: Reader) -> str:
    """A code to read aloud: whoever of a helping office there types it may help. Older ones are over.

    ``NotFillingInError`` for anybody but whoever fills in: who is helped, signs as the one who did.
    """
    with tools.store.write() as db:
        case = lock_draft(db.connection(), case_id)
        hold_ground(db.connection(), tools, reader.participant_id)
        if case.author_id != reader.account_id:
            raise NotFillingInError
        _revoke_older(db, tools, case_id, ASSISTANT)
        return invite(db, tools, Wanted(case_id, ASSISTANT, None, case.author_id, LIFETIME))


def code_for_phone(
    tools: Tools, case_id: uuid.UUID, made_by: uuid.UUID, taking_part: uuid.UUID | None
) -> str:
    """A code by which the citizen goes on alone: for the owner, where it is known who that is. Older ones are over.

    ``GroundLostError`` where the helper does not help any more.
    """
    with tools.store.write() as db:
        case = lock_draft(db.connection(), case_id)
        hold_ground(db.connection(), tools, taking_part)
        owner = person_of(db.connection(), tools, case.owner_id)
        _revoke_older(db, tools, case_id, OWNER)
        known = owner if owner.national_id else None
        return invite(db, tools, Wanted(case_id, OWNER, known, made_by, LIFETIME))


def code_for_colleague(
    tools: Tools, case_id: uuid.UUID, helper: Visitor, taking_part: uuid.UUID | None
) -> str:
    """A code by which another helper goes on with what names this one, who may not (fvl § 6). Older ones are over.

    ``NotFillingInError`` where nothing names them: then it is whoever fills in who lets somebody else help.
    """
    with tools.store.write() as db:
        draft = lock_draft(db.connection(), case_id)
        hold_ground(db.connection(), tools, taking_part)
        if not is_named(db.connection(), tools, draft, helper.person):
            raise NotFillingInError
        _revoke_older(db, tools, draft.id, ASSISTANT)
        return invite(db, tools, Wanted(draft.id, ASSISTANT, None, helper.account_id, LIFETIME))


def take_home(db: Session, tools: Tools, case: CaseRow, account_id: uuid.UUID, at: datetime) -> None:
    """The citizen goes on with the draft as themselves: it is theirs, and all help is over.

    Within the transaction that uses the code. ``WrongCodeError`` where it belongs to another citizen by now.
    """
    if case.owner_id != account_id:
        _claim(db, tools, case, account_id, at)
    end_within(db, at, case.id, account_id)
    record(db, case.id, HANDED_HOME, at, actor=account_id)


def _claim(db: Session, tools: Tools, case: CaseRow, account_id: uuid.UUID, at: datetime) -> None:
    """From an account that nobody can log in to, and from no other; never by somebody who has helped with it.

    Who fills in is told otherwise from now on, so nothing that was signed at the counter holds any more.
    """
    connection = db.connection()
    if person_of(connection, tools, case.owner_id).national_id:
        raise WrongCodeError
    if person_of(connection, tools, account_id).national_id in numbers_of_helpers(connection, tools, case.id):
        raise WrongCodeError
    void(connection, case.id, at, account_id)
    theirs = update(Signed).where(Signed.case_id == case.id, Signed.account_id == case.owner_id)
    db.execute(theirs.values(account_id=account_id))
    db.execute(update(Case).where(Case.id == case.id).values(owner_id=account_id))
    drop_unclaimed(db, case.owner_id)


def _revoke_older(db: Session, tools: Tools, case_id: uuid.UUID, purpose: str) -> None:
    db.execute(
        update(Invitation)
        .where(
            Invitation.case_id == case_id,
            Invitation.purpose == purpose,
            Invitation.used_at.is_(None),
            Invitation.revoked_at.is_(None),
        )
        .values(revoked_at=tools.clock())
    )
