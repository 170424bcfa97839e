"""When and how a case came in, as finished text: what came on paper has a day, and no time of day."""

from datetime import date, datetime

from forms.language import N_, OSLO
from forms.marks import ON_PAPER
from forms.ties import TAKEN_BACK
from wizard.cases.standing import GOES, REGISTERED, STAYS, Happened
from wizard.cases.tied import Tied
from wizard.routes.here import language

CAME_ON_PAPER = N_("%(form)s kom på papir %(date)s. Kontoret har registrert det.")
BEFORE_REGISTERED = {"started", "submitted"}
"""What is no news of a case that came on paper: it was sent by post, and its day is told with ``REGISTERED``."""


def came_on_paper(event: Happened, form: str) -> str:
    """How its owner is told that it was registered."""
    said = language().text(CAME_ON_PAPER, form=form, date=language().date(date.fromisoformat(event.detail)))
    return said[:1].upper() + said[1:]


def came_at(at: datetime, events: tuple[Happened, ...]) -> str:
    """When it came in: what came on paper has a day, and no time of day."""
    day = next((event.detail for event in events if event.kind == REGISTERED), "")
    return language().date(date.fromisoformat(day)) if day else language().moment(at)


def happened_at(event: Happened) -> str:
    """What was taken back on paper was so when it came, not when it was registered."""
    day = _day(event.detail) if event.kind in TAKEN_BACK else None
    return language().date(day) if day else language().moment(event.at)


def _day(detail: str) -> date | None:
    """The detail as a day; None where it tells none."""
    try:
        return date.fromisoformat(detail)
    except ValueError:
        return None


def tied_at(tied: Tied) -> str:
    """As ``came_at``, of a case that hangs together with another."""
    at = tied.received_at
    return language().date(at.astimezone(OSLO).date()) if ON_PAPER in tied.marks else language().moment(at)


def told_of(events: tuple[Happened, ...]) -> list[Happened]:
    """The events that are news to the case's owner."""
    on_paper = any(event.kind == REGISTERED for event in events)
    told = [event for event in events if event.kind not in {GOES, STAYS}]  # of the draft that it was
    return [event for event in told if not (on_paper and event.kind in BEFORE_REGISTERED)]
