"""Ties what is sent to the earlier cases that it is about; within the caller's transaction."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import product

from sqlalchemy import ColumnElement, Select, and_, or_, select, union
from sqlalchemy.orm import Session

from forms.language import OSLO
from forms.ties import (
    CONSENT_TAKEN_BACK,
    PARTLY_WITHDRAWN,
    PARTLY_WITHDRAWN_FROM,
    TAKEN_BACK,
    WITHDRAWN,
    WITHDRAWN_FROM,
)
from wizard.cases import consents
from wizard.cases.beginning import record
from wizard.cases.drafts import Draft
from wizard.cases.finding import CaseRow
from wizard.cases.powers import end, hold_drafts, over_from
from wizard.models import Case, CaseEvent, Concern, Submission
from wizard.models_acting import Participant
from wizard.models_consents import Consent

ENDS = {WITHDRAWN, WITHDRAWN_FROM}
"""What ends a power of attorney, and every consent of the case that it happens to."""
AT_ONCE = {WITHDRAWN_FROM: WITHDRAWN, PARTLY_WITHDRAWN_FROM: PARTLY_WITHDRAWN}

AT_WORK = "notification"
"""The journey of those who write about people whom they meet at work."""


@dataclass(frozen=True)
class Tied:
    """The earlier cases, locked until the transaction ends, and which events wait for a signature on paper."""

    earlier: tuple[Submission, ...]
    waiting: tuple[str, ...]


def tie(
    db: Session, draft: Draft, at: datetime, *, signed: bool, came: datetime | None = None
) -> Tied | None:
    """Write down on each earlier case what the draft, just sent, means for it; None where it is about none.

    ``came`` is from when it counts where it came on paper before it was registered.

    All are the owner's own, or such as others said yes for them in, whatever the answers say.
    """
    wanted = draft.walk.journey.tie(draft.walk.now)
    if wanted and ENDS.intersection(wanted.when_sent):
        hold_drafts(db, list(db.scalars(_named(draft, wanted.references))))
    earlier = _find(db, draft, wanted.references) if wanted else ()
    if not wanted or not earlier:
        return None
    told = consents.came_before(consents.ending(at, wanted.day, draft.actor_id, draft.case.id), came)
    beside = set(db.scalars(_named(draft, wanted.beside)))
    for one in earlier:
        db.add(Concern(case_id=draft.case.id, earlier_id=one.case_id))
        kinds = wanted.when_sent + (wanted.when_signed if signed else ())
        for kind in (CONSENT_TAKEN_BACK,) if one.case_id in beside else kinds:
            _happens(db, one.case_id, kind, told, wanted.day)
    return Tied(earlier, () if signed else tuple(_waiting(kind, wanted.day) for kind in wanted.when_signed))


def _waiting(kind: str, day: date | None) -> str:
    """As the event keeps it until the signature has come, with the later day from which it holds."""
    return f"{kind}:{day.isoformat()}" if day else kind


def _come_due(waiting: str, today: date) -> tuple[str, date | None]:
    """The kind with its day; a day that has come meanwhile is none any more."""
    kind, _, day = waiting.partition(":")
    if day and date.fromisoformat(day) <= today:
        return AT_ONCE.get(kind, kind), None
    return kind, date.fromisoformat(day) if day else None


def tie_to_power(db: Session, draft: Draft) -> Submission | None:
    """What a proxy sends hangs together with the power by which they do; gives the power's own case."""
    power = draft.walk.now.power
    if power is None:
        return None
    found = _find(db, draft, (power.reference,))[0]
    db.add(Concern(case_id=draft.case.id, earlier_id=found.case_id))
    return found


def _happens(
    db: Session, case_id: uuid.UUID, kind: str, told: consents.Ending, day: date | None = None
) -> None:
    """Written down; and what was a power of attorney or a consent ends by being taken back.

    A day after that on which a power is over anyhow is told as that: it holds no longer for it.
    """
    if kind == WITHDRAWN_FROM and day is not None:
        day = min(day, over_from(db, case_id) or day)
    record(db, case_id, kind, told.at, actor=told.by, detail=_day_told(kind, told, day))
    if kind in ENDS:
        end(db, case_id, min(told.at, told.holds_from), day)
        consents.end(db, Consent.case_id == case_id, told)


