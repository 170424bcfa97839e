"""Where a page of the office's list ends: after a case, since several may have come in the same moment."""

from datetime import UTC, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_

from wizard.models import Submission

ORDER = Submission.received_at.desc(), Submission.case_id.desc()
"""The newest first. What was written down from paper bears the time that somebody typed, so times are often alike."""
BETWEEN = "_"


class Edge(NamedTuple):
    """The last case of a page."""

    received_at: datetime
    case_id: UUID

    @classmethod
    def read(cls, text: str) -> "Edge":
        """Of what ``str`` made. Raises ``ValueError`` or ``OverflowError`` for anything else, but for a time alone."""
        time, _, case_id = text.partition(BETWEEN)
        return cls(datetime.fromisoformat(time).astimezone(UTC), UUID(case_id) if case_id else UUID(int=0))

    def __str__(self) -> str:
        return f"{self.received_at.isoformat()}{BETWEEN}{self.case_id}"

    def beyond(self) -> ColumnElement[bool]:
        """Whether a case stands after it. The first condition is what an index is searched by."""
        older = Submission.received_at < self.received_at
        return and_(Submission.received_at <= self.received_at, or_(older, Submission.case_id < self.case_id))
