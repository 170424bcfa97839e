"""What the events of a case amount to: folds in which nothing that a machine did hides what a person did."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from forms.ties import SIGNED_PAPER_SENT, SUPPLEMENTED, WITHDRAWN

DELIVERED, REFUSED, RETRIED = "delivered", "handover_refused", "handover_retried"
ENDED = (DELIVERED, REFUSED)
"""The events after which a hand-over is done with, until it is tried again."""
DELAYED = "handover_delayed"
FILE_INFECTED = "file_infected"
"""A virus was found in a file that had come while nobody could look for it."""
FILE_GIVEN_UP = "file_given_up"
"""A file could not be screened for viruses, often as that was tried: nobody will open it."""
FILE_NOT_TAKEN = (FILE_INFECTED, FILE_GIVEN_UP)
NOT_TAKEN, SENT_AGAIN = "delivery_refused", "delivery_retried"
"""A receiver of the municipality's said no to a package for good, and staff had it sent anew: by which channel."""
HANDED_OVER = ("submitted", "documents_made", *ENDED, RETRIED, DELAYED)
TAKEN, LET_GO = "taken_in_hand", "let_go"
ROUTED = "routed"
NOTED_DOWN = "noted_down"
"""In place of a signature: staff wrote down what somebody said."""
GIVEN_BACK = "power_given_back"
"""The proxy ended the power of attorney, not its giver."""
POWER_OVER = {WITHDRAWN, GIVEN_BACK}
TAKEN_OVER = "taken_over"
"""Its owner went on with what somebody had filled in for them."""
SIGNED, VOIDED = "signed", "signatures_voided"
ASKED, ASKING_ENDED, DECLINED = "asked_to_sign", "asking_taken_back", "declined_to_sign"
SIGNATURE_CAME = "signature_came"
"""A signature that was missing when the case was sent; which one is its detail."""
GIVER_SIGNED = "giver_signed"
"""The giver of a power of attorney signed here what was to be signed on paper."""
HELP_BEGAN, HELP_ENDED, HANDED_HOME = "help_began", "help_ended", "handed_home"
"""A helping office helps, does not any more, and the citizen went on alone with a code."""
DRAWN, NAME_WRITTEN, SAID = "drawn_at_counter", "name_written_at_counter", "said_at_counter"
"""How a form was confirmed at the counter: none of these is the helper's own signature."""
PAPER_PROMISED, PAPER_CAME = "paper_signature_promised", "paper_signature_received"
PAPER_SCANNED = "signed_paper_scanned"
"""A helper scanned the paper that was signed; its detail is ``ANEW`` where another was there already."""
ANEW, BY_SCAN = "anew", "by_scan"
"""``BY_SCAN`` is the detail of a signature that came by the scan itself: nobody at the office has looked at it."""
CAME_UNSIGNED = "came_unsigned"
"""It came on paper, and nobody had signed it."""
LACK_SIGNATURE = (PAPER_PROMISED, CAME_UNSIGNED)
REGISTERED = "registered_from_paper"
"""Staff wrote down what came on paper, with the day on which it came."""
NUMBER_ADDED = "number_added"
"""Staff wrote down an identity number that did not stand on the paper: whose it is, and how they know."""
NUMBER_WRONG = "number_wrong"
"""That number was somebody else's: what took effect by it has ended. Its detail is whose it was."""

AUTHORIZATION_GOOD = "authorization_good"
"""Staff saw the paper that was missing by which somebody acts for another, and it is good."""

LAST_DAY_READ = "last_day_read"
"""Staff wrote down the last day of sharing, which nobody could read on the paper: the day, and how they know it."""


ARCHIVED, NOT_ARCHIVED = "archived", "archiving_taken_back"
"""The office has put it into the municipality's own archive, with the number of days for which it stays here at least.

And said later that it does not lie there after all."""
COMES_LATER = (
    SIGNATURE_CAME,
    GIVER_SIGNED,
    DECLINED,
    PAPER_SCANNED,
    PAPER_CAME,
    NUMBER_ADDED,
    NUMBER_WRONG,
    AUTHORIZATION_GOOD,
    LAST_DAY_READ,
)
"""What can be added to a case that is sent: what lay in the archive before it lies there without it."""
GOES, STAYS = "deletion_announced", "draft_kept"
"""A draft that nobody has touched for long goes on the day that the event tells, and its owner said to keep it."""


@dataclass(frozen=True)
class Happened:
    """An event of a case, in the past tense."""

    number: int
    """Its place in the order of all events."""
    kind: str
    at: datetime
    actor_id: uuid.UUID | None
    detail: str = ""
    """A word of ours, such as where the case was sent on to, or the day from which it is withdrawn."""


