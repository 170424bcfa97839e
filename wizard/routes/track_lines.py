"""Where a complaint can be sent on to, and where it was, as finished text for the office."""

from dataclasses import dataclass

from forms.language import N_
from forms.marks import NO_LETTER_HOME, PARENTS_NOT_TOLD, TO_BE_PASSED_ON
from forms.tracks import AS_IT_CAME, COMPLAINTS, TRACKS, away, tracks_from
from wizard.cases.following import Sent
from wizard.cases.standing import routed_to
from wizard.routes.here import language


@dataclass(frozen=True)
class TrackLine:
    """A choice; ``away`` where the office that has it does not handle it then."""

    id: str
    text: str
    away: bool


def track_lines(found: Sent) -> list[TrackLine]:
    """Nothing for a case that can hold no complaint."""
    now, marks = routed_to(found.events), found.marks
    tracks = tracks_from(found.case.journey, now, on_paper=found.case.on_paper, marks=marks)
    return [TrackLine(id_, language().text(track.to), away(id_)) for id_, track in tracks.items()]


def complains(found: Sent) -> bool:
    """Whether it came as a complaint, or is handled as one."""
    return not {found.case.journey, routed_to(found.events)}.isdisjoint(COMPLAINTS)


ALONG = {
    NO_LETTER_HOME: N_(
        "Si fra til dem som får det: Det må ikke komme brev hjem. Les her hvordan barnet kan nås."
    ),
    PARENTS_NOT_TOLD: N_("Si fra til dem som får det: Snakk med barnet før noen snakker med foreldrene."),
}
"""What whoever gets it next must know, by the case's marks."""


def told_along(found: Sent) -> list[str]:
    """What the office must say when it sends the case on."""
    return [language().text(told) for mark, told in ALONG.items() if mark in found.marks]


def to_pass_on(found: Sent) -> bool:
    """Whether the answers say that it belongs elsewhere, and nobody has sent it there yet."""
    return not away(routed_to(found.events)) and any(mark in TO_BE_PASSED_ON for mark in found.marks)


def track_done(track: str) -> str:
    """What the office has just done, as finished text; empty for no track."""
    if track not in TRACKS:
        return ""
    if track == AS_IT_CAME:
        return language().text(N_("Det behandles nå slik det kom."))
    said = N_("Det er sendt videre: %(to)s. Den som skrev det, kan lese det nå.")
    here = N_("Det behandles nå slik: %(to)s.")
    return language().text(said if away(track) else here, to=language().text(TRACKS[track].to))
