"""What happened to a citizen's case where staff wrote down what they were told: no page says the citizen did it."""

from forms.language import N_
from forms.ties import (
    CONSENT_TAKEN_BACK,
    PARTLY_WITHDRAWN,
    PARTLY_WITHDRAWN_FROM,
    WITHDRAWN,
    WITHDRAWN_FROM,
)
from wizard.cases.acting import at_an_office
from wizard.cases.standing import NOTED_DOWN, Happened, standing
from wizard.routes.here import language, tools, visitor

HAPPENED = {
    "started": N_("Kontoret begynte på %(form)s"),
    NOTED_DOWN: N_("Kontoret skrev ned det de fikk vite"),
    "submitted": N_("Kontoret la %(form)s i saken"),
    PARTLY_WITHDRAWN: N_("Kontoret skrev ned at en del av %(form)s er trukket"),
    WITHDRAWN: N_("Kontoret skrev ned at %(form)s er trukket"),
    CONSENT_TAKEN_BACK: N_("Kontoret skrev ned at samtykket i %(form)s er trukket"),
}
FROM_LATER_DAY = {
    WITHDRAWN_FROM: N_("Kontoret skrev ned at %(form)s er trukket fra %(date)s"),
    PARTLY_WITHDRAWN_FROM: N_("Kontoret skrev ned at en del av %(form)s er trukket fra %(date)s"),
}
STATUS = {
    WITHDRAWN: HAPPENED[WITHDRAWN],
    "submitted": N_("Kontoret har skrevet ned det de fikk vite. Dokumentene lages nå."),
    "documents_made": N_("Kontoret har skrevet ned det de fikk vite. Dokumentene er klare."),
    "delivered": N_("Kontoret har skrevet ned det de fikk vite"),
}


def happened_at_office(event: Happened, form: str) -> str:
    """One event, as its page tells it; empty where no staff did it."""
    return _told(HAPPENED[event.kind], form) if event.kind in HAPPENED and _by_staff(event) else ""


def status_by_office(events: tuple[Happened, ...], form: str) -> str:
    """How the case stands; empty where it was not written down by staff."""
    stands = standing(event.kind for event in events)
    wanted = WITHDRAWN if stands == WITHDRAWN else NOTED_DOWN
    decided = any(event.kind == wanted and _by_staff(event) for event in events)
    if decided and stands in STATUS:
        return _told(STATUS[stands], form)
    if stands != WITHDRAWN and any(event.kind == PARTLY_WITHDRAWN and _by_staff(event) for event in events):
        return _told(HAPPENED[PARTLY_WITHDRAWN], form)
    return ""


def later_day_at_office(events: tuple[Happened, ...], kind: str) -> str:
    """What is told of the last of that kind, as a source text; empty where no staff wrote it down."""
    told = [event for event in events if event.kind == kind]
    return FROM_LATER_DAY[kind] if told and _by_staff(told[-1]) else ""


def _by_staff(event: Happened) -> bool:
    return event.actor_id not in {None, visitor().account_id} and at_an_office(tools(), event.actor_id)


def _told(text: str, form: str) -> str:
    return language().text(text, form=form)
