"""What somebody has sent before, as a later form may point at it. Reads only."""

import uuid
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Exists, and_, bindparam, exists, func, not_, or_, select

from forms.journeys.registry import journey
from forms.language import OSLO
from forms.situation import SentCase
from forms.ties import WITHDRAWN, WITHDRAWN_FROM
from forms.yes import HELP
from wizard.cases.standing import GIVEN_BACK, NO_MORE_AWAITED, PAPER_PROMISED
from wizard.models import Case, CaseEvent, Concern, Submission
from wizard.models_acting import Participant, Power
from wizard.models_consents import Consent

DAY_HAS_COME = and_(CaseEvent.kind == WITHDRAWN_FROM, CaseEvent.detail <= bindparam("today"))
GONE = exists(
    select(CaseEvent.id)
    .where(CaseEvent.case_id == Case.id, or_(CaseEvent.kind.in_((WITHDRAWN, GIVEN_BACK)), DAY_HAS_COME))
    .correlate(Case)
).label("withdrawn")
"""Whether the case is taken back by ``today``."""


def _has(*kinds: str) -> Exists:
    return exists(
        select(CaseEvent.id).where(CaseEvent.case_id == Case.id, CaseEvent.kind.in_(kinds)).correlate(Case)
    )


AWAITS_PAPER = and_(_has(PAPER_PROMISED), not_(_has(*NO_MORE_AWAITED))).label("awaits_paper")
"""As ``standing.awaits_paper``."""
HELPS = exists(
    select(Consent.id)
    .where(Consent.case_id == Case.id, Consent.kind == HELP)
    .where(Consent.ended_at.is_(None))
    .correlate(Case)
).label("helps_by_consent")
"""Whether a yes to help was said in it, and was not taken back."""
TAKEN_BACK_FROM = (
    select(func.min(CaseEvent.detail))
    .where(CaseEvent.case_id == Case.id, CaseEvent.kind == WITHDRAWN_FROM)
    .correlate(Case)
    .scalar_subquery()
    .label("taken_back_from")
)
"""The first day from which it was taken back."""
SENT = (
    select(
        Case.reference,
        Case.journey,
        Submission.received_at,
        Submission.marks,
        Submission.restricted,
        Submission.hidden_by_another,
        GONE,
        AWAITS_PAPER,
        HELPS,
        TAKEN_BACK_FROM,
        Power.last_day,
    )
    .join(Submission, Submission.case_id == Case.id)
    .outerjoin(Power, Power.case_id == Case.id)
    .order_by(Submission.received_at.desc())
)
OWN = SENT.where(Case.owner_id == bindparam("owner_id"), Case.municipality == bindparam("municipality"))


def sent_cases(db: Connection, owner_id: uuid.UUID, municipality: str, today: date) -> tuple[SentCase, ...]:
    """The owner's cases that are in, in that municipality, the newest first."""
    here = {"owner_id": owner_id, "municipality": municipality, "today": today.isoformat()}
    return tuple(_sent(row) for row in db.execute(OWN, here))


def sent_among(db: Connection, case_ids: Iterable[uuid.UUID], today: date) -> tuple[SentCase, ...]:
    """Those of the cases that are in, the newest first."""
    query = SENT.where(Case.id.in_(case_ids))
    return tuple(_sent(row) for row in db.execute(query, {"today": today.isoformat()}))


def tied_to(db: Connection, case_id: uuid.UUID) -> frozenset[str]:
    """The references of what a case that is in was tied to when it was sent; not of a power by which it was."""
    by_power = select(Participant.power_id).where(
        Participant.case_id == case_id, Participant.power_id.is_not(None)
    )
    query = (
        select(Case.reference)
        .join(Concern, Concern.earlier_id == Case.id)
        .where(Concern.case_id == case_id, Case.id.not_in(by_power))
    )
    return frozenset(db.scalars(query))


def _sent(row: Any) -> SentCase:
    return SentCase(
        row.reference,
        row.journey,
        row.received_at.astimezone(OSLO).date(),
        title=journey(row.journey).title,
        naming=journey(row.journey).naming,
        marks=tuple(row.marks),
        restricted=row.restricted,
        hidden_by_another=row.hidden_by_another,
        withdrawn=bool(row.withdrawn),
        over_from=_over_from(row),
        awaits_paper=bool(row.awaits_paper),
        helps_by_consent=bool(row.helps_by_consent),
    )


def _over_from(row: Any) -> date | None:
    taken_back = [date.fromisoformat(row.taken_back_from)] if row.taken_back_from else []
    last = [row.last_day + timedelta(days=1)] if row.last_day else []
    return min([*taken_back, *last], default=None)
