"""Takes away what is kept no longer: drafts that nobody touches, what lies in an archive, at last what is left of it.

Each case goes in a transaction of its own, so that the job may be killed anywhere and begun again: what is done stays
done, and bytes whose rows are gone are swept away (``sweeping``). One that fails, however it does, keeps no other. What
it did is told in counts alone.
"""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import timedelta
from functools import partial

import structlog
from sqlalchemy import delete, exists, func, select
from sqlalchemy.orm import Session

from forms.language import OSLO
from forms.municipality import Municipality, municipalities
from wizard.cases import old_log_words, removing, stubs
from wizard.cases.beginning import erase_draft, lock_draft, record
from wizard.cases.errors import AlreadySentError, GoneError
from wizard.cases.filed import drop_bytes
from wizard.cases.finding import CaseRow, find_case
from wizard.cases.kept_for import kept_for
from wizard.cases.lapsing import Due, due, last_touch_of_lapsing
from wizard.cases.notice_kinds import DRAFT_GOES
from wizard.cases.notices_over import drop_notices_over, notices_over
from wizard.cases.noticing import Whose, notice
from wizard.cases.participants import find_participant
from wizard.cases.standing import GOES
from wizard.cases.unused_accounts import remove_unused, unused
from wizard.failpoints import reach
from wizard.models import Case, LoginSession, StepAnswers, Submission
from wizard.models_acting import CodeTry, Participant
from wizard.tools import Tools

TRIES_KEPT = timedelta(days=1)
"""Codes that opened nothing are counted within a minute; the day is for whoever looks into it."""

log = structlog.get_logger()


@dataclass
class Purged:
    """How much was done, or would be."""

    announced: int = 0
    """Drafts whose owner is told from now on that they go."""
    drafts: int = 0
    sent: int = 0
    """What was sent, and lies in the municipality's archive."""
    steps: int = 0
    """Of what was sent, that in which something held so long, and does no more."""
    stubs: int = 0
    """What was left of it."""
    log_words: int = 0
    """Rows of the access log that keep a name and a reason no longer."""
    log_ins: int = 0
    code_tries: int = 0
    notices: int = 0
    """Mails that could not be sent in time, and codes that were asked for by mail."""
    accounts: int = 0
    failed: int = 0
    """What could not be read or let go, cases and rows; it is told of in the log, and tried again the next time."""

    def counts(self) -> dict[str, int]:
        return {field.name: getattr(self, field.name) for field in fields(self)}


def purge(tools: Tools, *, dry_run: bool = False) -> Purged:
    """Do all that is due; with ``dry_run`` nothing is written, and the counts are of what would be done now."""
    done = Purged()
    for place in municipalities(tools.settings.municipalities).values():
        for case_id in _candidates(tools, place):
            _go_through(tools, case_id, done, dry_run=dry_run)
    sent = removing.goes_now if dry_run else removing.remove
    done.sent = _each(removing.archived(tools), partial(sent, tools), done)
    done.steps = _each(stubs.with_steps(tools), partial(stubs.let_go, tools, dry_run=dry_run), done)
    stub = stubs.is_over if dry_run else stubs.forget
    for place in municipalities(tools.settings.municipalities).values():
        done.stubs += _each(stubs.old(tools, place), partial(stub, tools), done)
    words = old_log_words.forget_words(tools, dry_run=dry_run)
    done.log_words, done.failed = words.rows, done.failed + words.broken
    _log_ins(tools, done, dry_run=dry_run)
    done.notices = notices_over(tools) if dry_run else drop_notices_over(tools)
    done.accounts = unused(tools) if dry_run else remove_unused(tools)
    return done


