"""Whose numbers on a paper nobody has been here with by a name that staff did not write. Reads only."""

from sqlalchemy.orm import Session

from forms.marks import NAME_UNCHECKED, unseen
from forms.paper_intake.missing_numbers import on_the_paper
from wizard.accounts import is_told
from wizard.cases.drafts import Draft
from wizard.cases.paper_read import TAKE_EFFECT, account_of
from wizard.tools import Tools


def unseen_names(db: Session, tools: Tools, draft: Draft) -> tuple[str, ...]:
    """The marks of the paper, for when they log in. The office sees it of what takes effect by a number alone."""
    numbers = on_the_paper(draft.walk.now)
    marks = [unseen(whose) for whose, one in numbers.items() if is_unseen(db, tools, one)]
    if marks and draft.case.journey in TAKE_EFFECT:
        marks.append(NAME_UNCHECKED)
    return tuple(marks)


def is_unseen(db: Session, tools: Tools, number: str) -> bool:
    """Whether nobody of that number has logged in here."""
    account = account_of(db.connection(), tools, number)
    return account is None or is_told(db.connection(), tools, account)
