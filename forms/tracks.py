"""Where a complaint that came in as another kind belongs: the office sends it on, and nobody is refused."""

from typing import NamedTuple

from forms.language import N_, Language
from forms.municipality import Municipality

COMPLAINTS = ("appeal", "service_complaint")
"""The journeys whose cases can be sent on."""


class Track(NamedTuple):
    """Source texts: ``to`` where it goes, as the office chooses it; ``told`` that, as its writer reads it."""

    to: str
    told: str


TRACKS = {
    "appeal": Track(
        N_("Klage på et svar"),
        N_("Kontoret behandler det du sendte, som en klage på et svar."),
    ),
    "service_complaint": Track(
        N_("Klage på hvordan hjelpen blir gitt"),
        N_("Kontoret behandler det du sendte, som en klage på hvordan hjelpen blir gitt."),
    ),
    "department": Track(
        N_("En annen avdeling i kommunen"), N_("Kontoret har sendt klagen videre til en annen avdeling.")
    ),
    "nav": Track(N_("NAV"), N_("Kontoret har sendt klagen videre til NAV.")),
    "child_welfare": Track(N_("Barnevernet"), N_("Kontoret har sendt klagen videre til barnevernet.")),
    "hospital": Track(N_("Sykehuset"), N_("Kontoret har sendt klagen videre til sykehuset.")),
    "county_governor": Track(
        N_("Statsforvalteren (be om tilsyn)"), N_("Kontoret har sendt klagen videre til %(governor)s.")
    ),
}
"""By id, which is kept with the case and tells nothing of anybody."""

KEPT = N_("Du trenger ikke sende den på nytt. Dagen den kom hit første gang, teller for fristen.")


def tracks_from(journey: str, now: str = "") -> dict[str, Track]:
    """Where a case of that journey can be sent: anywhere but where it is; nowhere where it is no complaint.

    ``now`` is where it was sent on to last.
    """
    if journey not in COMPLAINTS:
        return {}
    return {id_: track for id_, track in TRACKS.items() if id_ != (now or journey)}


def away(track: str) -> bool:
    """Whether somebody else than the office has it now."""
    return track in TRACKS and track not in COMPLAINTS


def told(track: str, place: Municipality, language: Language) -> str:
    """Where it went, in a sentence for its writer."""
    return language.text(TRACKS[track].told, governor=place.county_governor)
