"""The office's verbs on a case: who has it in hand, and that its signature on paper has come."""

import uuid

from sqlalchemy.orm import Session

from wizard.cases import consents
from wizard.cases.beginning import record
from wizard.cases.errors import HeldByAnotherError, OtherPaperError, OwnScanError
from wizard.cases.finding import lock_sent
from wizard.cases.following import events_of
from wizard.cases.powers import confirm
from wizard.cases.standing import (
    LET_GO,
    PAPER_CAME,
    PAPER_SCANNED,
    TAKEN,
    Happened,
    awaits_paper,
    in_hand,
    paper_seen,
)
from wizard.cases.tying import signature_came
from wizard.tools import Tools


def take_in_hand(tools: Tools, case_id: uuid.UUID, staff_id: uuid.UUID) -> None:
    """A caseworker takes the case; ``HeldByAnotherError`` where somebody else has it. Taking twice is taking once."""
    with tools.store.write() as db:
        held = _held(db, case_id)
        if held is None:
            record(db, case_id, TAKEN, tools.clock(), actor=staff_id)
        elif held.actor_id != staff_id:
            raise HeldByAnotherError


def let_go(tools: Tools, case_id: uuid.UUID, staff_id: uuid.UUID, shown: int | None) -> None:
    """Put the case back; anybody at the office may, since whoever has it may be ill.

    ``shown`` is the event by which it was in hand on the page; ``HeldByAnotherError`` where it is by another now.
    """
    with tools.store.write() as db:
        held = _held(db, case_id)
        if held is None:
            return
        if held.number != shown:
            raise HeldByAnotherError
        record(db, case_id, LET_GO, tools.clock(), actor=staff_id)


def paper_came(tools: Tools, case_id: uuid.UUID, staff_id: uuid.UUID, shown: int) -> None:
    """The signature that was promised on paper lies at the office. Said twice is said once.

    ``shown`` is the event by which the paper on the page came, 0 for none; ``OtherPaperError`` where it is another
    now. ``OwnScanError`` where they scanned the paper themselves: two people look at it.
    """
    with tools.store.write() as db:
        events = _events(db, case_id)
        if awaits_paper(event.kind for event in events):
            if any((event.kind, event.actor_id) == (PAPER_SCANNED, staff_id) for event in events):
                raise OwnScanError
            if paper_seen(events) != shown:
                raise OtherPaperError
            at = tools.clock()
            record(db, case_id, PAPER_CAME, at, actor=staff_id)
            signature_came(db, case_id, at)
            confirm(db, case_id, at)
            consents.paper_came(db, case_id, at)


def _held(db: Session, case_id: uuid.UUID) -> Happened | None:
    return in_hand(_events(db, case_id))


def _events(db: Session, case_id: uuid.UUID) -> tuple[Happened, ...]:
    lock_sent(db, case_id)
    return events_of(db, [case_id]).get(case_id, ())
