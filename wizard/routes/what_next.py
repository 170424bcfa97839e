"""What the citizen is told of what happens now: by what was sent, by where it is, and by who has it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from forms.blocks.circumstances import own_child, parents_decide, protected, represents
from forms.blocks.ground import told_of_scope
from forms.blocks.other_parent import told_of_other_parent
from forms.blocks.own_birth import told_under_age
from forms.blocks.safe_contact import gets_letters, told_safely
from forms.blocks.safe_place import told_young
from forms.journeys.registry import journey
from forms.language import N_, OSLO
from forms.law.explained import how_in_time
from forms.marks import lacks_paper
from forms.next_steps import next_steps, promised
from forms.representation.told import answered_to
from forms.sort import Sort
from forms.ties import AUTHORIZATION_SENT
from forms.tracks import COMPLAINTS, away, sent_on_to
from forms.walk import Walk
from wizard.cases.following import Sent
from wizard.cases.shielding import hides_earlier, open_beside_hidden
from wizard.cases.standing import AUTHORIZATION_GOOD, routed_to
from wizard.routes.here import language, municipality, participant, tools

WITH_OTHERS = N_("Det er de som har fått den nå, som svarer deg. Spør %(office)s hvis du lurer på noe.")

HIDES_EARLIER = N_(
    "Også det du har sendt før, ser bare noen få på kontoret fra nå. Du finner det fortsatt under «Mine saker»."
)
OPEN_BESIDE = N_("Denne saken kan alle på kontoret se. Noe du har sendt før, ser bare noen få.")
OPEN_OR_NOT = N_("Skal færre se denne saken, sender du mer til saken. Da spør vi deg på nytt.")
"""No word tells why: somebody may look over a shoulder."""

DECIDES = {
    True: N_("Noen ganger trenger flere å vite det samme for å hjelpe. Du bestemmer selv om de får dele."),
    False: N_(
        "Noen ganger trenger flere å vite det samme for å hjelpe. Den det gjelder, bestemmer om de får dele."
    ),
}
"""By whether whoever wrote it says yes to sharing themselves; nothing to a child, who cannot alone."""


class WhatNext(NamedTuple):
    sort: Sort
    steps: list[str]
    promised: list[str]
    afterwards: list[str]
    scope: tuple[str, ...] = ()
    """What a guardian is told whose mandate must be looked at first."""
    sharing: str = ""
    """Who decides whether services may share, where that is told."""
    in_time_on_paper: str = ""
    """When a complaint that is signed on paper must be handed in; empty where no deadline of ours runs."""


def what_next(found: Sent, walk: Walk | None) -> WhatNext:
    """As the municipality says it, where the case still is with the office that it was sent to."""
    place = municipality()
    track = sent_on_to(found.case.journey, routed_to(found.events))
    lasting = list(walk.journey.lasting(walk.now)) if walk else []
    young = list(told_young(walk.now)) if walk else []
    if away(track):
        theirs = language().text(WITH_OTHERS, office=place.office.name)
        return WhatNext("message", [*young, theirs], [], lasting)
    sort = journey(track if track in COMPLAINTS else found.case.journey).sort
    elsewhere = walk is not None and walk.journey.elsewhere(walk.now)
    day = found.received_at.astimezone(OSLO).date()
    own = walk if walk and not track else None
    steps = list(own.journey.steps_after(own.now)) if own else []
    counted = own is None or own.journey.deadline(own.now) is not None
    return WhatNext(
        sort,
        young if elsewhere else _steps(sort, young, steps or _usual(sort, day, walk)),
        [] if _instead(sort, young) or not _letters(walk) else promised(place, sort, language()),
        [
            *(() if elsewhere else _answered_to(found, sort, walk)),
            *(told_under_age(walk.now) if walk else ()),
            *(told_safely(walk.now) if walk else ()),
            *_for_writer(found, walk),
            *(own.journey.afterwards(own.now) if own else ()),
            *lasting,
        ],
        _scope(found, walk),
        _sharing(sort, walk),
        how_in_time("paper", day, language(), by_post=place.takes_post)
        if sort == "appeal" and counted and not elsewhere
        else "",
    )


def _answered_to(found: Sent, sort: Sort, walk: Walk | None) -> Iterator[str]:
    """Said once: where an authorization lacks, what is told of that says it too, and holds no more once it came."""
    lacked = lacks_paper(found.marks) or any(event.kind == AUTHORIZATION_GOOD for event in found.events)
    if walk and sort in {"application", "services"} and not lacked:
        yield from filter(None, (answered_to(walk.now),))


def _sharing(sort: Sort, walk: Walk | None) -> str:
    if sort not in {"application", "services"} or "consent" not in municipality().journeys:
        return ""
    if walk is not None and not represents(walk.now) and parents_decide(walk.now):
        return ""
    return language().text(DECIDES[walk is None or own_child(walk.now) or not represents(walk.now)])


def _steps(sort: Sort, young: list[str], usual: list[str]) -> list[str]:
    return young if _instead(sort, young) else [*young, *usual]


def _usual(sort: Sort, day: date, walk: Walk | None) -> list[str]:
    return next_steps(municipality(), sort, day, language(), letters=_letters(walk))


def _letters(walk: Walk | None) -> bool:
    """Whether a letter may be promised; how long it takes is told with one, too."""
    return walk is None or gets_letters(walk.now)


def _instead(sort: Sort, young: list[str]) -> bool:
    """Of an application the usual steps, and how long it takes, promise a letter; of a complaint they do not."""
    return bool(young) and sort in {"application", "services"}


def _for_writer(found: Sent, walk: Walk | None) -> Iterator[str]:
    """What only whoever wrote it for themselves or their child may read."""
    if walk is None or participant() is not None:
        return
    yield from told_of_other_parent(walk.now)
    if protected(walk.now) and hides_earlier(tools(), found.case, found.received_at):
        yield language().text(HIDES_EARLIER)
    elif open_beside_hidden(tools(), found.case, found.received_at):
        yield language().text(OPEN_BESIDE)
        yield language().text(OPEN_OR_NOT)


def _scope(found: Sent, walk: Walk | None) -> tuple[str, ...]:
    if walk is None or participant() is not None:
        return ()
    came = any(event.kind in {AUTHORIZATION_SENT, AUTHORIZATION_GOOD} for event in found.events)
    return () if came else tuple(told_of_scope(walk.now))
