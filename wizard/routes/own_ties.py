"""What the citizen's case page shows of other cases: the earlier ones, what came later, and what may be sent yet."""

from dataclasses import dataclass
from uuid import UUID

from forms.journeys.registry import journey
from forms.language import N_
from forms.powers import may_begin
from wizard.cases.continuing import own_case
from wizard.cases.finding import CaseRow
from wizard.cases.participants import ParticipantRow
from wizard.cases.tied import Tied, ties
from wizard.routes.came_lines import tied_at
from wizard.routes.case_lines import named
from wizard.routes.here import language, municipality, participant, tools

TAKE_BACK = N_("Trekk %(form)s")
OFFERS = {
    "supplement": N_("Send mer"),
    "withdrawal": TAKE_BACK,
    "power_of_attorney_revocation": TAKE_BACK,
    "consent_withdrawal": TAKE_BACK,
}
"""By the journey that the button begins."""


@dataclass(frozen=True)
class OwnTied:
    id: UUID
    title: str
    when: str
    linked: bool
    """Whether whoever reads can open it: a proxy comes to another case by their own list alone."""


@dataclass(frozen=True)
class Offer:
    """A button that begins a journey with this case chosen already."""

    journey: str
    text: str
    power: UUID | None = None
    """By which power a proxy presses it; None for the owner."""


@dataclass(frozen=True)
class OwnTies:
    earlier: list[OwnTied]
    later: list[OwnTied]
    offers: list[Offer]


NO_TIES = OwnTies([], [], [])
"""For somebody who takes part in one case of its owner: of the others they are told nothing."""


def own_ties(case: CaseRow) -> OwnTies:
    """What was sent later is told to the owner alone: it may be about whom else they trust."""
    proxy = participant()
    found = ties(tools(), case.id, restricted=True, owner_id=case.owner_id)
    earlier = [_line(one, linked=proxy is None) for one in found.earlier]
    later = [] if proxy else [_line(one, linked=True) for one in found.later]
    return OwnTies(earlier, later, _offers(case, proxy))


def _line(tied: Tied, *, linked: bool) -> OwnTied:
    title = language().text(journey(tied.journey).title)
    return OwnTied(tied.id, title, tied_at(tied), linked)


def _offers(case: CaseRow, proxy: ParticipantRow | None) -> list[Offer]:
    """Nothing for what was withdrawn: a form about it can still be begun from the start page.

    A proxy is offered what their power's scope lets them begin.
    """
    own = own_case(tools(), case.owner_id, case.municipality, case.reference)
    if own is None or own.withdrawn:
        return []
    return [
        Offer(slug, language().text(text, form=named(case)), proxy.power_id if proxy else None)
        for slug, text in OFFERS.items()
        if slug in municipality().journeys and journey(slug).follows(own)
        if proxy is None or may_begin(slug, tuple(proxy.scope or ()), "")
    ]
