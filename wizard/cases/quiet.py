"""Whether whoever took back what others said yes to hides here, so that those may not read who it was. Reads only.

A child may keep it from its parents (pbrl § 3-4), and a protected address is kept from whom it is protected from
(domain 4.5).
"""

import uuid
from datetime import datetime

from sqlalchemy import Connection, exists, select

from forms.marks import NO_LETTER_HOME, PARENTS_NOT_TOLD
from wizard.cases.consented import Consented, Limit
from wizard.models import Case, CaseEvent, Concern, Submission
from wizard.models_consents import Consent
from wizard.tools import Tools

TOLD_HIDING = {NO_LETTER_HOME, PARENTS_NOT_TOLD}
"""What a case was marked with whose sender must not be told of to those at home."""


def event_is_quiet(tools: Tools, number: int, reader: uuid.UUID) -> bool:
    """Of an event by which something is taken back: whether ``reader`` may read that alone, and not by whom."""
    query = (
        select(CaseEvent.case_id, CaseEvent.at, CaseEvent.actor_id, Case.municipality)
        .join(Case, Case.id == CaseEvent.case_id)
        .where(CaseEvent.id == number, exists(select(Consent.id).where(Consent.case_id == Case.id)))
    )
    with tools.store.connect() as db:
        row = db.execute(query).one_or_none()
        if row is None:
            return False
        takers = {row.actor_id, *_owners_of_later(db, row.case_id, row.at)} - {None}
        return reader not in takers and any(_hides(db, one, row.municipality) for one in takers)


def ended_quietly(tools: Tools, found: Consented, reader: uuid.UUID) -> bool:
    """As ``event_is_quiet``, of one yes that is taken back."""
    later = select(Case.owner_id, Case.municipality).where(Case.id == found.withdrawn_in)
    with tools.store.connect() as db:
        case = db.execute(later).one_or_none()
        if case is None:
            return False
        takers = {found.withdrawn_by, case.owner_id} - {None}
        return reader not in takers and any(_hides(db, one, case.municipality) for one in takers)


def limited_quietly(tools: Tools, limit: Limit, reader: uuid.UUID) -> bool:
    """As ``event_is_quiet``, of words that limit what was said yes to."""
    with tools.store.connect() as db:
        place = db.execute(select(Case.municipality).where(Case.id == limit.case_id)).scalar_one()
        return limit.said_by != reader and _hides(db, limit.said_by, place)


def _owners_of_later(db: Connection, earlier: uuid.UUID, at: datetime) -> set[uuid.UUID]:
    """Whose cases they are by which it happened: what staff wrote down is somebody's own."""
    query = (
        select(Case.owner_id)
        .join(Concern, Concern.case_id == Case.id)
        .join(CaseEvent, CaseEvent.case_id == Case.id)
        .where(Concern.earlier_id == earlier, CaseEvent.kind == "submitted", CaseEvent.at == at)
    )
    return set(db.scalars(query))


def _hides(db: Connection, account_id: uuid.UUID | None, municipality: str) -> bool:
    query = (
        select(Submission.restricted, Submission.hidden_by_another, Submission.marks)
        .join(Case, Case.id == Submission.case_id)
        .where(Case.owner_id == account_id, Case.municipality == municipality)
    )
    return any(
        (row.restricted and not row.hidden_by_another) or TOLD_HIDING.intersection(row.marks)
        for row in db.execute(query)
    )
