"""What somebody has told here of a protected address: it counts for what they send later too (domain.md 4.5)."""

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, Select, false, select

from forms.blocks.circumstances import HIDES
from wizard.cases.drafts import place_of
from wizard.cases.finding import CaseRow, is_restricted
from wizard.cases.tying import AT_WORK
from wizard.models import Case, StepAnswers, Submission
from wizard.tools import Tools

ASKED_IN = ("address-protection", "role")
"""The steps that ask for it."""


class Shielded(NamedTuple):
    """For its owner alone: others must not know that an address is protected."""

    by_earlier: bool
    """It is hidden since an earlier one of the same owner told of a protected address."""
    hides_earlier: bool
    """Its owner has sent something before, which is hidden with it where it tells of one."""


def shielded(tools: Tools, case: CaseRow, received_at: datetime) -> Shielded:
    with tools.store.connect() as db:
        before = list(db.scalars(_others(case).where(Submission.received_at < received_at)))
        hidden = is_restricted(db, case.id) and not _told(db, tools, [case.id])
        return Shielded(hidden and _told(db, tools, before), bool(before))


def told_before(db: Connection, tools: Tools, case: CaseRow) -> bool:
    """Whether its owner has told of a protected address in something that is in."""
    return _told(db, tools, db.scalars(_others(case).where(Submission.restricted)))


def _others(case: CaseRow) -> Select[uuid.UUID]:
    """What else its owner has sent here; nothing for who writes at work, of a new person each time."""
    sent = select(Submission.case_id).join(Case, Case.id == Submission.case_id)
    if case.journey == AT_WORK:
        return sent.where(false())
    owned = (Case.owner_id == case.owner_id, Case.municipality == case.municipality)
    return sent.where(*owned, Case.journey != AT_WORK, Case.id != case.id)


def _told(db: Connection, tools: Tools, cases: Iterable[uuid.UUID]) -> bool:
    query = select(StepAnswers.case_id, StepAnswers.slug, StepAnswers.sealed_answers).where(
        StepAnswers.case_id.in_(list(cases)),
        StepAnswers.slug.in_(ASKED_IN),
        StepAnswers.sealed_answers.is_not(None),
    )
    return any(
        tools.vault.open_json(row.sealed_answers, place_of(row.case_id, row.slug, "answers")).get(
            "address_protected"
        )
        in HIDES
        for row in db.execute(query)
    )
