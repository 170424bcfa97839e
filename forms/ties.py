"""What ties a form to one that was sent before: to which, and what that means for the earlier one."""

from typing import NamedTuple

SUPPLEMENTED, AUTHORIZATION_SENT = "supplemented", "authorization_sent"
WITHDRAWN, PARTLY_WITHDRAWN = "withdrawn", "partly_withdrawn"


class Tie(NamedTuple):
    """What is written down on the earlier case, in the past tense: when the later one is sent, or signed."""

    reference: str
    """Of one out of ``Situation.sent``."""
    when_sent: tuple[str, ...] = ()
    when_signed: tuple[str, ...] = ()
    """As soon as the later one is signed: at once, or when the signature on paper has come."""
