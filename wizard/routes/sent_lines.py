"""What a case that is in tells on its receipt and its own page, as finished text in the reader's language."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from forms.journeys.registry import journey
from forms.language import N_
from forms.marks import lacks_paper
from forms.ties import AUTHORIZATION_SENT, PARTLY_WITHDRAWN, PARTLY_WITHDRAWN_FROM, WITHDRAWN, WITHDRAWN_FROM
from wizard.cases.following import Sent
from wizard.cases.standing import (
    GIVEN_BACK,
    PAPER_PROMISED,
    Happened,
    from_later_day,
    office_looks,
    takes_scan,
)
from wizard.routes.by_another import another_did
from wizard.routes.came_lines import came_at, happened_at, told_of
from wizard.routes.case_lines import SENT_BY_ANOTHER, happened, named, own_status, routed
from wizard.routes.event_lines import shown
from wizard.routes.here import language, signs, tools
from wizard.routes.signed_page import picture_sent, takes_picture

SENT = N_("Du har sendt %(form)s")
DONE = {"supplement": N_("Du har sendt mer til saken")}
"""What was done by sending, where it is more than sending a form."""


@dataclass(frozen=True)
class EventLine:
    text: str
    when: str


@dataclass(frozen=True)
class SentLine:
    """A case that is in, for its receipt and its page."""

    id: UUID
    title: str
    form: str
    """What the form is called, such as "the application"."""
    done: str
    """What its writer has done by sending it."""
    reference: str
    submitted: str
    status: str
    events: list[EventLine]
    awaits_paper: bool
    withdrawn: bool
    partly_withdrawn: bool
    routed: str
    """Where it was sent on to, and that its day is kept; empty where it was not."""
    signed_paper_sent: bool
    """Whether a picture of what was signed by hand has come, and the office has not said yet that it is good."""
    office_looks: bool
    """Whether what was signed by hand is scanned at the counter, and the office has not said yet that it is good."""
    takes_scan: bool
    """Whether a helper may put in what was signed by hand, for the first time or in a wrong one's place."""
    takes_picture: bool
    """Whether its owner may send a picture of what they signed by hand from here."""
    lacks: str
    """The key of the mark for the paper that its writer still owes; empty where they owe none."""


Said = Callable[[tuple[Happened, ...], str], str]
"""How the reader is told how it stands, from what happened and what the form is called."""


def sent_line(found: Sent, said: Said = own_status) -> SentLine:
    form = named(found.case)
    return SentLine(
        id=found.case.id,
        title=language().text(journey(found.case.journey).title),
        form=form,
        done=language().text(_done(found), form=form),
        reference=found.case.reference,
        submitted=came_at(found.received_at, found.events),
        status=said(found.events, form),
        events=[
            EventLine(happened(event, form), happened_at(event))
            for event in told_of(found.events)
            if shown(event)
        ],
        awaits_paper=found.awaits_paper and not _promised_by_another(found),
        withdrawn=_has(found.events, WITHDRAWN, WITHDRAWN_FROM) or _has(found.events, GIVEN_BACK, ""),
        partly_withdrawn=_has(found.events, PARTLY_WITHDRAWN, PARTLY_WITHDRAWN_FROM),
        routed=routed(found.events),
        signed_paper_sent=picture_sent(found),
        office_looks=office_looks(event.kind for event in found.events),
        takes_scan=takes_scan(found.events),
        takes_picture=takes_picture(found),
        lacks=_lacks(found),
    )


def _lacks(found: Sent) -> str:
    settled = _has(found.events, WITHDRAWN, "") or _has(found.events, AUTHORIZATION_SENT, "")
    return "" if settled else lacks_paper(found.marks)


def _promised_by_another(found: Sent) -> bool:
    """Whoever reads need not hand in the paper that another signs, or said would come."""
    return _did_another(found, PAPER_PROMISED)


def _done(found: Sent) -> str:
    another = signs() or _did_another(found, "submitted")
    return SENT_BY_ANOTHER if another else DONE.get(found.case.journey, SENT)


def _did_another(found: Sent, kind: str) -> bool:
    """Whether somebody else who writes did it; whoever only signs does nothing in their stead."""
    writers = {found.case.owner_id, found.case.author_id}
    return any(
        event.kind == kind and event.actor_id in writers and another_did(event) for event in found.events
    )


def _has(events: tuple[Happened, ...], at_once: str, from_day: str) -> bool:
    """Whether it is taken back by now: at once, or from a later day that has come."""
    day = from_later_day(events, from_day)
    return any(event.kind == at_once for event in events) or (day is not None and day <= tools().today())
