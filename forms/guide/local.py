"""What is special in a municipality about a journey, and who gets it there: sentences from its data."""

from collections.abc import Callable, Iterator, Mapping

from forms.language import N_, Language
from forms.municipality import Municipality

APPLICATIONS = ("coordination", "care_services")

Say = Callable[[Municipality], Iterator[tuple[str, dict[str, str]]]]
"""Source texts with their values."""


def _application(place: Municipality) -> Iterator[tuple[str, dict[str, str]]]:
    policy = place.proxy_policy
    if policy.require_written_authorization:
        yield (
            N_("Søker du for en annen voksen, ber kommunen om skriftlig fullmakt. Du kan sende den etterpå."),
            {},
        )
    if policy.relative_may_describe:
        yield N_("En pårørende kan fortelle om behovet for deg. Kommunen ber ikke om fullmakt til det."), {}
    if policy.accept_relative_when_unable:
        yield (
            N_("Klarer ikke personen selv å si ja, kan en pårørende eller verge gjøre det i søknaden."),
            {},
        )
    if place.describe_need_only:
        yield (
            N_("Her søker du ikke om en bestemt tjeneste. Fortell om behovet, så finner kontoret hjelpen."),
            {},
        )


def _coordination(place: Municipality) -> Iterator[tuple[str, dict[str, str]]]:
    yield from _application(place)
    if place.coordinator_wish:
        yield N_("Du kan ønske deg en bestemt person som koordinator. Tjenesten det gjelder, velger."), {}


def _notification(place: Municipality) -> Iterator[tuple[str, dict[str, str]]]:
    if "follow_up_team" in place.notification.types:
        yield N_("Her kan du også melde behov for et oppfølgingsteam."), {}
    if place.notification.copy_to:
        yield N_("%(unit)s får en kopi av meldingen."), {"unit": place.notification.copy_to}


def _appeal(place: Municipality) -> Iterator[tuple[str, dict[str, str]]]:
    if place.appeal.ask_understood:
        yield (
            N_("Er svaret vanskelig å forstå, kan du spørre saksbehandleren som har skrevet under."),
            {},
        )
    for helper in place.appeal.help_to_write:
        yield N_("%(helper)s hjelper deg å skrive klagen."), {"helper": helper}


def _service_complaint(place: Municipality) -> Iterator[tuple[str, dict[str, str]]]:
    if "coordinator" in place.service_complaint.send_to:
        yield N_("Du kan sende klagen til kommunen, eller rett til koordinatoren din."), {}
    if place.service_complaint.anonymous:
        yield N_("Du kan klage uten å si hvem du er. Da kan ikke kommunen svare deg."), {}


_SPECIAL: Mapping[str, Say] = {
    "coordination": _coordination,
    "care_services": _application,
    "notification": _notification,
    "appeal": _appeal,
    "service_complaint": _service_complaint,
}


def special(slug: str, place: Municipality, language: Language) -> list[str]:
    """What to know about the journey in this municipality, as finished sentences."""
    say = _SPECIAL.get(slug)
    return [language.text(text, **values) for text, values in say(place)] if say else []


def recipient(slug: str, place: Municipality, language: Language) -> str:
    """Who gets what is sent."""
    if slug == "appeal" and place.appeal.send_to == "answering_department":
        return language.text(N_("Avdelingen som ga deg svaret"))
    return place.office.name
