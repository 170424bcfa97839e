"""The citizen's page of what they, or others for them, said yes to: what holds, what is over, how to take it back."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from wizard.access import citizen, guarded_by
from wizard.cases import continuing
from wizard.cases.consented import CAN_BE_TAKEN_BACK, Consented
from wizard.cases.continuing import Earlier
from wizard.cases.errors import NotYoursError
from wizard.cases.grown_up import with_births
from wizard.cases.said_for import consents_of
from wizard.routes.blueprints import CONSENTS, apply
from wizard.routes.consent_groups import groups
from wizard.routes.consent_told import outgrown
from wizard.routes.here import municipality, reader, tools, visitor
from wizard.routes.told import STAYED, tell

WITHDRAWAL = "consent_withdrawal"


@apply.get(CONSENTS)
@guarded_by(citizen)
def consents() -> str:
    found = groups(with_births(tools(), _own()))
    return render_template("consents.html", groups=found, may_take_back=WITHDRAWAL in municipality().journeys)


@apply.post(f"{CONSENTS}/trekk")
@guarded_by(citizen)
def take_back_consents() -> ResponseReturnValue:
    """Begin to take back what the pressed button is about; it is chosen already on the page that comes."""
    wanted, at, today = set(request.form.getlist("part")), tools().clock(), tools().today()
    chosen = [one for one in with_births(tools(), _own()) if str(one.id) in wanted and not one.closed]
    if not wanted or len(chosen) < len(wanted) or WITHDRAWAL not in municipality().journeys:
        raise NotFound
    still = [one for one in chosen if one.state(at, today) in CAN_BE_TAKEN_BACK]
    anothers = any(outgrown(one) for one in still)
    if not still or anothers:
        tell("consent_outgrown" if anothers else "consent_over")
        return redirect(url_for("apply.consents"), code=303)
    return _begin(still)


def _own() -> list[Consented]:
    return consents_of(tools(), visitor().account_id, municipality().id)


def _begin(still: list[Consented]) -> ResponseReturnValue:
    about = Earlier(still[0].reference, tuple(str(one.id) for one in still))
    here = tools(), reader(), visitor().account_id, municipality().id
    try:
        begun = continuing.begin_about(*here, WITHDRAWAL, about)
    except NotYoursError as error:
        raise NotFound from error
    tell(STAYED)
    return redirect(url_for("apply.case", case_id=begun.id), code=303)
