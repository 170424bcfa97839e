"""An end as it is in one municipality: what is offered there, and where else to turn."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from forms.guide.doors import Door
from forms.guide.facts import facts
from forms.guide.local import goes_to, special
from forms.guide.nodes import End
from forms.guide.offer import Offered, offered
from forms.language import N_, Language
from forms.law.deadline import Known, appeal_deadline
from forms.law.explained import explained
from forms.law.references import places
from forms.municipality import Municipality

NOT_HERE = N_("Det skjemaet finnes ikke her. %(office)s hjelper deg videre.")
SERVICES_NOT_HERE = N_("Søknad om andre tjenester finnes ikke her. %(office)s hjelper deg å søke.")
CALL = N_("Ring %(phone)s, og spør etter %(office)s.")
TALK = N_("Snakk med %(office)s")
SAY_IT_HERE = N_("Du kan også si det til %(office)s. Skal noen andre ha det, sender de det videre.")

ASIDE_NOT_HERE = N_("Trenger du også helsehjelp fra kommunen, hjelper %(office)s deg å søke.")
SERVICES = "care_services"


@dataclass(frozen=True)
class Way:
    """All texts are finished."""

    title: str
    says: list[str]
    deadline: str
    goes_to: str
    """Who gets what is sent here, in a sentence; empty where nothing is, or where forms go to different offices."""
    special: list[str]
    journeys: tuple[Offered, ...]
    anyway: tuple[Offered, ...]
    doors: tuple[Door, ...]
    office: bool
    """Whether to show how the municipality's office is reached."""
    law: list[str]


def way(end: End, municipality: Municipality, language: Language, today: date) -> Way:
    """The way on from this end, here and today."""
    values = facts(municipality, language, today)
    here, anyway = offered(municipality, end.journeys), offered(municipality, end.anyway)
    instead = _instead(end, municipality, values)
    first = here[0].journey if here else None
    return Way(
        title=title(end, municipality, language),
        says=[
            language.text(one, **values) for one in (*_says(end, municipality), *_aside(end, here), *instead)
        ],
        deadline=_deadline(end, language, today),
        goes_to=_goes_to(end, here, municipality, language),
        special=special(first, municipality, language)
        if first and end.track and not end.awaits_answer
        else [],
        journeys=here,
        anyway=anyway,
        doors=end.doors,
        office=end.office or bool(instead),
        law=[place.shown(language) for topic in end.topics for place in places(topic, today)],
    )


def title(end: End, municipality: Municipality, language: Language) -> str:
    """What it is called here: whom to talk with, where it would promise a form that is not offered."""
    promises = _lacks(end, municipality) and not end.doors
    return language.text(TALK if promises else end.title, office=municipality.office.name)


def _lacks(end: End, municipality: Municipality) -> bool:
    return bool(end.journeys) and not offered(municipality, end.journeys)


def _says(end: End, municipality: Municipality) -> tuple[str, ...]:
    return (end.else_says if _lacks(end, municipality) else ()) or end.says


def _aside(end: End, here: tuple[Offered, ...]) -> tuple[str, ...]:
    return end.says_where_offered if _first_is(end, here) else ()


def _first_is(end: End, here: tuple[Offered, ...]) -> bool:
    return end.journeys[:1] == tuple(one.journey.slug for one in here)[:1]


def _instead(end: End, municipality: Municipality, values: Mapping[str, str]) -> tuple[str, ...]:
    """What is said where the municipality offers nothing, or not the first, of what the end leads to."""
    first = _first_is(end, offered(municipality, end.journeys))
    if end.says_where_offered and not first:
        return (ASIDE_NOT_HERE, CALL) if values["phone"] else (ASIDE_NOT_HERE,)
    if _lacks(end, municipality):
        return (NOT_HERE, CALL) if values["phone"] else (NOT_HERE,)
    if end.journeys[:1] == (SERVICES,) and not first:
        return (SERVICES_NOT_HERE,)
    return (SAY_IT_HERE,) if end.anyway and not offered(municipality, end.anyway) else ()


def _goes_to(end: End, here: tuple[Offered, ...], municipality: Municipality, language: Language) -> str:
    to = {goes_to(one.journey, municipality, language, awaits_answer=end.awaits_answer) for one in here}
    return to.pop() if len(to) == 1 else ""


def _deadline(end: End, language: Language, today: date) -> str:
    if end.deadline is None:
        return ""
    return explained(appeal_deadline(Known(decided_by=end.deadline), today), language)
