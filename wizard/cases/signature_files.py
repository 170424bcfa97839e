"""Files that belong to a signature, not to the content that is signed: a drawn one, and the paper signed by hand."""

import uuid
from collections.abc import Mapping

from sqlalchemy import Connection, delete

from forms.situation import FileInfo
from wizard.models import Attachment

DRAWN_SIGNATURE, SIGNED_PAPER = "drawn_signature", "signed_paper"
"""In place of a question."""
OF_SIGNATURES = (DRAWN_SIGNATURE, SIGNED_PAPER)


def of_signatures(by_question: Mapping[str, tuple[FileInfo, ...]]) -> list[FileInfo]:
    """Of a case's files those that came beside its content."""
    return [info for name in OF_SIGNATURES for info in by_question.get(name, ())]


def replaced(by_question: Mapping[str, tuple[FileInfo, ...]]) -> set[str]:
    """The ids of papers in whose place another was scanned later: the last one counts, the others are kept."""
    return {info.id for info in by_question.get(SIGNED_PAPER, ())[:-1]}


def drop_drawn(db: Connection, case_id: uuid.UUID) -> None:
    """A drawing goes with the signature that it was, once that does not hold; its bytes are swept away later."""
    db.execute(
        delete(Attachment).where(Attachment.case_id == case_id, Attachment.question == DRAWN_SIGNATURE)
    )
