"""A journey's own page in one municipality, as finished text: what it is, and what to know before it is begun."""

from dataclasses import dataclass
from datetime import date

from forms.guide.facts import facts
from forms.guide.local import goes_to, special
from forms.guide.offer import Offered
from forms.language import Language
from forms.law.deadline import Known, appeal_deadline
from forms.law.explained import explained, how_in_time
from forms.municipality import Municipality
from forms.next_steps import next_steps


@dataclass(frozen=True)
class Page:
    does: str
    lead: str
    minutes: int
    for_whom: list[str]
    at_hand: list[str]
    deadline: str
    in_time_on_paper: str
    """When a complaint on paper must be handed in; empty for all else."""
    goes_to: str
    special: list[str]
    follows: list[str]


def page(offered: Offered, municipality: Municipality, language: Language, today: date) -> Page:
    """What the page tells, in this municipality and today."""
    journey, about = offered
    values = facts(municipality, language, today)
    runs_out = journey.sort == "appeal"
    return Page(
        does=language.text(about.does),
        lead=language.text(journey.lead),
        minutes=offered.minutes,
        for_whom=[language.text(one, **values) for one in about.for_whom],
        at_hand=[language.text(one, **values) for one in about.at_hand],
        deadline=explained(appeal_deadline(Known(), today), language) if runs_out else "",
        in_time_on_paper=_on_paper(municipality, language, today) if runs_out else "",
        goes_to=goes_to(journey, municipality, language),
        special=special(journey, municipality, language),
        follows=next_steps(municipality, journey.sort, today, language),
    )


def _on_paper(municipality: Municipality, language: Language, today: date) -> str:
    return how_in_time("paper", today, language, by_post=municipality.takes_post)
