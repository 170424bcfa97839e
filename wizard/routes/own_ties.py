"""What the citizen's case page shows of other cases: the earlier ones, what came later, and what may be sent yet."""

from dataclasses import dataclass
from uuid import UUID

from forms.journeys.registry import journey
from forms.language import N_
from wizard.cases.continuing import own_case
from wizard.cases.finding import CaseRow
from wizard.cases.tied import Tied, ties
from wizard.routes.case_lines import named
from wizard.routes.here import language, municipality, tools

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


@dataclass(frozen=True)
class Offer:
    """A button that begins a journey with this case chosen already."""

    journey: str
    text: str


@dataclass(frozen=True)
class OwnTies:
    earlier: list[OwnTied]
    later: list[OwnTied]
    offers: list[Offer]


NO_TIES = OwnTies([], [], [])
"""For somebody who takes part in one case of its owner: of the others they are told nothing."""


def own_ties(case: CaseRow) -> OwnTies:
    found = ties(tools(), case.id, restricted=True)
    earlier, later = ([_line(one) for one in tied] for tied in (found.earlier, found.later))
    return OwnTies(earlier, later, _offers(case))


def _line(tied: Tied) -> OwnTied:
    title = language().text(journey(tied.journey).title)
    return OwnTied(tied.id, title, language().moment(tied.received_at))


def _offers(case: CaseRow) -> list[Offer]:
    """Nothing for what was withdrawn: a form about it can still be begun from the start page."""
    own = own_case(tools(), case.owner_id, case.municipality, case.reference)
    if own is None or own.withdrawn:
        return []
    return [
        Offer(slug, language().text(text, form=named(case)))
        for slug, text in OFFERS.items()
        if slug in municipality().journeys and journey(slug).follows(own)
    ]
