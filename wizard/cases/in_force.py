"""What of a case holds now, or waits for something before it can: consents, powers of attorney, signatures."""

import uuid
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, or_, select, union_all

from forms.yes import NOTIFYING
from wizard.cases.participants import SIGNERS
from wizard.cases.standing import awaits_paper
from wizard.models import Case
from wizard.models_acting import Invitation, Participant, Power, Signed
from wizard.models_consents import Consent
from wizard.tools import Tools


def holds(db: Connection, tools: Tools, case_id: uuid.UUID) -> bool:
    """Whether a yes or a power of attorney in it holds; one to a notification was used when that was sent."""
    return _there_is_any(
        db,
        _open_yes(tools, case_id).where(Consent.confirmed_at.is_not(None)),
        _open_power(tools, case_id).where(_takes_effect()),
    )


def waits(db: Connection, tools: Tools, case_id: uuid.UUID, kinds: Iterable[str]) -> bool:
    """Whether something is still to come: a signature, a paper, a number. ``kinds`` are those of its events."""
    return awaits_paper(kinds) or _there_is_any(
        db,
        _open_yes(tools, case_id).where(Consent.confirmed_at.is_(None)),
        _open_power(tools, case_id).where(~_takes_effect()),
        _a_signature(tools, case_id),
    )


def said_in(tools: Tools, case_id: uuid.UUID) -> bool:
    """Whether it is told here that a yes was said or a power given in it, whether or not it holds still."""
    with tools.store.connect() as db:
        return _there_is_any(
            db,
            select(Consent.id).where(Consent.case_id == case_id, Consent.kind != NOTIFYING),
            select(Power.case_id).where(Power.case_id == case_id),
        )


SAID_IN = or_(
    exists(select(Consent.id).where(Consent.case_id == Case.id, Consent.kind != NOTIFYING).correlate(Case)),
    exists(select(Power.case_id).where(Power.case_id == Case.id).correlate(Case)),
)
"""As ``said_in``, of each case of a query."""


def _there_is_any(db: Connection, *queries: Select[Any]) -> bool:
    return any(db.execute(query.limit(1)).first() for query in queries)


def _open_yes(tools: Tools, case_id: uuid.UUID) -> Select[Any]:
    open_ended = or_(Consent.ended_at.is_(None), Consent.ended_at > tools.clock())
    in_time = or_(Consent.last_day.is_(None), Consent.last_day >= tools.today())
    return select(Consent.id).where(
        Consent.case_id == case_id, Consent.kind != NOTIFYING, open_ended, in_time
    )


def _open_power(tools: Tools, case_id: uuid.UUID) -> Select[Any]:
    in_time = or_(Power.last_day.is_(None), Power.last_day >= tools.today())
    return select(Power.case_id).where(Power.case_id == case_id, Power.ended_at.is_(None), in_time)


def _takes_effect() -> ColumnElement[bool]:
    """Signed, and it is known by a number to whom it was given."""
    return and_(Power.confirmed_at.is_not(None), Power.proxy_lookup.is_not(None))


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
