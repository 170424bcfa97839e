"""What the citizen is told of what happens now: by what was sent, by where it is, and by who has it."""

from typing import NamedTuple

from forms.journey import Walk
from forms.journeys.registry import journey
from forms.language import N_, OSLO
from forms.law.explained import how_in_time
from forms.next_steps import next_steps, promised
from forms.sort import Sort
from forms.tracks import COMPLAINTS, away
from wizard.cases.following import Sent
from wizard.cases.standing import routed_to
from wizard.routes.here import language, municipality

WITH_OTHERS = N_("De som har fått klagen, tar kontakt med deg. Spør %(office)s hvis du lurer på noe.")


class WhatNext(NamedTuple):
    sort: Sort
    steps: list[str]
    promised: list[str]
    afterwards: list[str]
    in_time_on_paper: str = ""
    """When a complaint that is signed on paper must be handed in; empty where no deadline of ours runs."""


def what_next(found: Sent, walk: Walk | None) -> WhatNext:
    """As the municipality says it, where the case still is with the office that it was sent to."""
    place, track = municipality(), routed_to(found.events)
    if away(track):
        return WhatNext("message", [language().text(WITH_OTHERS, office=place.office.name)], [], [])
    sort = journey(track if track in COMPLAINTS else found.case.journey).sort
    elsewhere = walk is not None and walk.journey.elsewhere(walk.now)
    day = found.received_at.astimezone(OSLO).date()
    return WhatNext(
        sort,
        [] if elsewhere else next_steps(place, sort, day, language()),
        promised(place, sort, language()),
        list(walk.journey.afterwards(walk.now)) if walk and not track else [],
        how_in_time("paper", day, language(), by_post=place.takes_post)
        if sort == "appeal" and not elsewhere
        else "",
    )
