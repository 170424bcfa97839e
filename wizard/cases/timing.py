"""What is told in the log of a case that came after its deadline: both times, and nothing of anybody."""

from datetime import UTC, datetime

import structlog

from forms.law.timeliness import timeliness
from forms.walk import Walk
from wizard.cases.finding import CaseRow

log = structlog.get_logger()


def note_late(walk: Walk, case: CaseRow, at: datetime) -> None:
    """For whoever has to judge a complaint that was late by seconds. Nobody is refused by it."""
    deadline = walk.journey.deadline(walk.now)
    if deadline is None or deadline.count is None:
        return
    timed = timeliness("digital", deadline.count.last_day, arrived=at)
    if timed.late_by is not None:
        log.info(
            "deadline_passed",
            case=str(case.id),
            ended=timed.end.astimezone(UTC).isoformat(),
            arrived=at.astimezone(UTC).isoformat(),
            seconds=timed.late_by.total_seconds(),
            certain=not deadline.earliest,
        )
