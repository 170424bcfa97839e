"""Revocations that ended nothing here, since nobody knew of which power: whose they may be, and what they ended."""

import uuid
from typing import Any

from sqlalchemy import Connection, or_, select
from sqlalchemy.orm import Session

from forms.marks import NOT_TIED
from wizard.accounts import person_of
from wizard.cases.drafts import Draft
from wizard.cases.eyes import Eyes
from wizard.cases.looking_back import AWAITS_PAPER
from wizard.cases.paper_read import TAKES_POWER, Came, by_name
from wizard.cases.tying import hide_with
from wizard.models import Case, Concern, Submission
from wizard.models_paper import PaperIntake
from wizard.tools import Tools


def untied(db: Connection, tools: Tools, power: Draft, account: uuid.UUID, *, eyes: Eyes) -> list[Came]:
    """Those of whoever has that account, or of the power's giver's name; nothing that ``eyes`` may not see."""
    query = _of_giver(db, tools, power, account).where(*eyes.let_in())
    return [
        Came(row.id, row.reference, row.received_at, bool(row.awaits_paper), same_day=False, takes_back=True)
        for row in db.execute(query)
        if NOT_TIED in row.marks
    ]


def tie_untied(db: Session, tools: Tools, power: Draft) -> None:
    """The paper by which the office has ended the power is about it; where there are several, nobody knows which."""
    query = _of_giver(db.connection(), tools, power, power.case.owner_id)
    found = [row.id for row in db.execute(query) if NOT_TIED in row.marks]
    if len(found) != 1:
        return
    row = db.get_one(Submission, found[0], with_for_update=True)
    row.marks = [mark for mark in row.marks if mark != NOT_TIED]
    db.add(Concern(case_id=row.case_id, earlier_id=power.case.id))
    db.flush()
    for one in (row, db.get_one(Submission, power.case.id)):
        if one.restricted:
            hide_with(db, one)


def _of_giver(db: Connection, tools: Tools, power: Draft, account: uuid.UUID) -> Any:
    name = person_of(db, tools, power.case.owner_id).name
    born = power.walk.now.answer("subject", "subject_birth_date") or ""
    same = PaperIntake.subject_lookup.in_({by_name(tools, name, one) for one in ("", born)})
    return (
        select(Case.id, Case.reference, Submission.received_at, Submission.marks, AWAITS_PAPER)
        .join(Submission, Submission.case_id == Case.id)
        .outerjoin(PaperIntake, PaperIntake.case_id == Case.id)
        .where(Case.municipality == power.case.municipality, Case.journey == TAKES_POWER)
        .where(or_(same, Case.owner_id == account))
        .order_by(Submission.received_at)
    )
