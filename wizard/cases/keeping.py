"""What must be asked before a draft is thrown away: its writer may still have time to send it."""

from datetime import datetime

from forms.law.timeliness import end_of
from forms.unsaid import no_deadline
from forms.walk import Walk


def has_deadline(walk: Walk) -> bool:
    """Whether a deadline runs for what the draft is about, known or not."""
    return walk.journey.deadline is not no_deadline


def needs_notice(walk: Walk, now: datetime) -> bool:
    """Whether nobody may delete the draft without its owner having been told.

    So it is as long as its deadline has not run out, and where nobody knows when it does. Whatever deletes drafts by
    itself asks this first; its owner is asked once more, see ``asks_again``.
    """
    if not has_deadline(walk):
        return False
    deadline = walk.journey.deadline(walk.now)
    if deadline is None or deadline.count is None or deadline.earliest:
        return True
    return now < end_of(deadline.count.last_day)


def asks_again(walk: Walk) -> bool:
    """Whether the owner confirms it twice: a complaint can still be sent, in time or late."""
    return has_deadline(walk)
