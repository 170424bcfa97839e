"""A single yes, as a form that is sent gives it, as it is held after that, and as it is taken back."""

from datetime import date
from typing import NamedTuple

PLAN, COORDINATOR, CHILD_COORDINATOR = "plan", "coordinator", "child_coordinator"
HELP = "help"
"""To help from the municipality, where the municipality asks for it in the application."""
SHARING = "sharing"
"""That one service shares with others: it lifts confidentiality, and says nothing of the help itself."""
NOTIFYING = "notifying"
"""That somebody else told the municipality of a need: used up as soon as it was told."""
FOR_CHILDREN = ("parent", "verge", "child_welfare")
"""Who says yes for a child until it is 16: a key of ``forms.acting.ROLES`` each (pbrl § 4-4)."""
PAPER = "paper"
"""What a yes lacks until the signature on paper has come."""
NUMBER = "number"
"""What a yes on paper lacks as long as nobody knows by a number whose it is."""
PARENTS = "parents"
"""What the yes of somebody lacks for whom the parents decide."""


class Said(NamedTuple):
    """What belongs to one yes in somebody's own words and choices: sealed wherever it is kept."""

    service: str = ""
    """Of a yes to sharing: a key of ``forms.journeys.consent.sharing.SERVICES``."""
    department: str = ""
    gives: bool = False
    receives: bool = False
    about: str = ""
    """Whom it is about, as its own writer sees it in lists."""
    by: str = ""
    """Who said yes, where another filled in for them."""
    limits: str = ""
    topics: str = ""
    excluded: str = ""
    purpose: str = ""
    not_to_know: str = ""
    text: tuple[str, ...] = ()
    """The very text that was agreed to, line by line."""


class Yes(NamedTuple):
    """One yes to one thing. ``steps`` are those whose words it was said to; none where ``said`` has the words."""

    kind: str
    capacity: str
    steps: tuple[str, ...]
    said: Said
    last_day: date | None = None
    lacks: str = ""
    """Why it does not hold as it is sent, though it was said: a mark's key; empty where it does."""


class HeldYes(NamedTuple):
    """A yes that can be taken back, to point at."""

    id: str
    kind: str
    service: str = ""
    department: str = ""
    waits: bool = False
    """Whether something is missing before it holds."""
    ends: date | None = None
    """From which later day it is taken back already; None where it is not."""


class Ends(NamedTuple):
    """From which day what was said yes to in a case is over since it was taken back, that day included.

    Each is None as long as something of it goes on.
    """

    all_from: date | None = None
    sharing_from: date | None = None
    """Of the yes to sharing alone."""
    waits: str = ""
    """What all that goes on lacks before it holds: a key of ``forms.consent_words.LACKS``; empty where some holds."""


NEVER = Ends()


class Taken(NamedTuple):
    """What is taken back: all that was said in some cases, single ones, or what only words point at."""

    whole: tuple[str, ...]
    """References of cases."""
    ids: tuple[str, ...] = ()
    words: str = ""
    words_for: tuple[str, ...] = ()
    """The references of the cases that the words are about."""
    day: date | None = None
    """From which later day; None where it is at once."""
    said: date | None = None
    """On which earlier day it was said, where it was only said."""


class Direction(NamedTuple):
    """What is left of one service's part in sharing."""

    id: str
    gives: bool
    receives: bool


def emptied(left: tuple[Direction, ...], *, alone_before: bool) -> tuple[str, ...]:
    """Which of what is left of a yes to sharing says nothing any more, since nobody gives or nobody receives.

    One service alone shares with nobody, unless it was alone from the first: then it is two of its departments.
    """
    shares = any(one.gives for one in left) and any(one.receives for one in left)
    if shares and (len(left) > 1 or alone_before):
        return ()
    return tuple(one.id for one in left)
