"""What ties a form to what was sent before: to which, and what that means for the earlier ones."""

from typing import NamedTuple

SUPPLEMENTED, AUTHORIZATION_SENT = "supplemented", "authorization_sent"
WITHDRAWN, PARTLY_WITHDRAWN = "withdrawn", "partly_withdrawn"


class Tie(NamedTuple):
    """What is written down on each earlier case, in the past tense: when the later one is sent, or signed."""

    references: tuple[str, ...]
    """Of some out of ``Situation.sent``: it means the same for each of them."""
    when_sent: tuple[str, ...] = ()
    when_signed: tuple[str, ...] = ()
    """As soon as the later one is signed: at once, or when the signature on paper has come."""
