"""What somebody who was asked to sign reads: of the case that they take part in, and of all such cases."""

import uuid
from dataclasses import dataclass

from sqlalchemy import select
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
from wizard.cases.participants import ENDED, SIGNERS, find_participant
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


def asked_to_sign(tools: Tools, case: CaseRow, reader: Reader) -> Asked:
    """The case as a signer sees it. ``GroundLostError`` where they were let go a moment ago."""
    with tools.store.read() as db:
        me = reader.participant_id and find_participant(db.connection(), reader.participant_id)
        if not me:
            raise GroundLostError(ENDED)
        content = standing_content(db, tools, case)
        own = own_signature(db, case.id, me.account_id)
        draft = read_draft(db.connection(), tools, case, reader)
        return Asked(
            me.capacity,
            person_of(db.connection(), tools, case.author_id),
            draft,
            content,
            files_of(db.connection(), tools, case.id, content) if content else [],
            round_of(db, tools, draft),
            signed=own is not None and own.voided_at is None,
            fallen=own is not None and own.voided_at is not None,
            declined=me.declined_at is not None,
        )


@dataclass(frozen=True)
class AskedLine:
    """A case that somebody else filled in, and that one is asked to sign or has signed."""

    address: CaseAddress
    case: CaseRow
    author: str
    signed: bool
    declined: bool


def asked_of(tools: Tools, account_id: uuid.UUID, municipality: str) -> list[AskedLine]:
    """The cases that somebody is asked to sign, the last first; without those that are their own by now."""
    query = (
        select(Participant.id, Participant.declined_at, *COLUMNS)
        .join(Case, Case.id == Participant.case_id)
        .where(Participant.account_id == account_id, Participant.capacity.in_(SIGNERS))
        .where(Participant.ended_at.is_(None), Case.municipality == municipality, Case.owner_id != account_id)
        .order_by(Participant.since.desc())
    )
    with tools.store.read() as db:
        rows = db.execute(query).all()
        return [
            _line(db, tools, account_id, row[0], CaseRow._make(row[2:]), declined=row[1] is not None)
            for row in rows
        ]


def _line(
    db: Session, tools: Tools, account_id: uuid.UUID, me: uuid.UUID, case: CaseRow, *, declined: bool
) -> AskedLine:
    own = own_signature(db, case.id, account_id)
    author = person_of(db.connection(), tools, case.author_id).name
    signed = own is not None and own.voided_at is None
    return AskedLine(CaseAddress(case.id, me), case, author, signed, declined)
