"""The office's verbs for what a case lacked when it came, and that it has got since: what waited for it holds."""

import uuid
from datetime import datetime

import structlog
from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from forms.marks import NO_AUTHORIZATION, UNREAD, UNSIGNED, lacks_paper
from forms.paper_intake.consent import unread_parts
from forms.paper_intake.last_day import LastDayForm, lacks_last_day, other_unread
from forms.paper_intake.missing_numbers import as_told
from forms.paper_intake.power import unread_parts as unread_of_power
from forms.paper_intake.said_yes import SLUG as CONSENT
from forms.yes import PAPER, SHARING, Yes
from wizard.cases import consents
from wizard.cases.added_numbers import numbers_of
from wizard.cases.beginning import record
from wizard.cases.drafts import Draft, Reader, Typed, read_draft
from wizard.cases.finding import CaseRow, is_withdrawn, lock_sent
from wizard.cases.following import events_of
from wizard.cases.paper_read import GIVES_POWER
from wizard.cases.standing import AUTHORIZATION_GOOD, LAST_DAY_READ, awaits_paper
from wizard.models import Submission
from wizard.models_consents import Consent
from wizard.tools import Tools

log = structlog.get_logger()


def authorization_good(tools: Tools, case: CaseRow, reader: Reader) -> bool:
    """The paper by which somebody acts for another has come, and is good. False, and nothing, where none is missing."""
    with tools.store.write() as db:
        lock_sent(db, case.id)
        row = db.get_one(Submission, case.id)
        if not lacks_paper(row.marks) or is_withdrawn(db, case.id):
            return False
        at = tools.clock()
        row.marks = [mark for mark in row.marks if not lacks_paper([mark])]
        record(db, case.id, AUTHORIZATION_GOOD, at, actor=reader.account_id)
        db.flush()
        _weigh_again(db, tools, read_draft(db.connection(), tools, case, reader), NO_AUTHORIZATION, at)
    log.info("authorization_good", case=str(case.id), account=str(reader.account_id))
    return True


def lacks_day(tools: Tools, case: CaseRow, reader: Reader) -> bool:
    """Whether the last day of sharing is not known, and can be written in."""
    if not case.on_paper or case.journey != CONSENT:
        return False
    with tools.store.read() as db:
        return _lacks_day(db, tools, read_draft(db.connection(), tools, case, reader))


def unread(tools: Tools, case: CaseRow, reader: Reader) -> tuple[str, ...]:
    """What of a power, or what else of sharing, nobody could read on the paper: source texts."""
    of = {CONSENT: other_unread, GIVES_POWER: unread_of_power}.get(case.journey) if case.on_paper else None
    if of is None:
        return ()
    with tools.store.read() as db:
        return of(read_draft(db.connection(), tools, case, reader).walk.now)


def _lacks_day(db: Session, tools: Tools, draft: Draft) -> bool:
    goes_on = or_(Consent.ended_at.is_(None), Consent.ended_at > tools.clock())
    left = select(Consent.id).where(Consent.case_id == draft.case.id, Consent.kind == SHARING, goes_on)
    on_paper = draft.case.on_paper and draft.case.journey == CONSENT
    return on_paper and lacks_last_day(draft.walk.now) and db.scalar(left.limit(1)) is not None


def last_day_form(tools: Tools, case: CaseRow, reader: Reader) -> LastDayForm:
    """The form as it is shown first."""
    with tools.store.read() as db:
        return LastDayForm(read_draft(db.connection(), tools, case, reader).walk.now)


def write_last_day(tools: Tools, case: CaseRow, reader: Reader, typed: Typed) -> LastDayForm | None:
    """Sharing ends after that day, and holds until then where nothing else lacks.

    The form where it has faults, and nothing is written. Whoever comes second changes nothing.
    """
    with tools.store.write() as db:
        lock_sent(db, case.id)
        draft = read_draft(db.connection(), tools, case, reader)
        form = LastDayForm(draft.walk.now, typed)
        if not form.validate():
            return form
        if not _lacks_day(db, tools, draft):
            return None
        at, day = tools.clock(), form.told
        record(db, case.id, LAST_DAY_READ, at, actor=reader.account_id, detail=f"{day} {form.how.data}")
        db.flush()
        open_end = update(Consent).where(Consent.case_id == case.id, Consent.kind == SHARING)
        db.execute(open_end.where(Consent.last_day.is_(None)).values(last_day=day))
        draft = read_draft(db.connection(), tools, case, reader)
        _weigh_again(db, tools, draft, UNREAD, at)
        row = db.get_one(Submission, case.id)
        if not unread_parts(draft.walk.now):
            row.marks = [mark for mark in row.marks if mark != UNREAD]
    log.info("last_day_written", case=str(case.id), account=str(reader.account_id))
    return None


def _weigh_again(db: Session, tools: Tools, draft: Draft, lacked: str, at: datetime) -> None:
    """What lacked that alone holds from now on; what lacks more waits for the next thing."""
    said = tuple(_without(yes, lacked, draft.case) for yes in _said(db, tools, draft))
    weighed = consents.Weighed(said, (lacked,), _rest(db, draft.case.id))
    consents.weigh_again(db, draft.case.id, weighed, at)


def _said(db: Session, tools: Tools, draft: Draft) -> tuple[Yes, ...]:
    now = draft.walk.now
    known = as_told(now, numbers_of(db, tools, draft.case)) if draft.case.on_paper else now
    return tuple(draft.walk.journey.says_yes(known))


def _without(yes: Yes, lacked: str, case: CaseRow) -> Yes:
    """The answers of what was sent here go on telling of it, as they were signed."""
    return yes._replace(lacks="") if yes.lacks == lacked and not case.on_paper else yes


def _rest(db: Session, case_id: uuid.UUID) -> str:
    """What may lack beside the answers: somebody's signature."""
    if consents.still_unsigned(db, case_id):
        return UNSIGNED
    kinds = (event.kind for event in events_of(db, [case_id]).get(case_id, ()))
    return PAPER if awaits_paper(kinds) else ""
