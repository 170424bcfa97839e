"""What was signed by hand may come as a picture: whether it has, and whether it can be sent from the page."""

from forms.journeys.registry import journey
from forms.journeys.supplement.case import ADDS_ONLY
from forms.ties import SIGNED_PAPER_SENT
from wizard.cases.following import Sent
from wizard.routes.here import municipality, participant


def picture_sent(found: Sent) -> bool:
    """It has come, and the office has not said yet that the signature is good."""
    return found.awaits_paper and any(event.kind == SIGNED_PAPER_SENT for event in found.events)


def takes_picture(found: Sent) -> bool:
    """By the owner, to what can have something added to it."""
    offered = "supplement" in municipality().journeys and participant() is None
    return offered and journey(found.case.journey).naming not in ADDS_ONLY
