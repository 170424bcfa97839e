"""Takes away what was sent and lies in an archive: a stub remains, by which its owner is told where it is."""

import uuid
from datetime import datetime

from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import Session

from forms.yes import NOTIFYING
from wizard.cases import in_force, powers
from wizard.cases.archiving import may_go
from wizard.cases.filed import drop_bytes
from wizard.cases.finding import CaseRow, find_case, lock_sent
from wizard.cases.kept_names import names_of
from wizard.cases.left_behind import HASH_GONE, marks_left, sealed_rest
from wizard.cases.paper_read import GIVES_POWER
from wizard.cases.participants import SIGNERS
from wizard.cases.standing import ARCHIVED
from wizard.failpoints import reach
from wizard.models import Attachment, Case, CaseEvent, Document, StepAnswers, Submission
from wizard.models_acting import Frozen, Invitation, Participant, Power, Signed
from wizard.models_consents import Consent
from wizard.models_deliveries import Delivery
from wizard.models_search import SearchWord
from wizard.tools import Tools

EMPTY = b"{}"
"""What lies sealed in place of a signature: nothing that any page takes for one."""
WHO = frozenset({"role", "sender", "subject", "you"})
"""The steps that tell whom a yes is about and who said it: it cannot be taken back at the office without them."""
POWER = WHO | {"days", "limits", "own-proxy", "power", "proxy", "scope"}
"""The steps that a power of attorney itself is made of."""


def archived(tools: Tools) -> list[uuid.UUID]:
    """The cases that the office has ever said to lie in an archive, and that are here still."""
    query = (
        select(Case.id)
        .join(Submission, Submission.case_id == Case.id)
        .where(Submission.removed_at.is_(None))
        .where(exists(select(CaseEvent.id).where(CaseEvent.case_id == Case.id, CaseEvent.kind == ARCHIVED)))
    )
    with tools.store.read() as db:
        return list(db.scalars(query.order_by(Submission.received_at)))


def goes_now(tools: Tools, case_id: uuid.UUID) -> bool:
    """Whether ``remove`` would take it away."""
    with tools.store.read() as db:
        case = find_case(db.connection(), case_id)
        return bool(case and not case.removed and may_go(db, tools, case))


def remove(tools: Tools, case_id: uuid.UUID) -> bool:
    """Take it away if it is kept here no longer; gives whether it was.

    What stays is in no words of anybody, nor tells what they were: reference, days, events, whom it is about by a keyed
    hash and whether they hide, what was tied to what, the consents' own ledger, and who opened it. Where a yes or a
    power of attorney holds on, the steps stay by which it can be taken back.
    """
    with tools.store.write() as db:
        powers.hold_drafts(db, [case_id])
        lock_sent(db, case_id)
        case = find_case(db.connection(), case_id)
        if case is None or case.removed or not may_go(db, tools, case):
            return False
        files = _empty(db, tools, case)
    reach("sent_rows_gone")
    drop_bytes(tools, *files)
    return True


def _empty(db: Session, tools: Tools, case: CaseRow) -> list[str]:
    files = names_of(db, case.id)
    _end_what_waits(db, case.id, tools.clock())
    holds = in_force.holds(db.connection(), tools, case.id)
    kept = _kept_steps(case) if holds else frozenset()
    db.execute(delete(StepAnswers).where(StepAnswers.case_id == case.id, StepAnswers.slug.not_in(kept)))
    for table in (Attachment, Document, Frozen, Invitation, Delivery, SearchWord):
        db.execute(delete(table).where(table.case_id == case.id))
    # that somebody signed or took part stays, their words go: it lets them come to the stub, and spends a power
    for row in db.scalars(select(Signed).where(Signed.case_id == case.id)):
        row.sealed_signature = tools.vault.seal(EMPTY, f"signatures:{row.id}")
        row.content_sha256 = HASH_GONE
    db.execute(update(Consent).where(Consent.case_id == case.id).values(text_sha256=HASH_GONE))
    words = {"sealed_word": None, "sealed_name": None}
    db.execute(update(Participant).where(Participant.case_id == case.id).values(words))
    submission = db.get_one(Submission, case.id)
    submission.sealed_request = sealed_rest(tools, submission)
    submission.content_sha256 = HASH_GONE
    submission.marks = marks_left(submission.marks, holds=holds)
    submission.removed_at = tools.clock()
    return files


def _kept_steps(case: CaseRow) -> frozenset[str]:
    return POWER if case.journey == GIVES_POWER else WHO


def _end_what_waits(db: Session, case_id: uuid.UUID, at: datetime) -> None:
    """What never came to hold never will: nobody can sign, add a number or put in a paper any more."""
    waiting = Consent.case_id == case_id, Consent.confirmed_at.is_(None), Consent.kind != NOTIFYING
    lapsed = update(Consent).where(*waiting, Consent.ended_at.is_(None)).values(ended_at=at)
    db.execute(lapsed.execution_options(synchronize_session=False))
    power = db.get(Power, case_id)
    if power and (power.confirmed_at is None or power.proxy_lookup is None):
        powers.end(db, case_id, at)
    signed = select(Signed.account_id).where(Signed.case_id == case_id, Signed.voided_at.is_(None))
    asked = update(Participant).where(Participant.case_id == case_id, Participant.capacity.in_(SIGNERS))
    db.execute(
        asked.where(Participant.ended_at.is_(None), Participant.account_id.not_in(signed)).values(ended_at=at)
    )
