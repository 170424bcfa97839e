"""What ties a form to what was sent before: to which, and what that means for the earlier ones."""

from datetime import date
from typing import NamedTuple

SUPPLEMENTED, AUTHORIZATION_SENT = "supplemented", "authorization_sent"
SIGNED_PAPER_SENT = "signed_paper_sent"
"""A picture of the page that was signed by hand: the office looks at it, and then says that it has come."""
WITHDRAWN, PARTLY_WITHDRAWN = "withdrawn", "partly_withdrawn"
WITHDRAWN_FROM, PARTLY_WITHDRAWN_FROM = "withdrawn_from", "partly_withdrawn_from"
"""From a later day, which is told with them."""
CONSENT_TAKEN_BACK = "consent_taken_back"
"""Of a case that gave a consent beside other things, which stand."""


TAKEN_BACK = (WITHDRAWN, PARTLY_WITHDRAWN, CONSENT_TAKEN_BACK)
"""What happens at once; of what came on paper before it was registered, with the day on which it came."""


class Tie(NamedTuple):
    """What is written down on each earlier case, in the past tense: when the later one is sent, or signed."""

    references: tuple[str, ...]
    """Of some out of ``Situation.sent``: it means the same for each of them."""
    when_sent: tuple[str, ...] = ()
    when_signed: tuple[str, ...] = ()
    """As soon as the later one is signed: at once, or when the signature on paper has come."""
    day: date | None = None
    """From which later day it holds; None where it holds at once."""
    beside: tuple[str, ...] = ()
    """Those of ``references`` of which only a consent that stood in them is taken back."""


def taken_back(
    references: tuple[str, ...], day: date | None, *, in_part: bool = False, beside: tuple[str, ...] = ()
) -> Tie:
    """Back from the moment it is sent, or from a later day; until then it holds as before."""
    if day is None:
        return Tie(references, when_sent=(PARTLY_WITHDRAWN if in_part else WITHDRAWN,), beside=beside)
    kind = PARTLY_WITHDRAWN_FROM if in_part else WITHDRAWN_FROM
    return Tie(references, when_sent=(kind,), day=day, beside=beside)
