"""The verbs of what leaves for a municipality's own systems: what is to be delivered, and what came of it."""

import uuid
from dataclasses import dataclass
from datetime import datetime, time

from sqlalchemy import ColumnElement, exists, select, update
from sqlalchemy.orm import Session

from forms.delivery import CHANNELS
from forms.language import OSLO
from forms.municipality import Municipality, municipalities, municipality
from wizard.cases.finding import lock_sent
from wizard.cases.standing import NOT_TAKEN, SENT_AGAIN
from wizard.delivery.queue import Which, enqueue
from wizard.models import Case, CaseEvent, Submission
from wizard.models_deliveries import Delivery
from wizard.places import places
from wizard.tools import Tools

WAITING, DELIVERED, REFUSED = "waiting", "delivered", "refused"


def reason_place(which: Which) -> str:
    """The place that a receiver's sealed reason is bound to."""
    return f"deliveries:{which}"


def begin(db: Session, tools: Tools, case_id: uuid.UUID) -> None:
    """What is to be delivered by each channel of the municipality, once; within the caller's transaction.

    The caller holds the case, so that what comes to it now is either in this package or makes a further one.
    """
    found = db.get_one(Case, case_id)
    place = municipalities(tools.settings.municipalities).get(found.municipality)
    for channel in place.delivery.channels if place else ():
        if _newest(db, case_id, channel) is None:
            _add(db, Which(case_id, channel, 0), tools.clock())


def further(db: Session, case_id: uuid.UUID, at: datetime) -> None:
    """Something came to the case: what left without it leaves again, by each channel that it left by."""
    if db.scalar(select(Submission.case_id).where(Submission.case_id == case_id).with_for_update()) is None:
        return
    for channel in CHANNELS:
        if newest := _newest(db, case_id, channel):
            _add(db, Which(case_id, channel, newest.number + 1), at)


def deliver_again(tools: Tools, case_id: uuid.UUID, staff_id: uuid.UUID | None = None) -> bool:
    """A further try by each channel whose receiver has said no; False, and nothing done, where none has."""
    with tools.store.write() as db:
        lock_sent(db, case_id)
        newest = [found for channel in CHANNELS if (found := _newest(db, case_id, channel))]
        refused = [one for one in newest if one.state == REFUSED]
        for one in refused:
            happened = CaseEvent(
                case_id=case_id, kind=SENT_AGAIN, at=tools.clock(), actor_id=staff_id, detail=one.channel
            )
            db.add(happened)
            _add(db, Which(case_id, one.channel, one.number + 1), tools.clock())
        return bool(refused)


def _newest(db: Session, case_id: uuid.UUID, channel: str) -> Delivery | None:
    query = select(Delivery).where(Delivery.case_id == case_id, Delivery.channel == channel)
    return db.scalar(query.order_by(Delivery.number.desc()).limit(1))


def _add(db: Session, which: Which, at: datetime) -> None:
    db.add(Delivery(**which._asdict(), state=WAITING, made_at=at))
    db.flush()
    enqueue(db, which)


@dataclass(frozen=True)
class Due:
    """A delivery that waits: the case's reference, its municipality, and how often it was tried in vain."""

    reference: str
    place: Municipality
    attempts: int


class DeliveryStore:
    """The deliveries' view of the cases. Every verb may be repeated without doing anything twice."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def due(self, which: Which) -> Due | None:
        """None where it is delivered or refused already, or is not there any more."""
        with self._tools.store.read() as db:
            row = db.get(Delivery, which)
            if row is None or row.state != WAITING:
                return None
            case = db.get_one(Case, which.case_id)
            place = municipality(case.municipality, self._tools.settings.municipalities)
            return Due(case.reference, place, row.attempts)

    def tried(self, which: Which) -> None:
        """Written down before anything leaves."""
        with self._tools.store.write() as db:
            now = {"attempts": Delivery.attempts + 1, "tried_at": self._tools.clock()}
            db.execute(update(Delivery).where(*_is(which)).values(now))

    def put_off(self, which: Which, trouble: str) -> None:
        with self._tools.store.write() as db:
            db.execute(update(Delivery).where(*_is(which)).values(trouble=trouble))

    def delivered(self, which: Which, receipt: str) -> None:
        done = {"state": DELIVERED, "receipt": receipt, "trouble": "", "ended_at": self._tools.clock()}
        with self._tools.store.write() as db:
            db.execute(update(Delivery).where(*_is(which)).values(done))

    def refused(self, which: Which, reason: str) -> None:
        """With the event by which the office sees it, once."""
        at, place = self._tools.clock(), reason_place(which)
        sealed = self._tools.vault.seal(reason.encode(), place) if reason else None
        with self._tools.store.write() as db:
            lock_sent(db, which.case_id)
            ended = {"state": REFUSED, "sealed_reason": sealed, "ended_at": at}
            ended_now = update(Delivery).where(*_is(which)).values(ended).returning(Delivery.number)
            if db.execute(ended_now).first():
                db.add(CaseEvent(case_id=which.case_id, kind=NOT_TAKEN, at=at, detail=which.channel))

    def waiting(self, before: datetime | None = None) -> list[Which]:
        """What has no receipt yet, oldest first; of what came to be before then, where it is said."""
        query = select(Delivery.case_id, Delivery.channel, Delivery.number).where(Delivery.state == WAITING)
        older = query if before is None else query.where(Delivery.made_at < before)
        with self._tools.store.read() as db:
            rows = db.execute(older.order_by(Delivery.made_at)).all()
        return [Which(*row) for row in rows]

    def begin_missing(self) -> int:
        """Enqueue what was never enqueued, such as of cases that came before a channel was set; gives how many."""
        missing = never_begun(self._tools)
        for case_id in missing:
            with self._tools.store.write() as db:
                lock_sent(db, case_id)
                begin(db, self._tools, case_id)
        return len(missing)


def never_begun(tools: Tools) -> list[uuid.UUID]:
    """Cases with documents that came after the municipality's day and have no delivery by one of its channels."""
    with tools.store.read() as db:
        return list(
            dict.fromkeys(
                case_id
                for place in places(tools.settings).values()
                for channel in place.delivery.channels
                for case_id in _without(db, place, channel)
            )
        )


def _without(db: Session, place: Municipality, channel: str) -> list[uuid.UUID]:
    assert place.delivery.since is not None  # noqa: S101 -- forms.delivery holds it
    begun = exists().where(Delivery.case_id == Submission.case_id, Delivery.channel == channel)
    query = select(Submission.case_id).where(
        Submission.municipality == place.id,
        Submission.received_at >= datetime.combine(place.delivery.since, time(), OSLO),
        Submission.awaits_documents.is_(False),
        Submission.removed_at.is_(None),
        ~begun,
    )
    return list(db.scalars(query))


def _is(which: Which) -> tuple[ColumnElement[bool], ...]:
    return (
        Delivery.case_id == which.case_id,
        Delivery.channel == which.channel,
        Delivery.number == which.number,
        Delivery.state == WAITING,
    )
