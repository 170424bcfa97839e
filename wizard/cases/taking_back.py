"""Takes back what a withdrawal says: whole, single ones, or words that limit; within the caller's transaction."""

import uuid
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from forms.yes import SHARING, Direction, Taken, emptied
from wizard.cases.consented import limit_place, said_of
from wizard.cases.consents import Ending, came_before, end, ending, said_before
from wizard.cases.drafts import Draft
from wizard.cases.tying import theirs
from wizard.models import Case
from wizard.models_consents import Consent, ConsentLimit
from wizard.tools import Tools


def take_back(db: Session, tools: Tools, draft: Draft, at: datetime, came: datetime | None = None) -> None:
    """What the draft, just sent, takes back ends; nothing where it takes nothing.

    The earlier cases are locked already, and it is the draft's owner who may take back what is in them. ``came``
    is from when it counts where it came on paper before it was registered.
    """
    taken = draft.walk.journey.takes(draft.walk.now)
    if taken is None:
        return
    told = came_before(said_before(ending(at, taken.day, draft.actor_id, draft.case.id), taken.said), came)
    end(db, _chosen(db, draft, taken), told)
    for case_id in _cases_of(db, draft, taken):
        _end_emptied(db, tools, case_id, told)
    for case_id in _cases(db, draft, taken.words_for):
        _limit(db, tools, case_id, taken.words, told)


def _chosen(db: Session, draft: Draft, taken: Taken) -> ColumnElement[bool]:
    """Of what the draft's owner may take back alone, whatever the answers say."""
    single = Consent.id.in_([uuid.UUID(one) for one in taken.ids])
    return _theirs(draft) & or_(Consent.case_id.in_(_cases(db, draft, taken.whole)), single)


def _theirs(draft: Draft) -> ColumnElement[bool]:
    return Consent.case_id.in_(theirs(draft))


def _cases(db: Session, draft: Draft, references: tuple[str, ...]) -> list[uuid.UUID]:
    return list(db.scalars(theirs(draft).where(Case.reference.in_(references))))


def _cases_of(db: Session, draft: Draft, taken: Taken) -> list[uuid.UUID]:
    """In which single ones were taken back."""
    single = Consent.id.in_([uuid.UUID(one) for one in taken.ids])
    return list(db.scalars(select(Consent.case_id).where(_theirs(draft), single).distinct()))


def _end_emptied(db: Session, tools: Tools, case_id: uuid.UUID, told: Ending) -> None:
    """A service that is left alone shares with nobody: its yes ends with the last one that it was about."""
    rows = list(db.scalars(select(Consent).where(Consent.case_id == case_id, Consent.kind == SHARING)))
    left = [row for row in rows if row.ended_at is None or row.ended_at > told.holds_from]
    said = {row.id: said_of(tools, row.id, row.sealed_detail) for row in left}
    directions = tuple(Direction(str(one), said[one].gives, said[one].receives) for one in said)
    over = emptied(directions, alone_before=len(rows) == 1)
    end(db, Consent.id.in_([uuid.UUID(one) for one in over]), told)


def _limit(db: Session, tools: Tools, case_id: uuid.UUID, words: str, told: Ending) -> None:
    limit_id = uuid.uuid4()
    db.add(
        ConsentLimit(
            id=limit_id,
            case_id=case_id,
            said_in=told.by_case,
            said_by=told.by,
            said_at=told.at,
            holds_from=told.holds_from,
            sealed_words=tools.vault.seal_json(words, limit_place(limit_id)),
        )
    )
