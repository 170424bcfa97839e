"""What is told on the way, on the receipt and in the letter of a complaint on how the help is given."""

from collections.abc import Iterator

from forms.guide.doors import GOVERNOR, UKOM
from forms.journeys.service_complaint import circumstances as are
from forms.language import N_
from forms.law.explained import in_words
from forms.law.recipients import serious_incident_recipients
from forms.law.rules import APPEAL_WEEKS, SERIOUS_INCIDENT_RECIPIENTS
from forms.situation import Situation


def whom_to_report_to(situation: Situation) -> list[str]:
    """Who takes reports of serious incidents on this day, Statsforvalteren by its own name here."""
    return serious_incident_recipients(situation.municipality, situation.language, situation.law_day)


def _sites(situation: Situation) -> list[str]:
    """Where each of them is found on the web; empty where that is not known."""
    known = {"Statsforvalteren": GOVERNOR.host, UKOM.name: UKOM.host}
    return [known.get(one, "") for one in SERIOUS_INCIDENT_RECIPIENTS.on(situation.law_day).value]


def help_now(situation: Situation) -> Iterator[str]:
    """A complaint brings nobody tonight: whom to call first."""
    text, office = situation.language.text, situation.municipality.office
    if office.phone:
        yield text(
            N_("Trenger du hjelp nå, ringer du først. %(office)s svarer på %(phone)s."),
            office=office.name,
            phone=office.phone,
        )
    if office.phone and office.phone_hours:
        yield text(N_("Telefontid %(hours)s"), hours=office.phone_hours)
    yield text(
        N_("Svarer ingen, og det haster, ringer du legevakten på 116117. Er det fare for liv, ringer du 113.")
    )


def own_way(situation: Situation) -> Iterator[str]:
    """After a serious incident: whom else to tell, without leaving this form."""
    if not are.serious(situation):
        return
    text = situation.language.text
    yield text(N_("Når noen er alvorlig skadet eller døde, kan du også melde fra direkte til disse:"))
    for name, site in zip(whom_to_report_to(situation), _sites(situation), strict=True):
        yield f"{name}, {site}" if site else name
    yield text(N_("Du kan sende klagen her i tillegg. Trenger noen hjelp med en gang, ringer du 113."))


def governor_decides(situation: Situation) -> Iterator[str]:
    if are.may_be_rights(situation):
        yield situation.language.text(
            N_(
                "Er kommunen uenig med deg, sender den klagen videre til %(governor)s. Du trenger ikke klage på nytt."
            ),
            governor=situation.municipality.county_governor,
        )


def weeks_for_rights(situation: Situation) -> Iterator[str]:
    """Pasient- og brukerrettighetsloven § 7-5. It stops nothing: a late one is sent all the same."""
    if are.may_be_rights(situation):
        weeks = APPEAL_WEEKS["health_and_care"].on(situation.law_day).value
        yield situation.language.text(
            N_(
                "For det du har rett til, er fristen %(weeks)s uker fra du visste nok til å klage."
                " Har det gått lengre tid, kan du klage likevel."
            ),
            weeks=in_words(weeks, situation.language),
        )


def not_here(situation: Situation) -> Iterator[str]:
    """How to stay anonymous, where the municipality takes that: not here, where everybody is logged in."""
    yield from governor_decides(situation)
    yield from weeks_for_rights(situation)
    place = situation.municipality
    if not place.service_complaint.anonymous:
        return
    text = situation.language.text
    yield text(N_("Her er du logget inn, så klagen får navnet ditt."))
    if place.office.phone:
        yield text(N_("Vil du være anonym, kan du ringe %(phone)s."), phone=place.office.phone)
    where = ", ".join(place.paper_address)
    yield text(N_("Du kan også skrive på papir uten navn, og sende det til: %(address)s."), address=where)


def afterwards(situation: Situation) -> Iterator[str]:
    if are.to_coordinator(situation):
        office = situation.municipality.office.name
        said = N_("Klagen går til koordinatoren din. %(office)s gir den videre.")
        yield situation.language.text(said, office=office)
    yield from governor_decides(situation)
    yield from help_now(situation)
