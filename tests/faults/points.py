"""Which point is struck in which way on which database: a part of it each time, all of it in ``make soak``."""

from itertools import product

from wizard.failpoints import WAYS

BEFORE_COMMIT = ("send_held", "send_frozen", "send_recorded", "send_enqueued", "send_uncommitted")
AFTER_COMMIT = ("send_committed", "send_unanswered")
STORING = (
    "attachment_unwritten",
    "blob_unfinished",
    "attachment_without_row",
    "attachment_uncommitted",
    "attachment_with_row",
)
BASES = ("sqlite", "postgresql")
Strike = tuple[str, str, str]


def every(*points: str) -> list[Strike]:
    """Each point in each way on each database."""
    return [*product(BASES, points, WAYS)]


def some(*points: str) -> list[Strike]:
    """Each point in each way, on one of the databases by turns."""
    return [one for number, one in enumerate(every(*points)) if _is_its_turn(number, len(points) * len(WAYS))]


def _is_its_turn(number: int, of_each: int) -> bool:
    return number % of_each % 2 == number // of_each
