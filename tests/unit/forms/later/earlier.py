"""What somebody has sent before, and walks about it."""

from dataclasses import replace
from datetime import date

from forms.journeys.registry import journey
from forms.marks import NO_AUTHORIZATION
from forms.naming import APPEAL, MESSAGE, SUPPLEMENT
from forms.situation import SentCase
from forms.walk import Walk
from tests.unit.forms.filling import first, walk_through
from tests.unit.forms.invented import HERE

SENT = date(2026, 11, 3)
APPLIED = SentCase("V-2222-2222", "coordination", SENT, title="Søknad om individuell plan")
LACKING = replace(APPLIED, reference="V-3333-3333", marks=(NO_AUTHORIZATION,))
HIDDEN = replace(APPLIED, reference="V-4444-4444", restricted=True)
GONE = replace(APPLIED, reference="V-5555-5555", withdrawn=True)
UNSIGNED = replace(APPLIED, reference="V-AAAA-AAAA", awaits_paper=True)
APPEALED = SentCase("V-6666-6666", "appeal", SENT, title="Klage på svar", naming=APPEAL)
COMPLAINED = SentCase("V-7777-7777", "service_complaint", SENT, title="Klage på hjelpen", naming=APPEAL)
ADDED = SentCase("V-8888-8888", "supplement", SENT, title="Ettersending", naming=SUPPLEMENT)
TOOK_BACK = SentCase("V-9999-9999", "withdrawal", SENT, title="Trekke", naming=MESSAGE)
EVERYTHING = (APPLIED, LACKING, HIDDEN, GONE, UNSIGNED, APPEALED, COMPLAINED, ADDED, TOOK_BACK)
MAY_BE_TAKEN_BACK = (APPLIED, LACKING, HIDDEN, UNSIGNED, APPEALED, COMPLAINED)

LOOKING_BACK = replace(HERE, sent=EVERYTHING)


def walked(slug: str, about: SentCase | None = None, **wanted: str) -> Walk:
    """All answered, with these answers; without a case it is one that only words point at."""
    case = about.reference if about else "unlisted"
    usual = {"earlier_case": case, "address_protected": "no", "submitter_role": "self"}
    return walk_through(journey(slug), LOOKING_BACK, first(usual | wanted))


def slugs(walk: Walk) -> list[str]:
    return [step.slug for step in walk.path]


def told(walk: Walk, slug: str) -> list[str]:
    """What that step tells before it asks."""
    step = walk.step(slug)
    assert step
    return list(step.told(walk.now))


def notes(walk: Walk) -> dict[str, str]:
    return {note.label: note.value for note in walk.journey.notes(walk.now)}
