"""The one place where a case goes in: what is frozen, its signatures, its marks, and the hand-over."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy.orm import Session

from docgen.contract import Content, Signature
from forms import document
from wizard.cases.beginning import record
from wizard.cases.drafts import Draft
from wizard.cases.standing import PAPER_PROMISED
from wizard.cases.tying import hide_with, tie
from wizard.models import Submission
from wizard.tools import Tools


class Putting(NamedTuple):
    """What goes in, with the signatures there are, and when."""

    content: Content
    signatures: tuple[Signature, ...]
    at: datetime
    marks: tuple[str, ...] = ()
    """What the office must see of how it was confirmed: keys of ``forms.marks``."""

    @property
    def by_hand(self) -> bool:
        return any(signature.by_hand for signature in self.signatures)


def put_in(db: Session, tools: Tools, draft: Draft, putting: Putting) -> None:
    """Put the case in; within the caller's transaction. From the commit on it is received."""
    case, at = draft.case, putting.at
    receipt = document.receipt(draft.walk.sent(at, awaits_paper=putting.by_hand), at)
    request = document.request(putting.content, putting.signatures, receipt)
    tied = tie(db, draft, at, signed=not putting.by_hand)
    submission = Submission(
        case_id=case.id,
        municipality=case.municipality,
        received_at=at,
        content_sha256=request.content.sha256(),
        restricted=draft.walk.journey.restricted(draft.walk.now),
        marks=[*draft.walk.marks, *_marks(draft, at), *putting.marks],
        sealed_request=tools.vault.seal(request.canonical(), f"submissions:{case.id}"),
    )
    db.add(submission)
    if submission.restricted or any(one.restricted for one in (tied.earlier if tied else ())):
        hide_with(db, submission)
    if putting.by_hand:
        record(db, case.id, PAPER_PROMISED, at, actor=draft.actor_id)
    waiting = " ".join(tied.waiting) if tied else ""
    record(db, case.id, "submitted", at, actor=draft.actor_id, detail=waiting)
    db.flush()
    tools.enqueue(db, case.id)


def _marks(draft: Draft, at: datetime) -> list[str]:
    return [note.mark for note in draft.walk.received(at) if note.mark]
