"""The office's list of what is stuck: each with why, since when, how often it was tried, and a press that tries."""

from dataclasses import dataclass
from uuid import UUID

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.journeys.registry import journey
from forms.language import N_
from wizard.access import guarded_by, office_door
from wizard.access import office as office_rule
from wizard.cases import stuck as found
from wizard.cases.standing import DELAYED, NOT_TAKEN, REFUSED, RETRIED
from wizard.cases.stuck import WAITING, Stuck
from wizard.cases.trying_again import try_now
from wizard.routes.blueprints import OFFICE, OFFICE_CASE, office
from wizard.routes.here import case, eyes, language, municipality, tools, visitor
from wizard.routes.office_lines import edge
from wizard.routes.told import tell

REASONS = {
    REFUSED: N_(
        "Tjenesten som lager dokumentene, sa nei til denne saken. Den prøver ikke igjen av seg selv."
    ),
    DELAYED: N_(
        "Tjenesten som lager dokumentene, svarer ikke eller får det ikke til. Vi prøver hele tiden igjen."
    ),
    RETRIED: N_("Dokumentene prøves på nytt nå."),
    NOT_TAKEN: N_(
        "Arkivet, fagsystemet eller postkassa tok ikke imot saken. Den leveres ikke igjen av seg selv."
    ),
    WAITING: N_(
        "Dokumentene har ikke kommet, og ingen feil er meldt. Kanskje står den som lager dem, stille."
    ),
}
PRESSED = frozenset({REFUSED, DELAYED, NOT_TAKEN})


@dataclass(frozen=True)
class StuckLine:
    """A line of the list."""

    id: UUID
    reference: str
    title: str
    reason: str
    detail: str
    since: str
    tries: int
    again: bool
    """Whether a press can do anything."""


@office.get(f"{OFFICE}/stoppet")
@guarded_by(office_rule)
def stuck() -> str:
    lines = found.stuck(tools(), municipality().id, eyes(), edge(request.args.get("eldre-enn")))
    return render_template(
        "office/stuck.html", lines=[_line(one) for one in lines], older=str(found.edge_of(lines) or "")
    )


@office.post(f"{OFFICE_CASE}/prov-na")
@guarded_by(office_door)
def try_stuck_now() -> ResponseReturnValue:
    """Tells nothing of what stands in the case, so no reason is asked for."""
    tell("tried_now" if try_now(tools(), case().id, visitor().account_id) else "not_tried_now")
    return redirect(url_for("office.stuck", municipality=municipality().id), code=303)


def _line(one: Stuck) -> StuckLine:
    return StuckLine(
        id=one.case.id,
        reference=one.case.reference,
        title=language().text(journey(one.case.journey).title),
        reason=language().text(REASONS[one.kind]),
        detail=one.detail,
        since=language().moment(one.since),
        tries=one.tries,
        again=one.kind in PRESSED,
    )
