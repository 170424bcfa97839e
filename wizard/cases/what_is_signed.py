"""The content that a case's signatures are on: made from the answers, frozen, or sent already."""

from sqlalchemy.orm import Session

from docgen.contract import Content
from forms import document
from wizard.cases.drafts import Draft
from wizard.cases.errors import IncompleteError
from wizard.cases.finding import CaseRow
from wizard.cases.following import open_request
from wizard.cases.freezing import frozen
from wizard.models import Submission
from wizard.tools import Tools


def frozen_content(draft: Draft) -> Content:
    """What the review page shows and the signer signs; ``IncompleteError`` where a step does not hold."""
    missing = draft.unsound()
    if missing:
        raise IncompleteError(missing)
    return document.content(draft.walk, draft.case.reference)


def standing_content(db: Session, tools: Tools, case: CaseRow) -> Content | None:
    """What others are asked to sign: as it was sent or frozen; None while its author is changing it."""
    submission = db.get(Submission, case.id)
    if submission is None:
        return frozen(db, tools, case.id)
    return open_request(tools, submission).content
