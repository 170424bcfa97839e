"""When a draft that nobody touches any more is announced to go, and when it goes. Reads only."""

import uuid
from datetime import date, datetime, timedelta
from enum import Enum

import structlog
from sqlalchemy import Connection, func, select, union_all

from forms.language import OSLO
from forms.law.rules import OUTER_LIMIT_YEARS
from forms.retention import Figures
from wizard.accounts import person_of
from wizard.cases.drafts import Reader, read_draft
from wizard.cases.finding import CaseRow
from wizard.cases.keeping import needs_notice
from wizard.cases.kept_for import kept_for
from wizard.cases.standing import GOES
from wizard.catalogues import language_of
from wizard.models import Attachment, Case, CaseEvent, StepAnswers
from wizard.models_acting import Frozen, Invitation, Participant, Signed
from wizard.tools import Tools
from wizard.vault import SealBrokenError

DAYS_OF_YEAR = 366

log = structlog.get_logger()


class Due(Enum):
    """What the job has to do with a draft."""

    NOTHING = "nothing"
    ANNOUNCE = "announce"
    DELETE = "delete"


def touched_at(db: Connection, case_id: uuid.UUID) -> datetime:
    """When somebody last did something with a draft that is there: that it was announced to go is no such thing."""
    moments = union_all(
        select(Case.started_at.label("at")).where(Case.id == case_id),
        select(StepAnswers.saved_at).where(StepAnswers.case_id == case_id),
        select(Attachment.added_at).where(Attachment.case_id == case_id),
        select(CaseEvent.at).where(CaseEvent.case_id == case_id, CaseEvent.kind != GOES),
        select(Frozen.at).where(Frozen.case_id == case_id),
        select(Signed.at).where(Signed.case_id == case_id),
        select(Participant.since).where(Participant.case_id == case_id),
        select(Participant.seen_at).where(Participant.case_id == case_id),
    ).subquery()
    last: datetime = db.execute(select(func.max(moments.c.at))).scalar_one()
    return last


def goes_on(db: Connection, case_id: uuid.UUID) -> date | None:
    """The day on which the draft goes, as it was announced; None where it was not, or was touched since."""
    told = (
        select(CaseEvent.at, CaseEvent.detail)
        .where(CaseEvent.case_id == case_id, CaseEvent.kind == GOES)
        .order_by(CaseEvent.id.desc())
        .limit(1)
    )
    row = db.execute(told).one_or_none()
    return date.fromisoformat(row.detail) if row and row.at > touched_at(db, case_id) else None


def stays_until(db: Connection, tools: Tools, case: CaseRow) -> date:
    """The day on which the draft goes if nobody touches it: as announced, or as it would be."""
    kept = kept_for(tools, case)
    last = touched_at(db, case.id) + timedelta(days=kept.draft_days)
    return goes_on(db, case.id) or last.astimezone(OSLO).date()


def last_touch_of_lapsing(kept: Figures, now: datetime) -> datetime:
    """What was touched after that is not announced to go yet."""
    return now - timedelta(days=kept.draft_days - kept.notice_days)


def due(db: Connection, tools: Tools, case: CaseRow) -> Due:
    """What is to be done with the draft now; nothing as long as a deadline or somebody's signature may still come."""
    now, last = tools.clock(), touched_at(db, case.id)
    day = goes_on(db, case.id)
    if day is None:
        kept = kept_for(tools, case)
        wanted = Due.ANNOUNCE if last <= last_touch_of_lapsing(kept, now) else Due.NOTHING
    else:
        wanted = Due.DELETE if day <= tools.today() else Due.NOTHING
    stays = wanted is not Due.NOTHING and (
        _awaits_somebody(db, case.id, now) or _holds(db, tools, case, last)
    )
    return Due.NOTHING if stays else wanted


def _awaits_somebody(db: Connection, case_id: uuid.UUID, now: datetime) -> bool:
    """Whether a code is out by which somebody can still come to it."""
    open_code = (
        select(Invitation.id)
        .where(Invitation.case_id == case_id, Invitation.expires_at > now)
        .where(Invitation.used_at.is_(None), Invitation.revoked_at.is_(None))
    )
    return db.execute(open_code.limit(1)).first() is not None


def _holds(db: Connection, tools: Tools, case: CaseRow, last: datetime) -> bool:
    """Whether its owner may still need it for a complaint, or nobody can tell because it cannot be opened.

    Where nobody knows the deadline, forvaltningsloven § 31 third paragraph ends it: a year after the decision, which
    was made before the draft was touched last.
    """
    now = tools.clock()
    years = OUTER_LIMIT_YEARS.on(tools.today()).value
    if now >= last + timedelta(days=DAYS_OF_YEAR * years):
        return False
    reader = Reader(person_of(db, tools, case.author_id), language_of("nb"))
    try:
        return needs_notice(read_draft(db, tools, case, reader).walk, now)
    except SealBrokenError:
        log.warning("case_unreadable", case=str(case.id))
        return True