def _candidates(tools: Tools, place: Municipality) -> list[uuid.UUID]:
    """Drafts that were begun, and saved last, long enough ago for some form; what else keeps them is asked of each."""
    now = tools.clock()
    before = max(last_touch_of_lapsing(one, now) for one in place.retention.each())
    query = select(Case.id).where(
        Case.municipality == place.id,
        Case.started_at <= before,
        ~exists(select(Submission.case_id).where(Submission.case_id == Case.id)),
        ~exists(
            select(StepAnswers.case_id).where(StepAnswers.case_id == Case.id, StepAnswers.saved_at > before)
        ),
    )
    with tools.store.read() as db:
        return list(db.scalars(query.order_by(Case.started_at)))


def _go_through(tools: Tools, case_id: uuid.UUID, done: Purged, *, dry_run: bool) -> None:
    try:
        found = _look(tools, case_id) if dry_run else _do(tools, case_id)
    except (AlreadySentError, GoneError):  # somebody came between
        return
    except Exception as error:  # noqa: BLE001 -- an older version's answers, a form that is gone: no case stops the others
        _failed(case_id, error, done)
        return
    done.announced += found is Due.ANNOUNCE
    done.drafts += found is Due.DELETE


def _each(case_ids: list[uuid.UUID], goes: Callable[[uuid.UUID], int], done: Purged) -> int:
    """How many of them went, or would; ``goes`` tells how many did with each."""
    count = 0
    for case_id in case_ids:
        try:
            count += goes(case_id)
        except Exception as error:  # noqa: BLE001 -- an older version's answers, a form that is gone: no case stops the others
            _failed(case_id, error, done)
    return count


def _failed(case_id: uuid.UUID, error: Exception, done: Purged) -> None:
    log.error("case_not_purged", case=str(case_id), cause=type(error).__name__)  # its text may quote a row
    done.failed += 1


def _look(tools: Tools, case_id: uuid.UUID) -> Due:
    with tools.store.connect() as db:
        case = find_case(db, case_id)
        return due(db, tools, case) if case and not case.submitted else Due.NOTHING


def _do(tools: Tools, case_id: uuid.UUID) -> Due:
    files: list[str] = []
    with tools.store.write() as db:
        case = lock_draft(db.connection(), case_id)
        found = due(db.connection(), tools, case)
        if found is Due.ANNOUNCE:
            _announce(db, tools, case)
        elif found is Due.DELETE:
            files = erase_draft(db, case_id)
    if found is Due.DELETE:
        reach("draft_rows_gone")
        drop_bytes(tools, *files)
    return found


def _announce(db: Session, tools: Tools, case: CaseRow) -> None:
    at = tools.clock()
    day = at.astimezone(OSLO).date() + timedelta(days=kept_for(tools, case).notice_days)
    record(db, case.id, GOES, at, detail=day.isoformat())
    for account_id in {case.owner_id, *_writing_for_owner(db, tools, case)}:
        notice(db, tools, Whose(account_id, case.municipality), DRAFT_GOES, case.id)


def _writing_for_owner(db: Session, tools: Tools, case: CaseRow) -> Iterator[uuid.UUID]:
    """Whoever fills it in for its owner, and still may: by a power of attorney that holds."""
    query = select(Participant.id).where(
        Participant.case_id == case.id, Participant.account_id == case.author_id
    )
    for part in db.scalars(query):
        found = find_participant(db.connection(), part)
        if found and found.writes and not found.lost(tools.today()):
            yield found.account_id


def _log_ins(tools: Tools, done: Purged, *, dry_run: bool) -> None:
    """One that nobody uses any more stays until its hours are over: by it a log-out ends the provider's, too."""
    now = tools.clock()
    over = LoginSession.started_at <= now - timedelta(hours=tools.settings.session_hours)
    old = CodeTry.at <= now - TRIES_KEPT
    if dry_run:
        with tools.store.read() as db:
            done.log_ins = db.scalar(select(func.count()).select_from(LoginSession).where(over)) or 0
            done.code_tries = db.scalar(select(func.count()).select_from(CodeTry).where(old)) or 0
        return
    with tools.store.begin() as connection:
        done.log_ins = connection.execute(delete(LoginSession).where(over)).rowcount
        done.code_tries = connection.execute(delete(CodeTry).where(old)).rowcount
