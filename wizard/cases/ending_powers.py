"""The office's verb for a power of attorney that its giver takes back without a form: from then on it is over."""

import structlog
from sqlalchemy.orm import Session

from forms.journeys.power_of_attorney_revocation.spoken import SpokenEndForm
from forms.ties import WITHDRAWN
from wizard.cases import powers
from wizard.cases.beginning import record
from wizard.cases.drafts import Reader, Typed, read_draft
from wizard.cases.finding import CaseRow, lock_sent
from wizard.cases.following import events_of
from wizard.cases.paper_read import GIVES_POWER
from wizard.cases.standing import GIVEN_BACK
from wizard.models_acting import Power
from wizard.tools import Tools

log = structlog.get_logger()


def can_end(tools: Tools, case: CaseRow) -> bool:
    """Whether it is a power that is not over: also one that waits for a signature, or for somebody's number."""
    if case.journey != GIVES_POWER:
        return False
    with tools.store.read() as db:
        return _can_end(db, case)


def _can_end(db: Session, case: CaseRow) -> bool:
    power, events = db.get(Power, case.id), events_of(db, [case.id]).get(case.id, ())
    over = {WITHDRAWN, GIVEN_BACK}.intersection(event.kind for event in events)
    return case.journey == GIVES_POWER and not over and (power is None or power.ended_at is None)


def end_form(tools: Tools, case: CaseRow, reader: Reader) -> SpokenEndForm:
    """The form as it is shown first."""
    with tools.store.read() as db:
        return SpokenEndForm(read_draft(db.connection(), tools, case, reader).walk.now)


def end_power(tools: Tools, case: CaseRow, reader: Reader, typed: Typed) -> SpokenEndForm | None:
    """It is over, with everybody's part by it; the form where it has faults, and nothing is written. Twice is once."""
    with tools.store.write() as db:
        powers.hold_drafts(db, [case.id])
        lock_sent(db, case.id)
        form = SpokenEndForm(read_draft(db.connection(), tools, case, reader).walk.now, typed)
        if not form.validate():
            return form
        if not _can_end(db, case):
            return None
        at = tools.clock()
        record(db, case.id, WITHDRAWN, at, actor=reader.account_id, detail=form.told())
        powers.end(db, case.id, at)
    log.info("power_ended_at_office", case=str(case.id), account=str(reader.account_id))
    return None
