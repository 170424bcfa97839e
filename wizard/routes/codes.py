"""Where somebody types the code that they were given, logged in as themselves. It never stands in an address."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.language import N_
from forms.municipality import municipality as municipality_of
from forms.question import Fault
from wizard.access import citizen, guarded_by
from wizard.cases.codes import EXPIRED, LOCKED, REVOKED, USED, WINDOW
from wizard.cases.errors import CodeOverError, TooManyTriesError, WrongCodeError
from wizard.cases.taking_up import take_up
from wizard.routes.blueprints import apply
from wizard.routes.carried_code import take_carried
from wizard.routes.code_errors import TOO_MANY
from wizard.routes.here import language, municipality, tools, visitor

MISSING = N_("Skriv koden du har fått.")
WRONG = N_("Koden er ikke riktig, eller den er til en annen enn deg. Se på koden og skriv den på nytt.")
OVER = {
    USED: N_("Koden er brukt. Var det deg, finner du saken under «Mine saker» i %(municipality)s."),
    REVOKED: N_("Koden gjelder ikke lenger. Har du fått en nyere kode, kan du bruke den."),
    LOCKED: N_("Koden er sperret, for mange andre har prøvd den. Be om en ny kode fra den som ga deg den."),
    EXPIRED: N_("Koden har gått ut. Be om en ny kode fra den som ga deg den."),
}
LONGEST = 40


@apply.get("/<municipality>/kode")
@guarded_by(citizen)
def code() -> str:
    return _page(typed=take_carried())


def _page(fault: str = "", typed: str = "", there: str = "") -> str:
    """``there`` is the municipality that the code's case is in."""
    found = municipality_of(there, tools().settings.municipalities) if there else municipality()
    faults = [Fault("code", language().text(fault, municipality=found.name))] if fault else []
    return render_template("code.html", faults=faults, typed=typed)


@apply.post("/<municipality>/kode")
@guarded_by(citizen)
def open_case() -> ResponseReturnValue:
    typed = request.form.get("code", "").strip()[:LONGEST]
    if not typed:
        return _page(MISSING), 422
    try:
        found = take_up(tools(), visitor().account_id, typed)
    except WrongCodeError:
        return _page(WRONG, typed), 422
    except CodeOverError as error:
        return _page(OVER[error.why], typed, error.municipality), 422
    except TooManyTriesError:
        return _page(TOO_MANY, typed), 429, {"Retry-After": str(int(WINDOW.total_seconds()))}
    page = "apply.cosigned" if found.address.participant_id else "apply.case"
    target = url_for(page, municipality=found.municipality, case_id=found.address)
    return redirect(target, code=303)
