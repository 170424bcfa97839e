"""The page of somebody who acts for others by a power of attorney: what they may do, and where they begin it."""

import uuid

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from wizard.access import citizen, guarded_by, owner
from wizard.case_address import CaseAddress
from wizard.cases import behalf, continuing, powers, taking_over
from wizard.cases.continuing import Earlier
from wizard.cases.drafts import Reader
from wizard.cases.errors import NotYoursError
from wizard.cases.held import held
from wizard.cases.powers import PowerThere
from wizard.routes.blueprints import CASE, HANDLE_FOR, apply
from wizard.routes.confirming import confirmed_first
from wizard.routes.here import case, language, municipality, tools, visitor
from wizard.routes.powers_page import power_line
from wizard.routes.told import STAYED, tell


@apply.get(HANDLE_FOR)
@guarded_by(citizen)
def handle_for() -> str:
    found = held(tools(), visitor().person.national_id, municipality().id)
    return render_template("handle_for.html", powers=[power_line(one) for one in found])


@apply.post(f"{HANDLE_FOR}/begynn")
@guarded_by(citizen)
def begin_for() -> ResponseReturnValue:
    """A form for the principal; about a case of theirs where the button that was pressed says which."""
    slug, reference = request.form.get("journey", ""), request.form.get("about", "")
    if slug not in municipality().journeys:
        raise NotFound
    try:
        begun = behalf.begin_for(tools(), visitor(), _power(), slug, reference)
    except NotYoursError as error:
        raise NotFound from error
    if reference:
        reader = Reader(visitor().person, language(), visitor().account_id, begun.participant_id)
        continuing.choose(tools(), begun.case_id, reader, Earlier(reference))
        tell(STAYED)
    return _to(begun)


@apply.post(f"{HANDLE_FOR}/se")
@guarded_by(citizen)
def open_for() -> ResponseReturnValue:
    """Something that the principal has sent, to read."""
    try:
        return _to(behalf.open_for(tools(), visitor(), _power(), request.form.get("reference", "")))
    except NotYoursError as error:
        raise NotFound from error


@apply.post(f"{HANDLE_FOR}/avslutt")
@guarded_by(citizen)
@confirmed_first
def give_back() -> ResponseReturnValue:
    try:
        powers.give_back(tools(), visitor(), _power())
    except NotYoursError as error:
        raise NotFound from error
    tell("given_back")
    return redirect(url_for("apply.handle_for"), code=303)


@apply.post(f"{CASE}/ta-over")
@guarded_by(owner)
@confirmed_first
def take_over() -> ResponseReturnValue:
    """The owner goes on with what another filled in for them."""
    taking_over.take_over(tools(), case().id)
    tell("taken_over")
    return redirect(url_for("apply.case", case_id=case().id), code=303)


def _power() -> PowerThere:
    """The power that the pressed button is about; whoever does not hold it gets no further than to ``behalf``."""
    try:
        return PowerThere(uuid.UUID(request.form.get("power", "")), municipality().id)
    except ValueError as error:
        raise NotFound from error


def _to(begun: behalf.Begun) -> Response:
    return redirect(url_for("apply.case", case_id=CaseAddress(*begun)), code=303)
