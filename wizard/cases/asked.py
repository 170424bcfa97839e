"""What somebody who was asked to sign reads: of the case that they take part in, and of all such cases."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import and_, bindparam, or_, select
from sqlalchemy.orm import Session

from docgen.contract import Content
from forms.situation import FileInfo, Person
from wizard.accounts import person_of
from wizard.case_address import CaseAddress
from wizard.cases.attaching import files_of
from wizard.cases.cosigners import Round, round_of
from wizard.cases.drafts import Draft, Reader, read_draft
from wizard.cases.errors import GroundLostError
from wizard.cases.finding import COLUMNS, CaseRow
from wizard.cases.freezing import own_signature
from wizard.cases.looking_back import GONE
from wizard.cases.participants import ENDED, PROXY, SIGNERS, find_participant
from wizard.cases.since_frozen import as_frozen
from wizard.cases.what_is_signed import standing_content
from wizard.models import Case
from wizard.models_acting import Participant
from wizard.tools import Tools


@dataclass(frozen=True)
class Asked:
    """``content`` is None while its author is changing it; then there is nothing to sign."""

    capacity: str
    author: Person
    draft: Draft
    content: Content | None
    files: list[FileInfo]
    round: Round
    signed: bool
    fallen: bool
    """Whether they signed before, and it does not hold any more."""
    declined: bool
    unfinished: bool
    """Whether its author has something to finish before it can be sent."""
    begins_now: bool
    """Whether it gives a power whose first day is over: then it begins when it is signed."""
    over: bool
    """Whether all of it is taken back since it was sent: then nobody signs it."""


def asked_to_sign(tools: Tools, case: CaseRow, reader: Reader) -> Asked:
    """The case as a signer sees it. ``GroundLostError`` where they were let go a moment ago."""
    with tools.store.read() as db:
        me = reader.participant_id and find_participant(db.connection(), reader.participant_id)
        if not me:
            raise GroundLostError(ENDED)
        own = own_signature(db, case.id, me.account_id)
        draft = as_frozen(db, read_draft(db.connection(), tools, case, reader))
        now = round_of(db, tools, draft)
        content = standing_content(db, tools, case) if case.submitted or now.frozen else None
        return Asked(
            me.capacity,
            person_of(db.connection(), tools, case.author_id),
            draft,
            content,
            files_of(db.connection(), tools, case.id, content) if content else [],
            now,
            signed=own is not None and own.voided_at is None,
            fallen=own is not None and own.voided_at is not None,
            declined=me.declined_at is not None,
            unfinished=not case.submitted and bool(draft.unsound()),
            begins_now=_begins_now(draft),
            over=case.submitted and case.id in _gone(db, tools, {case.id}),
        )


def _begins_now(draft: Draft) -> bool:
    now = draft.walk.now
    power = draft.walk.journey.gives(now) if draft.walk.answers and not draft.walk.unsound() else None
    return power is not None and power.first_day < now.today


def is_signed(tools: Tools, case: CaseRow, file_id: uuid.UUID) -> bool:
    """Whether the file follows what others are asked to sign; any other is the author's alone."""
    with tools.store.read() as db:
        content = standing_content(db, tools, case)
        found = files_of(db.connection(), tools, case.id, content) if content else []
    return str(file_id) in {one.id for one in found}


GIVEN = and_(
    Participant.capacity == PROXY,
    or_(Participant.power_id.is_(None), Participant.power_id == Participant.case_id),
)
"""Whoever filled in an authorization to themselves goes on seeing it."""


@dataclass(frozen=True)
class AskedLine:
    """A case that somebody else filled in, and that one is asked to sign or has signed; or what one asked for."""

    address: CaseAddress
    case: CaseRow
    capacity: str
    other: str
    """Who asks; for a proxy, who gave it."""
    signed: bool
    declined: bool
    over: bool
    """Whether all of it is taken back."""


ASKED = (
    select(Participant.case_id, Participant.id, Participant.declined_at, Participant.capacity, *COLUMNS)
    .join(Case, Case.id == Participant.case_id)
    .where(Participant.account_id == bindparam("account"), or_(Participant.capacity.in_(SIGNERS), GIVEN))
    .where(Participant.ended_at.is_(None), Case.municipality == bindparam("place"))
    .where(Case.owner_id != bindparam("account"))
    .order_by(Participant.since.desc())
)


def asked_of(tools: Tools, account_id: uuid.UUID, municipality: str) -> list[AskedLine]:
    """The cases that somebody is asked to sign, the last first; without those that are their own by now."""
    with tools.store.read() as db:
        rows = db.execute(ASKED, {"account": account_id, "place": municipality}).all()
        over = _gone(db, tools, {row.case_id for row in rows})
        found = [_line(db, tools, account_id, CaseRow._make(row[4:]), row[1:4]) for row in rows]
        return [replace(one, over=one.case.id in over) for one in found]


def _gone(db: Session, tools: Tools, case_ids: set[uuid.UUID]) -> set[uuid.UUID]:
    """Those of which all is taken back by today."""
    if not case_ids:
        return set()
    query = select(Case.id).where(Case.id.in_(case_ids), GONE.element)
    return set(db.scalars(query, {"today": tools.today().isoformat()}))


def _line(db: Session, tools: Tools, account_id: uuid.UUID, case: CaseRow, me: Sequence[Any]) -> AskedLine:
    participant_id, declined_at, capacity = me
    own = own_signature(db, case.id, account_id)
    other = case.owner_id if capacity == PROXY else case.author_id
    return AskedLine(
        CaseAddress(case.id, participant_id),
        case,
        capacity,
        person_of(db.connection(), tools, other).name,
        signed=own is not None and own.voided_at is None,
        declined=declined_at is not None,
        over=False,
    )
