"""Whose case it becomes when somebody takes back by word of mouth what another said yes to for them: their own.

Whoever gave the yes reads that it is taken back, and none of the words by which it was (pbrl §§ 3-4, 4-3).
"""

import uuid
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from forms.blocks.circumstances import for_self
from forms.paper_intake.namesake import may_be_same
from forms.paper_intake.sender import owned_by
from forms.situation import Person, SentCase
from forms.walk import Walk
from forms.yes import HeldYes
from wizard.accounts import person_of
from wizard.cases.drafts import Draft
from wizard.cases.finding import CaseRow
from wizard.cases.looking_back import sent_among
from wizard.cases.owners import account_for
from wizard.tools import Tools

THEMSELVES = "self"


def said_for_them(given: Draft) -> bool:
    """Whether another than whom it is about said yes, in a case of their own."""
    now = given.walk.now
    return owned_by(now) != "subject" if given.case.on_paper else not for_self(now)


def owner_of(
    db: Session, tools: Tools, given: Draft, subject: Mapping[str, Any], *, as_subject: bool
) -> uuid.UUID:
    """The account whose case the withdrawal becomes; ``as_subject``: by whom it is about, or in their place.

    Without a number of theirs, or with one that leads to another name, no log-in leads to it: the office has it alone.
    """
    if not (as_subject and said_for_them(given)):
        return given.case.owner_id
    name = " ".join(str(subject.get(f"subject_{part}_name") or "") for part in ("given", "family")).strip()
    number = str(subject.get("subject_national_id") or "")
    if number:
        found = account_for(db, tools, Person(name, number))
        if may_be_same(name, person_of(db.connection(), tools, found).name):
            return found
    return account_for(db, tools, Person(name, ""))


def about_given(db: Session, tools: Tools, given: CaseRow, held: tuple[HeldYes, ...], draft: Draft) -> Draft:
    """The draft as one about the case in which the yes was given, whoever owns either."""
    if draft.case.owner_id == given.owner_id:
        return draft
    by, here = person_of(db.connection(), tools, given.owner_id).name, db.connection()
    sent: tuple[SentCase, ...] = sent_among(here, [given.id], tools.today())
    told = tuple(replace(one, given_by=by, consents=held) for one in sent)
    return replace(draft, walk=Walk(draft.walk.journey, replace(draft.walk.now, sent=told)))
