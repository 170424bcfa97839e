"""The office has put a case into the municipality's archive, and what that means for how long it stays here."""

import uuid
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, exists, or_, select, union_all
from sqlalchemy.orm import Session

from forms.language import OSLO
from forms.municipality import municipality
from forms.yes import NOTIFYING
from wizard.cases.beginning import record
from wizard.cases.finding import CaseRow, lock_sent
from wizard.cases.notice_kinds import CASE_GOES
from wizard.cases.noticing import Whose, notice
from wizard.cases.participants import SIGNERS
from wizard.cases.standing import ARCHIVED, DELIVERED, awaits_paper
from wizard.models import Attachment, Case, CaseEvent
from wizard.models_acting import Invitation, Participant, Power, Signed
from wizard.models_consents import Consent
from wizard.tools import Tools


def put_into_archive(tools: Tools, case_id: uuid.UUID, staff_id: uuid.UUID) -> bool:
    """Write down that it lies there; said twice is said once.

    False as long as its documents are not delivered, or a file of it waits to be screened.
    """
    with tools.store.write() as db:
        lock_sent(db, case_id)
        kinds = _kinds(db.connection(), case_id)
        if DELIVERED not in kinds or _unscreened(db.connection(), tools, case_id):
            return False
        if ARCHIVED not in kinds:
            record(db, case_id, ARCHIVED, tools.clock(), actor=staff_id)
            _tell_owner(db, tools, case_id)
    return True


def _tell_owner(db: Session, tools: Tools, case_id: uuid.UUID) -> None:
    case = db.get_one(Case, case_id)
    notice(db, tools, Whose(case.owner_id, case.municipality), CASE_GOES, case_id)


def waits_for_screening(tools: Tools, case_id: uuid.UUID) -> bool:
    """Whether nobody can have put all of its files anywhere yet."""
    with tools.store.connect() as db:
        return _unscreened(db, tools, case_id)


def _unscreened(db: Connection, tools: Tools, case_id: uuid.UUID) -> bool:
    waiting = select(Attachment.id).where(Attachment.case_id == case_id, Attachment.screened.is_(None))
    return tools.clamd is not None and db.execute(waiting.limit(1)).first() is not None


def stays_until(tools: Tools, case: CaseRow, archived_at: datetime) -> date:
    """The day on which what was sent goes from here, unless something in it holds longer."""
    days = municipality(case.municipality, tools.settings.municipalities).retention.sent_days
    return (archived_at + timedelta(days=days)).astimezone(OSLO).date()


def may_go(db: Connection, tools: Tools, case: CaseRow) -> bool:
    """Whether what was sent is kept here no longer.

    It stays until its documents were delivered and the office has said that they lie in its archive, as long as a
    signature may still come, and as long as a yes or a power of attorney in it holds.
    """
    archived = select(CaseEvent.at).where(CaseEvent.case_id == case.id, CaseEvent.kind == ARCHIVED)
    at = db.scalar(archived.order_by(CaseEvent.id).limit(1))
    if at is None or stays_until(tools, case, at) > tools.today():
        return False
    kinds = _kinds(db, case.id)
    holds = (_a_yes(tools, case.id), _a_power(tools, case.id), _a_signature(tools, case.id))
    open_still = awaits_paper(kinds) or any(db.execute(query.limit(1)).first() for query in holds)
    return DELIVERED in kinds and not open_still


def _kinds(db: Connection, case_id: uuid.UUID) -> list[str]:
    return list(db.scalars(select(CaseEvent.kind).where(CaseEvent.case_id == case_id).order_by(CaseEvent.id)))


def _a_yes(tools: Tools, case_id: uuid.UUID) -> Select[Any]:
    """A yes that holds, or may come to hold; one to a notification was used when that was sent."""
    open_ended = or_(Consent.ended_at.is_(None), Consent.ended_at > tools.clock())
    in_time = or_(Consent.last_day.is_(None), Consent.last_day >= tools.today())
    return select(Consent.id).where(
        Consent.case_id == case_id, Consent.kind != NOTIFYING, open_ended, in_time
    )


def _a_power(tools: Tools, case_id: uuid.UUID) -> Select[Any]:
    in_time = or_(Power.last_day.is_(None), Power.last_day >= tools.today())
    return select(Power.case_id).where(Power.case_id == case_id, Power.ended_at.is_(None), in_time)


def _a_signature(tools: Tools, case_id: uuid.UUID) -> Select[Any]:
    """Somebody who may still come by a code, or has come and not answered."""
    code = select(Invitation.id).where(
        Invitation.case_id == case_id,
        Invitation.expires_at > tools.clock(),
        Invitation.used_at.is_(None),
        Invitation.revoked_at.is_(None),
    )
    signed = exists(
        select(Signed.id).where(
            Signed.case_id == case_id, Signed.account_id == Participant.account_id, Signed.voided_at.is_(None)
        )
    )
    asked = select(Participant.id).where(
        Participant.case_id == case_id,
        Participant.capacity.in_(SIGNERS),
        Participant.ended_at.is_(None),
        Participant.declined_at.is_(None),
        ~signed,
    )
    either = union_all(code, asked).subquery()
    return select(either.c.id)
