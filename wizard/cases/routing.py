"""The office's verb for a complaint of another kind than it came in as: sent on, never refused."""

import uuid

from forms.tracks import tracks_from
from wizard.cases.beginning import record
from wizard.cases.errors import HeldByAnotherError
from wizard.cases.finding import CaseRow, lock_sent
from wizard.cases.following import events_of
from wizard.cases.standing import ROUTED, in_hand, routed_to
from wizard.models import Submission
from wizard.tools import Tools


def route(tools: Tools, case: CaseRow, staff_id: uuid.UUID, track: str) -> None:
    """Write down where the case went; sent twice to the same place, it went there once.

    ``LookupError`` for a track that the case cannot take; ``HeldByAnotherError`` where somebody else has it in hand.
    """
    with tools.store.write() as db:
        lock_sent(db, case.id)
        marks = db.get_one(Submission, case.id).marks
        events = events_of(db, [case.id]).get(case.id, ())
        now = routed_to(events)
        if track != now and track not in tracks_from(case.journey, now, on_paper=case.on_paper, marks=marks):
            raise LookupError(track)
        held = in_hand(events)
        if held is not None and held.actor_id != staff_id:
            raise HeldByAnotherError
        if track != now:
            record(db, case.id, ROUTED, tools.clock(), actor=staff_id, detail=track)
