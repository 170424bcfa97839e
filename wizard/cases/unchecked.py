"""Who signed as somebody whom the answers know by name and day of birth alone: a name that no number confirms."""

from sqlalchemy.orm import Session

from forms.marks import NAME_UNCHECKED
from forms.signers import SECOND_PARENT, known_number
from wizard.accounts import person_of
from wizard.cases.drafts import Draft
from wizard.cases.freezing import AUTHOR, ON_PAPER, given
from wizard.models import Submission
from wizard.tools import Tools


def unchecked(db: Session, tools: Tools, draft: Draft) -> list[tuple[str, str]]:
    """As what they signed, and the name as their log-in has it."""
    now = draft.walk.now
    return [
        (one.capacity, person_of(db.connection(), tools, one.account_id).name)
        for one in given(db, tools, draft.case.id)
        if one.capacity not in {AUTHOR, ON_PAPER, SECOND_PARENT} and not known_number(now, one.capacity)
    ]


def mark_unchecked(db: Session, tools: Tools, draft: Draft) -> None:
    """The office's list tells it also of a signature that came later; within the transaction of the signature."""
    row = db.get_one(Submission, draft.case.id, with_for_update=True)
    if unchecked(db, tools, draft) and NAME_UNCHECKED not in row.marks:
        row.marks = [*row.marks, NAME_UNCHECKED]
