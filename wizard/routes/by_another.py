"""What happened to a case where another did it than whoever reads: a proxy for its owner, or the owner for a proxy."""

from uuid import UUID

from forms.language import N_
from forms.ties import PARTLY_WITHDRAWN, WITHDRAWN
from wizard.cases.acting import name_of
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
    PARTLY_WITHDRAWN: N_("%(name)s trakk en del av %(form)s"),
    WITHDRAWN: N_("%(name)s trakk %(form)s"),
}
STATUS = {
    "submitted": N_("Kommunen har fått %(form)s. Dokumentene lages nå."),
    "documents_made": N_("Kommunen har fått %(form)s. Dokumentene er klare."),
    WITHDRAWN: HAPPENED[WITHDRAWN],
}
LACKS_PAPER = N_("Underskriften på papir mangler.")
OFFICE_LOOKS = N_("Venter på at kontoret ser på underskriften")
DECIDES = {WITHDRAWN: WITHDRAWN, "submitted": "submitted", "documents_made": "submitted"}
"""By which event it is told who did what the status tells."""


def happened_by_another(event: Happened, form: str) -> str:
    """One event, as its page tells it; empty where the reader did it, or nobody, or somebody who only signs."""
    if event.kind not in HAPPENED or not another_did(event) or event.actor_id not in _writers():
        return ""
    return _told(HAPPENED[event.kind], event, form)


def status_by_another(events: tuple[Happened, ...], form: str) -> str:
    """How the case stands; empty where nothing of it was done by another."""
    kinds = [event.kind for event in events]
    stands = standing(kinds)
    decided = next((event for event in reversed(events) if event.kind == DECIDES.get(stands)), None)
    if decided is None or not another_did(decided):
        return ""
    if awaits_paper(kinds):
        return language().text(lacks_paper(kinds))
    return _told(STATUS[stands], decided, form)


def lacks_paper(kinds: list[str]) -> str:
    """How it stands with a signature on paper that is waited for."""
    return OFFICE_LOOKS if office_looks(kinds) else LACKS_PAPER


def another_did(event: Happened) -> bool:
    """Whether somebody else did it than the citizen who reads."""
    reader = visitor()
    return not reader.staff and event.actor_id not in {None, reader.account_id}


def _writers() -> set[UUID]:
    return {case().owner_id, case().author_id}


def _told(text: str, event: Happened, form: str) -> str:
    name = name_of(tools(), event.actor_id) if event.actor_id else ""
    return language().text(text, name=name, form=form)
