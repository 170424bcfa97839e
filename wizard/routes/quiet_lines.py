"""What is told of a yes that somebody who hides took back: that it holds no longer, from when, and nothing of whom."""

from datetime import date

from forms.language import N_
from forms.ties import (
    CONSENT_TAKEN_BACK,
    PARTLY_WITHDRAWN,
    PARTLY_WITHDRAWN_FROM,
    WITHDRAWN,
    WITHDRAWN_FROM,
)
from wizard.cases.quiet import event_is_quiet
from wizard.cases.standing import Happened
from wizard.routes.here import language, tools, visitor

TOLD = {
    PARTLY_WITHDRAWN: N_("En del av %(form)s gjelder ikke lenger"),
    WITHDRAWN: N_("Samtykket gjelder ikke lenger"),
    CONSENT_TAKEN_BACK: N_("Samtykket som sto i %(form)s, gjelder ikke lenger"),
    WITHDRAWN_FROM: N_("Samtykket gjelder ikke fra %(date)s"),
    PARTLY_WITHDRAWN_FROM: N_("En del av %(form)s gjelder ikke fra %(date)s"),
}


def quiet_event(event: Happened, form: str) -> str:
    """One event, as whoever must not know who did it reads it; empty for any other."""
    reader = visitor()
    if event.kind not in TOLD or reader.staff or not event_is_quiet(tools(), event.number, reader.account_id):
        return ""
    later = event.kind in {WITHDRAWN_FROM, PARTLY_WITHDRAWN_FROM}
    day = language().date(date.fromisoformat(event.detail)) if later else ""
    return language().text(TOLD[event.kind], form=form, date=day)


def quiet_status(events: tuple[Happened, ...], form: str) -> str:
    """How the case stands, where that was done by somebody who hides; empty where it was not."""
    last = next((event for event in reversed(events) if event.kind in TOLD), None)
    return quiet_event(last, form) if last else ""
