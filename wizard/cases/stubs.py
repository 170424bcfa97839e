"""Takes away what is left of a case: first the steps by which a yes could be taken back, at last the stub itself."""

import uuid
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from sqlalchemy import Select, delete, exists, or_, select
from sqlalchemy.orm import Session, aliased

from forms.language import OSLO
from forms.municipality import Municipality
from wizard.cases import in_force
from wizard.cases.finding import CaseRow, find_case, hold_case
from wizard.cases.kept_for import kept_for
from wizard.cases.lapsing import DAYS_OF_YEAR
from wizard.cases.left_behind import marks_left
from wizard.cases.quiet import TOLD_HIDING
from wizard.models import Attachment, Case, CaseEvent, Concern, Document, StepAnswers, Submission
from wizard.models_acting import Frozen, Invitation, Participant, Power, Signed
from wizard.models_consents import Consent, ConsentLimit
from wizard.models_paper import PaperIntake
from wizard.tools import Tools

OF_A_CASE = (
    ConsentLimit,
    Consent,
    Participant,
    Signed,
    Invitation,
    Frozen,
    StepAnswers,
    Attachment,
    Document,
    CaseEvent,
    PaperIntake,
    Submission,
    Power,
)
"""What goes with a case, in the order in which one points at the next. Who opened it stays, by its own rule."""
Later = aliased(Submission)


def with_steps(tools: Tools) -> list[uuid.UUID]:
    """The cases that were emptied, but for the steps by which what held in them could be taken back."""
    query = select(Submission.case_id).where(
        Submission.removed_at.is_not(None),
        exists(select(StepAnswers.case_id).where(StepAnswers.case_id == Submission.case_id)),
    )
    with tools.store.read() as db:
        return list(db.scalars(query.order_by(Submission.removed_at)))


def let_go(tools: Tools, case_id: uuid.UUID, *, dry_run: bool = False) -> bool:
    """Take those steps away where nothing holds any more; gives whether they went, or would."""
    with tools.store.connect() as db:
        if in_force.holds(db, tools, case_id):
            return False
    if not dry_run:
        with tools.store.write() as db:
            db.execute(delete(StepAnswers).where(StepAnswers.case_id == case_id))
            row = db.get_one(Submission, case_id, with_for_update=True)
            row.marks = marks_left(row.marks, holds=False)
    return True


def old(tools: Tools, place: Municipality) -> list[uuid.UUID]:
    """The stubs there that were made long enough ago for some form; whether anything keeps them is asked of each."""
    years = min(one.stub_years for one in place.retention.each())
    before = tools.clock() - timedelta(days=DAYS_OF_YEAR * years - 1)
    query = select(Submission.case_id).where(
        Submission.municipality == place.id, Submission.removed_at <= before
    )
    with tools.store.read() as db:
        return list(db.scalars(query.order_by(Submission.removed_at)))


def stays_until(tools: Tools, case_id: uuid.UUID) -> date | None:
    """The day on which the stub goes; None as long as something in it holds, or it is no stub.

    Counted from when it was emptied, or from when the last of what was agreed to in it was over.
    """
    with tools.store.read() as db:
        case = find_case(db.connection(), case_id)
        return _goes(db, tools, case) if case and case.removed else None


def is_over(tools: Tools, case_id: uuid.UUID) -> bool:
    """Whether its time is over, and nothing else that is here needs it, but for what goes with it."""
    with tools.store.read() as db:
        return bool(_going_together(db, tools, case_id))


def forget(tools: Tools, case_id: uuid.UUID) -> int:
    """Take the stub away where its time is over, and with it those that it needs to go; gives how many went."""
    with tools.store.read() as db:
        together = _going_together(db, tools, case_id)
    if not together:
        return 0
    with tools.store.write() as db:
        for one in sorted(together):
            if db.get(Submission, one, with_for_update=True) is None:  # somebody came between
                return 0
            hold_case(db.connection(), one)
        if _going_together(db, tools, case_id) != together:
            return 0
        _erase(db, together)
    return len(together)


def _going_together(db: Session, tools: Tools, case_id: uuid.UUID) -> set[uuid.UUID]:
    """It and all that needs it, one by way of another, where the time of each is over; empty where one stays.

    Two that hold each other, such as a case and the power of attorney for that one case, would else stay for ever.
    """
    together, asked = set[uuid.UUID](), [case_id]
    while asked:
        one = asked.pop()
        if not _time_over(db, tools, one):
            return set()
        together.add(one)
        asked += _needing(db, one) - together
    return together


def _time_over(db: Session, tools: Tools, case_id: uuid.UUID) -> bool:
    case = find_case(db.connection(), case_id)
    day = _goes(db, tools, case) if case and case.removed else None
    return day is not None and day <= tools.today()


def _goes(db: Session, tools: Tools, case: CaseRow) -> date | None:
    if in_force.holds(db.connection(), tools, case.id):
        return None
    years = kept_for(tools, case).stub_years
    last = max(_ends(db, case.id)).astimezone(OSLO).date()
    return last + timedelta(days=DAYS_OF_YEAR * years)


def _ends(db: Session, case_id: uuid.UUID) -> Iterator[datetime]:
    """When it was emptied, and when each thing that was agreed to in it was over."""
    removed = db.get_one(Submission, case_id).removed_at
    yield from [removed] if removed else []
    for table in (Consent, Power):
        for row in db.execute(select(table.ended_at, table.last_day).where(table.case_id == case_id)):
            last = [datetime.combine(row.last_day, time.max, OSLO)] if row.last_day else []
            ended = [row.ended_at] if row.ended_at else []
            yield from sorted([*last, *ended])[:1]


def _needing(db: Session, case_id: uuid.UUID) -> set[uuid.UUID]:
    """The cases that point at it: its words by what came later, or by which power or case something was done."""
    others: list[Select[uuid.UUID]] = [
        select(Concern.case_id)
        .join(Later, Later.case_id == Concern.case_id)
        .where(Concern.earlier_id == case_id, Later.removed_at.is_(None)),
        select(Participant.case_id).where(Participant.power_id == case_id, Participant.case_id != case_id),
        select(Power.case_id).where(Power.about_id == case_id, Power.case_id != case_id),
        select(Consent.case_id).where(Consent.withdrawn_in == case_id, Consent.case_id != case_id),
        select(ConsentLimit.case_id).where(ConsentLimit.said_in == case_id, ConsentLimit.case_id != case_id),
    ]
    return {one for query in [*others, *_hidden(db, case_id)] for one in db.scalars(query)}


def _hidden(db: Session, case_id: uuid.UUID) -> Iterator[Select[uuid.UUID]]:
    """What others read of that its owner took back, and may not know by whom: this tells that they hide (``quiet``)."""
    row = db.get_one(Submission, case_id)
    if not (row.restricted or TOLD_HIDING.intersection(row.marks)):
        return
    owner = select(Case.owner_id).where(Case.id == case_id).scalar_subquery()
    own = select(Case.id).where(Case.owner_id == owner)
    back = or_(Consent.withdrawn_by == owner, Consent.withdrawn_in.in_(own))
    yield select(Consent.case_id).where(Consent.owner_id != owner, back)
    yield select(ConsentLimit.case_id).where(ConsentLimit.said_by == owner, ConsentLimit.case_id.not_in(own))


def _erase(db: Session, together: set[uuid.UUID]) -> None:
    db.execute(delete(Concern).where(or_(Concern.case_id.in_(together), Concern.earlier_id.in_(together))))
    for table in OF_A_CASE:
        db.execute(delete(table).where(table.case_id.in_(together)))
    db.execute(delete(Case).where(Case.id.in_(together)))
