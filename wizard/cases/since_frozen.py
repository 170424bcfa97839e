"""What a birthday, or a day gone by, means for what was frozen for several to sign. Reads only."""

import uuid
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.orm import Session

from forms.language import OSLO
from forms.representation.matrix import row
from forms.representation.row import Row
from forms.signers import Signer, signers
from forms.walk import Walk
from wizard.cases.drafts import Draft
from wizard.models_acting import Frozen

AGED = "aged"
"""Why signatures fell, as their event's detail: ages are counted again when somebody signs, and others decide now."""
FROZEN_AT = select(Frozen.at).where(Frozen.case_id == bindparam("at_case"))


def day_of(at: datetime) -> date:
    """The day in Europe/Oslo."""
    return at.astimezone(OSLO).date()


def frozen_day(db: Connection | Session, case_id: uuid.UUID) -> date | None:
    """When the draft was frozen; None where it is not."""
    at = db.execute(FROZEN_AT, {"at_case": case_id}).scalar_one_or_none()
    return day_of(at) if at else None


def outdated(db: Connection | Session, draft: Draft) -> bool:
    """Whether somebody else decides or signs than on the day it was frozen, though nobody changed anything."""
    return not draft.case.submitted and aged(draft, frozen_day(db, draft.case.id))


def aged(draft: Draft, then: date | None) -> bool:
    """As ``outdated``, of a draft that was frozen ``then``, if it was."""
    if then is None or then == draft.walk.situation.today:
        return False
    before = Walk(draft.walk.journey, replace(draft.walk.situation, today=then))
    return _what_follows(before) != _what_follows(draft.walk)


def _what_follows(walk: Walk) -> tuple[Row | None, tuple[Signer, ...]]:
    return row(walk.now), signers(walk.now)


def as_frozen(db: Connection | Session, draft: Draft) -> Draft:
    """The draft, in which a first day that lay ahead when it was frozen need not lie ahead still."""
    then = None if draft.case.submitted else frozen_day(db, draft.case.id)
    if then is None:
        return draft
    walk = Walk(draft.walk.journey, replace(draft.walk.situation, frozen_on=then))
    return replace(draft, walk=walk)
