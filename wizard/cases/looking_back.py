"""What somebody has sent before, as a later form may point at it. Reads only."""

import uuid

from sqlalchemy import Connection, bindparam, exists, select

from forms.journeys.registry import journey
from forms.language import OSLO
from forms.situation import SentCase
from forms.ties import WITHDRAWN
from wizard.models import Case, CaseEvent, Submission

SENT = (
    select(
        Case.reference,
        Case.journey,
        Submission.received_at,
        Submission.marks,
        Submission.restricted,
        exists(
            select(CaseEvent.id)
            .where(CaseEvent.case_id == Case.id, CaseEvent.kind == WITHDRAWN)
            .correlate(Case)
        ).label("withdrawn"),
    )
    .join(Submission, Submission.case_id == Case.id)
    .where(Case.owner_id == bindparam("owner_id"), Case.municipality == bindparam("municipality"))
    .order_by(Submission.received_at.desc())
)


def sent_cases(db: Connection, owner_id: uuid.UUID, municipality: str) -> tuple[SentCase, ...]:
    """The owner's cases that are in, in that municipality, the newest first."""
    rows = db.execute(SENT, {"owner_id": owner_id, "municipality": municipality})
    return tuple(
        SentCase(
            row.reference,
            row.journey,
            row.received_at.astimezone(OSLO).date(),
            title=journey(row.journey).title,
            naming=journey(row.journey).naming,
            marks=tuple(row.marks),
            restricted=row.restricted,
            withdrawn=bool(row.withdrawn),
        )
        for row in rows
    )