def _day_told(kind: str, told: consents.Ending, day: date | None) -> str:
    """The later day from which it holds, or the earlier one on which it came on paper; empty for now."""
    if day is None and kind in TAKEN_BACK and told.holds_from < told.at:
        day = told.holds_from.astimezone(OSLO).date()
    return day.isoformat() if day else ""


def signature_came(db: Session, case_id: uuid.UUID, at: datetime) -> None:
    """Write down on the earlier cases, if there are any, what waited for the signature on paper."""
    by_power = select(Participant.power_id).where(
        Participant.case_id == case_id, Participant.power_id.is_not(None)
    )
    concerned = _earlier_than(case_id).where(Concern.earlier_id.not_in(by_power))
    earlier = _locked(db, Submission.case_id.in_(concerned))
    query = select(CaseEvent).where(CaseEvent.case_id == case_id, CaseEvent.kind == "submitted")
    for event in db.scalars(query):
        for one, waiting in product(earlier, event.detail.split()):
            kind, day = _come_due(waiting, at.astimezone(OSLO).date())
            _happens(db, one.case_id, kind, consents.ending(at, day, event.actor_id, case_id), day)


def _find(db: Session, draft: Draft, references: tuple[str, ...]) -> tuple[Submission, ...]:
    return _locked(db, Submission.case_id.in_(_named(draft, references)))


def _named(draft: Draft, references: tuple[str, ...]) -> Select[uuid.UUID]:
    return theirs(draft).where(Case.reference.in_(references))


def theirs(draft: Draft) -> Select[uuid.UUID]:
    """The owner's cases there, and those in which another said a yes for the owner that the owner may take back.

    Not those of which whom the owner said yes for decides by now.
    """
    case, known = draft.case, (*draft.walk.now.sent, *draft.walk.now.typed)
    for_them = [one.reference for one in known if one.given_by]
    no_more = [one.reference for one in known if one.decided_by_subject]
    own = and_(Case.owner_id == case.owner_id, Case.municipality == case.municipality)
    return select(Case.id).where(or_(own, Case.reference.in_(for_them)), Case.reference.not_in(no_more))


def _locked(db: Session, which: ColumnElement[bool]) -> tuple[Submission, ...]:
    """Always in one order: two that each hold what the other waits for would wait for ever."""
    query = select(Submission).where(which).order_by(Submission.case_id).with_for_update()
    return tuple(db.scalars(query))


def _earlier_than(case_id: uuid.UUID) -> Select[uuid.UUID]:
    return select(Concern.earlier_id).where(Concern.case_id == case_id)


def _later_than(case_id: uuid.UUID) -> Select[uuid.UUID]:
    return select(Concern.case_id).where(Concern.earlier_id == case_id)


def of_the_same(db: Session, case: CaseRow, subject: bytes | None) -> list[Submission]:
    """What else tells here of the same person's places: the owner's, and what anybody has sent about the subject.

    Somebody who notifies at work writes about a new person each time: of theirs only what is about the subject.
    """
    about = [Submission.subject_lookup == subject] if subject else []
    own = [and_(Case.owner_id == case.owner_id, Case.journey != AT_WORK)] if case.journey != AT_WORK else []
    if not (about or own):
        return []
    query = select(Submission).join(Case, Case.id == Submission.case_id)
    return list(db.scalars(query.where(Case.municipality == case.municipality, or_(*own, *about))))


def hide_with(
    db: Session, one: Submission, same: Iterable[Submission] = (), told_by: uuid.UUID | None = None
) -> None:
    """What tells of a protected address must be kept from the same eyes as everything that it hangs together with.

    So must what was sent ``same``: before, by the same owner or about the same person, with the address still in it
    (domain 4.5, rule 4). ``told_by``: whose case tells it; no other owner may learn of it (rule 2). Without it what
    is hidden is hidden for the reason for which what it hangs together with was.
    """
    seen, waiting = set[uuid.UUID](), [one, *same]
    while waiting:
        here = waiting.pop()
        seen.add(here.case_id)
        if told_by is not None:
            own = db.get_one(Case, here.case_id).owner_id == told_by
            here.hidden_by_another = not own and (here.hidden_by_another or not here.restricted)
        elif not here.restricted:
            here.hidden_by_another = one.hidden_by_another
        here.restricted = True
        near = union(_earlier_than(here.case_id), _later_than(here.case_id))
        found = db.scalars(select(Submission).where(Submission.case_id.in_(near)))
        waiting.extend(other for other in found if other.case_id not in seen)
