"""What happened to a case where another did it than whoever reads: a proxy for its owner, or the owner for a proxy."""

from datetime import date
from uuid import UUID

from forms.language import N_
from forms.ties import (
    AUTHORIZATION_SENT,
    CONSENT_TAKEN_BACK,
    PARTLY_WITHDRAWN,
    PARTLY_WITHDRAWN_FROM,
    SIGNED_PAPER_SENT,
    SUPPLEMENTED,
    WITHDRAWN,
    WITHDRAWN_FROM,
)
from wizard.cases.acting import at_an_office, name_of
from wizard.cases.standing import (
    GIVEN_BACK,
    PAPER_PROMISED,
    TAKEN_OVER,
    Happened,
    awaits_paper,
    office_looks,
    standing,
)
from wizard.routes.here import case, language, tools, visitor

HAPPENED = {
    "started": N_("%(name)s begynte på %(form)s"),
    "signed": N_("%(name)s skrev under"),
    PAPER_PROMISED: N_("%(name)s valgte å skrive under på papir"),
    "submitted": N_("%(name)s sendte %(form)s"),
    TAKEN_OVER: N_("%(name)s tok over utfyllingen"),
    GIVEN_BACK: N_("%(name)s ville ikke ha fullmakten lenger"),
}
TAKEN_BACK = {
    PARTLY_WITHDRAWN: N_("%(name)s trakk en del av %(form)s"),
    WITHDRAWN: N_("%(name)s trakk %(form)s"),
    CONSENT_TAKEN_BACK: N_("%(name)s trakk samtykket som sto i %(form)s"),
    WITHDRAWN_FROM: N_("%(name)s har trukket %(form)s fra %(date)s"),
    PARTLY_WITHDRAWN_FROM: N_("%(name)s har trukket en del av %(form)s fra %(date)s"),
}
"""Whom a yes is about may take it back in a case of their own, and write in none of its giver's."""
SENT_LATER = {
    SUPPLEMENTED: N_("%(name)s sendte mer til saken"),
    AUTHORIZATION_SENT: N_("%(name)s sendte papiret som viser hvem som kan handle for en annen"),
    SIGNED_PAPER_SENT: N_("%(name)s sendte arket som er skrevet under"),
}
"""What somebody else sent to the case: told to its owner alone, who can read it."""
STATUS = {
    "submitted": N_("Kommunen har fått %(form)s. Dokumentene lages nå."),
    "documents_made": N_("Kommunen har fått %(form)s. Dokumentene er klare."),
    WITHDRAWN: TAKEN_BACK[WITHDRAWN],
}
FROM_LATER_DAY = (WITHDRAWN_FROM, PARTLY_WITHDRAWN_FROM)
LACKS_PAPER = N_("Underskriften på papir mangler.")
OFFICE_LOOKS = N_("Venter på at kontoret ser på underskriften")
DECIDES = {WITHDRAWN: WITHDRAWN, "submitted": "submitted", "documents_made": "submitted"}
"""By which event it is told who did what the status tells."""


def happened_by_another(event: Happened, form: str) -> str:
    """One event, as its page tells it; empty where the reader did it, or nobody, or somebody who only signs."""
    if event.kind in TAKEN_BACK and _another_citizen_did(event):
        return _told(TAKEN_BACK[event.kind], event, form)
    if event.kind in SENT_LATER and _another_citizen_did(event):
        return _told(SENT_LATER[event.kind], event, form)
    if event.kind not in HAPPENED or not another_did(event) or event.actor_id not in _writers():
        return ""
    return _told(HAPPENED[event.kind], event, form)


def status_by_another(events: tuple[Happened, ...], form: str) -> str:
    """How the case stands; empty where nothing of it was done by another."""
    kinds = [event.kind for event in events]
    stands = standing(kinds)
    decided = next((event for event in reversed(events) if event.kind == DECIDES.get(stands)), None)
    if decided is None or not another_did(decided):
        return "" if stands == WITHDRAWN else _rest_stands(events, form)
    if awaits_paper(kinds):
        return language().text(lacks_paper(kinds))
    return _told(STATUS[stands], decided, form)


def lacks_paper(kinds: list[str]) -> str:
    """How it stands with a signature on paper that is waited for."""
    return OFFICE_LOOKS if office_looks(kinds) else LACKS_PAPER


def _rest_stands(events: tuple[Happened, ...], form: str) -> str:
    """What another took back last of what is the reader's own, where something is left of it."""
    last = next((event for event in reversed(events) if event.kind in TAKEN_BACK), None)
    beside = last is None or last.kind == CONSENT_TAKEN_BACK or not _another_citizen_did(last)
    return "" if last is None or beside else _told(TAKEN_BACK[last.kind], last, form)


def another_did(event: Happened) -> bool:
    """Whether somebody else did it than the citizen who reads."""
    reader = visitor()
    return not reader.staff and event.actor_id not in {None, reader.account_id}


def _another_citizen_did(event: Happened) -> bool:
    """As ``another_did``, but for what staff wrote down, which is told of as the office's."""
    return another_did(event) and not (event.actor_id and at_an_office(tools(), event.actor_id))


def _writers() -> set[UUID]:
    return {case().owner_id, case().author_id}


def _told(text: str, event: Happened, form: str) -> str:
    name = name_of(tools(), event.actor_id) if event.actor_id else ""
    day = language().date(date.fromisoformat(event.detail)) if event.kind in FROM_LATER_DAY else ""
    return language().text(text, name=name, form=form, date=day)
