"""What the office's page shows of what left for the municipality's own systems, as finished text."""

from dataclasses import dataclass
from uuid import UUID

from forms.delivery import FOLDER, MAIL, WEBHOOK
from forms.language import N_
from wizard.cases.delivered import Left, left
from wizard.cases.delivering import DELIVERED, REFUSED
from wizard.routes.here import language, tools

NAMES = {
    FOLDER: N_("Mappen til arkivet"),
    WEBHOOK: N_("Arkivet eller fagsystemet"),
    MAIL: N_("E-post til kontoret"),
}
OF_A_FOLDER = 64
"""Letters of a hash, which nobody at the office has use for."""
LONG = 3
"""Attempts after which it is said that it did not arrive yet."""


@dataclass(frozen=True)
class DeliveryLine:
    """One way, how it went, and in the receiver's own words why it said no."""

    name: str
    text: str
    reason: str
    refused: bool


def delivery_lines(case_id: UUID) -> list[DeliveryLine]:
    """None where nothing leaves."""
    return [
        DeliveryLine(language().text(NAMES[one.channel]), _text(one), one.reason, one.state == REFUSED)
        for one in left(tools(), case_id)
    ]


def _text(one: Left) -> str:
    when = language().moment(one.ended_at) if one.ended_at else ""
    if one.state == REFUSED:
        return language().text(N_("Mottakeren sa nei %(when)s."), when=when)
    if one.state == DELIVERED and (one.channel == MAIL or len(one.receipt) == OF_A_FOLDER):
        return language().text(N_("Levert %(when)s."), when=when)
    if one.state == DELIVERED:
        return language().text(N_("Levert %(when)s. Kvittering: %(receipt)s"), when=when, receipt=one.receipt)
    if one.attempts >= LONG:
        return language().text(N_("Har ikke kommet fram ennå. Vi prøver igjen helt til det går."))
    return language().text(N_("På vei."))
