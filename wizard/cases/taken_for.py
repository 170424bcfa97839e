"""Whose case it becomes when somebody takes back by word of mouth what another said yes to: whoever speaks has it.

Whoever gave the yes reads that it is taken back, and none of the words by which it was (pbrl §§ 3-4, 4-3). That holds
for whom it is about, for who speaks in their place, and for a child's other parent.
"""

import uuid
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from forms.blocks.circumstances import for_self
from forms.names import may_be_all
from forms.paper_intake.sender import IN_THEIR_PLACE, owned_by
from forms.signers import SECOND_PARENT
from forms.situation import Person, SentCase
from forms.walk import Walk
from wizard.accounts import person_of
from wizard.cases.drafts import Draft
from wizard.cases.finding import CaseRow
from wizard.cases.looking_back import sent_among
from wizard.cases.owners import account_for
from wizard.models_acting import Signed
from wizard.tools import Tools

THEMSELVES = "self"


def said_for_them(given: Draft) -> bool:
    """Whether another than whom it is about said yes, in a case of their own."""
    now = given.walk.now
    return owned_by(now) != "subject" if given.case.on_paper else not for_self(now)


class Speaker(NamedTuple):
    """Who said it, as staff wrote it down, and as what; ``decides`` where that can only be whom it is about."""

    name: str
    role: str
    decides: bool


def owner_of(
    db: Session, tools: Tools, given: Draft, subject: Mapping[str, Any], speaker: Speaker
) -> uuid.UUID:
    """The account whose case the withdrawal becomes.

    What whom it is about says, or who is in their place, is theirs. Whoever else is not the giver by name, nor the
    other parent who signed, is known here by no number: no log-in leads to it, and the office has it alone.
    """
    if not said_for_them(given):
        return given.case.owner_id
    if speaker.decides or speaker.role == THEMSELVES:
        return _subject(db, tools, subject)
    said = [one for one in _who_said_yes(db, given) if _may_be(db, tools, one, speaker.name)]
    if said:
        return said[0]
    if speaker.role in IN_THEIR_PLACE:
        return _subject(db, tools, subject)
    return account_for(db, tools, Person(speaker.name, ""))


def _who_said_yes(db: Session, given: Draft) -> list[uuid.UUID]:
    """The giver, and the other parent, whose signature stands."""
    signed = select(Signed.account_id).where(
        Signed.case_id == given.case.id, Signed.capacity == SECOND_PARENT, Signed.voided_at.is_(None)
    )
    return [given.case.owner_id, *db.scalars(signed)]


def _may_be(db: Session, tools: Tools, account_id: uuid.UUID, name: str) -> bool:
    return may_be_all(name, person_of(db.connection(), tools, account_id).names)


def _subject(db: Session, tools: Tools, subject: Mapping[str, Any]) -> uuid.UUID:
    """Without a number of theirs, or with one that leads to another name, it is an account of no log-in."""
    name = " ".join(str(subject.get(f"subject_{part}_name") or "") for part in ("given", "family")).strip()
    number = str(subject.get("subject_national_id") or "")
    if number:
        found = account_for(db, tools, Person(name, number))
        if _may_be(db, tools, found, name):
            return found
    return account_for(db, tools, Person(name, ""))


def about_given(db: Session, tools: Tools, given: CaseRow, known: SentCase, draft: Draft) -> Draft:
    """The draft as one about the case in which the yes was given, whoever owns either; ``known`` is that case's."""
    if draft.case.owner_id == given.owner_id:
        return draft
    by, here = person_of(db.connection(), tools, given.owner_id).name, db.connection()
    sent: tuple[SentCase, ...] = sent_among(here, [given.id], tools.today())
    begins = known.subject_decides_from if draft.walk.now.answer("role", "said_as") == THEMSELVES else None
    told = tuple(
        replace(one, given_by=by, consents=known.consents, subject_decides_from=begins) for one in sent
    )
    return replace(draft, walk=Walk(draft.walk.journey, replace(draft.walk.now, sent=told)))