def stage(kinds: Iterable[str]) -> str:
    """The last event that a hand-over came to; empty where none has."""
    return _last(kinds, (*ENDED, RETRIED))


def delayed(kinds: Iterable[str]) -> bool:
    """Whether the documents have been tried for in vain several times, and are tried for still."""
    return _last(kinds, (*ENDED, RETRIED, DELAYED)) == DELAYED


def not_taken(events: Iterable[Happened]) -> list[str]:
    """The channels whose receiver said no, as it stands now."""
    last = {event.detail: event.kind for event in events if event.kind in {NOT_TAKEN, SENT_AGAIN}}
    return [channel for channel, kind in last.items() if kind == NOT_TAKEN]


def standing(kinds: Iterable[str]) -> str:
    """The event that says how the case stands; empty for a draft.

    What its owner took back is taken back, whoever works with it. After that, in somebody's hands comes first: the
    documents may be made, refused or made anew long after. Delivered stays so.
    """
    known = list(kinds)
    for over in (WITHDRAWN, GIVEN_BACK):
        if over in known:
            return over
    if _last(known, (TAKEN, LET_GO)) == TAKEN:
        return TAKEN
    return DELIVERED if DELIVERED in known else _last(known, HANDED_OVER)


def in_hand(events: Iterable[Happened]) -> Happened | None:
    """By which event somebody has the case in hand; None where nobody has."""
    last = [event for event in events if event.kind in {TAKEN, LET_GO}][-1:]
    return next((event for event in last if event.kind == TAKEN), None)


def routed_to(events: Iterable[Happened]) -> str:
    """Where the case was sent on to last: a key of ``forms.tracks``; empty where it never was."""
    return next((event.detail for event in reversed(list(events)) if event.kind == ROUTED), "")


def from_later_day(events: Iterable[Happened], kind: str) -> date | None:
    """From which later day all or a part is withdrawn, as told last; None where that was not told."""
    days = [event.detail for event in events if event.kind == kind]
    return date.fromisoformat(days[-1]) if days else None


def archived_since(events: Iterable[Happened]) -> datetime | None:
    """When the office said that all of it lies in the archive.

    None where it never did, or took that back since, or something has come since that lies nowhere else yet.
    """
    last = [event for event in events if event.kind in {ARCHIVED, NOT_ARCHIVED, *COMES_LATER}][-1:]
    return next((event.at for event in last if event.kind == ARCHIVED), None)


def came_since_archived(events: Iterable[Happened]) -> bool:
    """Whether the office said that it lies in the archive, and something has come since that may not."""
    known = list(events)
    said = [event.kind for event in known if event.kind in {ARCHIVED, NOT_ARCHIVED}][-1:]
    return said == [ARCHIVED] and archived_since(known) is None


NO_MORE_AWAITED = (PAPER_CAME, GIVER_SIGNED, WITHDRAWN)


def awaits_paper(kinds: Iterable[str]) -> bool:
    """Whether a signature on paper is wanting and has not come; what was withdrawn needs none any more."""
    known = set(kinds)
    return not known.isdisjoint(LACK_SIGNATURE) and known.isdisjoint(NO_MORE_AWAITED)


def takes_scan(events: Iterable[Happened]) -> bool:
    """Whether a paper may be scanned at the counter: the first one, or one in place of a wrong one.

    A wrong one can be replaced until the office has begun to work with the case, or has said that the signature came.
    """
    known = list(events)
    kinds = {event.kind for event in known}
    if awaits_paper(kinds):
        return True
    came = [event.detail for event in known if event.kind == PAPER_CAME]
    return came == [BY_SCAN] and kinds.isdisjoint({TAKEN, GIVER_SIGNED, WITHDRAWN})


def office_looks(kinds: Iterable[str]) -> bool:
    """Whether the paper is scanned, and waits for somebody of the office to look at the signature."""
    known = set(kinds)
    return PAPER_SCANNED in known and awaits_paper(known)


def paper_seen(events: Iterable[Happened]) -> int:
    """By which event the paper came that whoever reads the page now can see; 0 where none was scanned or sent."""
    return next((e.number for e in reversed(list(events)) if e.kind in {PAPER_SCANNED, SIGNED_PAPER_SENT}), 0)


def lacks_file(events: Iterable[Happened]) -> bool:
    """Whether the office did not get a file that was sent, and nothing more was sent, nor all taken back, since."""
    kinds = [event.kind for event in events]
    return WITHDRAWN not in kinds and _last(kinds, (*FILE_NOT_TAKEN, SUPPLEMENTED)) in FILE_NOT_TAKEN


def _last(kinds: Iterable[str], wanted: tuple[str, ...]) -> str:
    return next((kind for kind in reversed(list(kinds)) if kind in wanted), "")
