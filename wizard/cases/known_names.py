"""By which name somebody of an identity number is known here. Reads only."""

import uuid
from collections.abc import Callable

from sqlalchemy import Connection, select

from forms.marks import unseen
from forms.paper_intake.missing_numbers import OWNER
from forms.paper_intake.namesake import may_be_same
from wizard.accounts import person_of
from wizard.cases.paper_read import account_of
from wizard.models import Case, Submission
from wizard.tools import Tools


def known_otherwise(tools: Tools) -> Callable[[str, str], bool]:
    """Tells of an identity number whether it is known by a name that cannot be that one's too.

    A name that only another paper told is none: one of the two papers has wrong digits, and nobody knows which.
    """

    def is_anothers(national_id: str, told: str) -> bool:
        with tools.store.connect() as db:
            known = account_of(db, tools, national_id)
            if known is None or may_be_same(told, person_of(db, tools, known).name):
                return False
            return not named_by_paper(db, known)

    return is_anothers


def named_by_paper(db: Connection, account: uuid.UUID) -> bool:
    """Whether the account was made by a paper, and nobody has logged in to it since."""
    query = select(Submission.marks).join(Case, Case.id == Submission.case_id).where(Case.owner_id == account)
    return any(unseen(OWNER) in marks for marks in db.scalars(query))
