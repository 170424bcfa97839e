"""Where a complaint that came in as another kind belongs: the office sends it on, and nobody is refused."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from forms.language import N_, Language
from forms.law.recipients import serious_incident_recipients
from forms.marks import NO_LETTER_HOME, PARENTS_NOT_TOLD, TO_MUNICIPALITY, TO_SENDER
from forms.municipality import Municipality

COMPLAINTS = ("appeal", "service_complaint")
MAY_HOLD_COMPLAINT = (*COMPLAINTS, "coordination", "care_services", "notification", "supplement")
"""The journeys whose cases can be sent on: whatever the form was meant for, somebody may complain in it."""
AS_IT_CAME = "as_it_came"
"""Back from where it was sent by mistake, for what is no complaint by its journey."""


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
        N_("En annen avdeling i kommunen"),
        N_("Kontoret har sendt det du skrev, videre til en annen avdeling."),
    ),
    "nav": Track(N_("NAV"), N_("Kontoret har sendt det du skrev, videre til NAV.")),
    "child_welfare": Track(N_("Barnevernet"), N_("Kontoret har sendt det du skrev, videre til barnevernet.")),
    "hospital": Track(N_("Sykehuset"), N_("Kontoret har sendt det du skrev, videre til sykehuset.")),
    "county_governor": Track(
        N_("Statsforvalteren (be om tilsyn)"),
        N_("Kontoret har sendt det du skrev, videre til %(governor)s. Der kan de undersøke det."),
    ),
    "serious_incident": Track(
        N_("Statsforvalteren og Ukom (alvorlig hendelse)"),
        N_("Kontoret har sendt det du skrev, videre til %(recipients)s."),
    ),
    TO_MUNICIPALITY: Track(
        N_("En annen kommune"),
        N_("Kontoret har sendt skjemaet videre til kommunen det hører til i."),
    ),
    TO_SENDER: Track(
        N_("Tilbake til avsenderen"),
        N_("Kontoret har sendt skjemaet tilbake, fordi det hører til i en annen kommune."),
    ),
    AS_IT_CAME: Track(
        N_("Tilbake til det skjemaet det kom som"), N_("Kontoret behandler det du sendte, slik det kom.")
    ),
}
"""By id, which is kept with the case and tells nothing of anybody."""

OF_PAPER = (TO_MUNICIPALITY, TO_SENDER)
"""For what came on paper alone, whatever it is: digitally one chooses the municipality first."""
KEPT = N_("Du trenger ikke sende det på nytt. Dagen det kom hit, står i dokumentet, og det følger med.")

SENT_BACK = N_("Du kan sende det til den kommunen. Lurer du på noe, hjelper vi deg gjerne.")


def tracks_from(
    journey: str, now: str = "", *, on_paper: bool = False, marks: Collection[str] = ()
) -> dict[str, Track]:
    """Where a case of that journey can be sent: anywhere but where it is; nowhere where it holds no complaint.

    ``now`` is where it was sent on to last. What came on paper may belong to another municipality, whatever it is; by
    ``marks`` that tell of somebody who hides it at home it is not sent back there.
    """
    here = now or _home(journey)
    offered = (
        [id_ for id_ in TRACKS if id_ not in (*OF_PAPER, AS_IT_CAME)] if journey in MAY_HOLD_COMPLAINT else []
    )
    offered += OF_PAPER if on_paper else ()
    back = [AS_IT_CAME] if offered and _home(journey) == AS_IT_CAME else []
    hides = TO_SENDER if {NO_LETTER_HOME, PARENTS_NOT_TOLD} & set(marks) else ""
    return {id_: TRACKS[id_] for id_ in (*offered, *back) if id_ not in {here, hides}}


def kept(track: str) -> str:
    """What its writer need not do once it is there, as a source text."""
    return SENT_BACK if track == TO_SENDER else KEPT


def sent_on_to(journey: str, track: str) -> str:
    """The track where the case is now; empty where it is what it came as, never sent on or come back."""
    return "" if track == _home(journey) else track


def away(track: str) -> bool:
    """Whether somebody else than the office has it now."""
    return track in TRACKS and track not in {*COMPLAINTS, AS_IT_CAME}


def told(track: str, place: Municipality, language: Language, day: date) -> str:
    """Where it went, in a sentence for its writer, by the law of that day."""
    whom = language.all_of(serious_incident_recipients(place, language, day))
    return language.text(TRACKS[track].told, governor=place.county_governor, recipients=whom)


def _home(journey: str) -> str:
    return journey if journey in COMPLAINTS else AS_IT_CAME
