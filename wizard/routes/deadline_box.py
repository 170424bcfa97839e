"""What pages tell of a deadline: the last day in a sentence, how to keep it, and the calendar file."""

from dataclasses import dataclass

from flask import Response
from werkzeug.exceptions import NotFound

from forms.law.calendar_file import FILE_NAME, MEDIA_TYPE, calendar_file
from forms.law.explained import explained, how_in_time, passed, why_earliest
from forms.walk import Walk
from wizard.access import guarded_by, taking_part
from wizard.cases.about import walk_of
from wizard.routes.blueprints import CASE, apply
from wizard.routes.here import case, language, municipality, reader, tools


@dataclass(frozen=True)
class DeadlineBox:
    """Finished sentences; ``calendar`` where there is a last day to keep."""

    sentences: list[str]
    calendar: bool
    passed: bool


def deadline_box(walk: Walk) -> DeadlineBox | None:
    """None where no deadline runs, or nothing is known of it yet."""
    deadline = walk.journey.deadline(walk.now)
    if deadline is None:
        return None
    reading, count, today = walk.now.language, deadline.count, walk.now.today
    sentences = [explained(deadline, reading), why_earliest(deadline, reading)]
    over = deadline.over(today)
    if over:
        sentences.append(passed(deadline, today, reading))
    elif count is not None:
        sentences.append(how_in_time("digital", count.last_day, reading))
    told = [sentence for sentence in sentences if sentence]
    return DeadlineBox(told, count is not None and not over, deadline.surely_over(today))


@apply.get(f"{CASE}/{FILE_NAME}")
@guarded_by(taking_part)
def deadline() -> Response:
    """The last day for the owner's own calendar; it tells nothing of what it is about."""
    walk = walk_of(tools(), case(), reader())
    found = walk and walk.journey.deadline(walk.now)
    if not found or not found.count:
        raise NotFound
    octets = calendar_file(found.count.last_day, municipality().name, tools().clock(), language())
    name = {"Content-Disposition": f'attachment; filename="{FILE_NAME}"'}
    return Response(octets, content_type=MEDIA_TYPE, headers=name)
