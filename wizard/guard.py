"""Asks each view's access rule before the view is called; a view without a rule of the table is refused."""

from typing import Any

import structlog
from flask import Flask, before_render_template, current_app, g, redirect, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import LoginManager
from htmx_flask import make_response, request
from jinja2 import Template
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from forms.language import N_
from forms.municipality import municipality
from wizard import kiosk, limits, looking, recognised
from wizard.access import (
    At,
    LoginNeededError,
    NotThereError,
    OwnPartError,
    ReasonNeededError,
    Rule,
    anyone,
    guarded_by,
)
from wizard.access_table import TABLE
from wizard.accounts import Visitor, confirmed_lately
from wizard.case_address import CaseAddress
from wizard.cases.access_log import has_read
from wizard.cases.assisting import seen
from wizard.cases.errors import RemovedError
from wizard.cases.finding import CaseRow
from wizard.cases.in_force import said_in
from wizard.cases.participants import ASSISTANT, ParticipantRow
from wizard.origin import refuse_other_sites
from wizard.recognised import BY_ITSELF
from wizard.routes import next_person
from wizard.routes.account import AT_WORK, IN_TAB
from wizard.routes.autosave import not_kept
from wizard.routes.banner import banner, own_start
from wizard.routes.begun import forget_wish, note_wish
from wizard.routes.confirming import to_confirm
from wizard.routes.given_back import given_back, kept_for
from wizard.routes.given_back_texts import CONFIRM, REASON
from wizard.routes.goes_along import forget_back
from wizard.routes.here import assisting, tools, who, writes_down
from wizard.routes.logged_out import logged_out_page
from wizard.routes.own_address import page_to_come_back_to
from wizard.routes.typed import limit_body
from wizard.settings import Settings

PLACES = ("municipality", "case_id")
"""What an address tells of where it is."""

LONGEST_NEXT = 300
"""Letters of an address that is remembered over the log-in: browsers drop a cookie of more than 4096 bytes."""

NAMING = {"apply.name", "apply.take_name"}
"""What whoever has no name yet may ask for."""

SHOWS_NOTHING = BY_ITSELF | {"apply.autosave"}
"""What leaves no row in the access log: it is asked by a page that did, and tells of nothing new."""

OF_A_STUB = {"apply.case", "apply.seen"}
"""What can be read of a case that lies in the municipality's archive alone."""
OF_WHAT_WAS_SAID = {
    "office.case",
    "office.reason",
    "office.give_reason",
    "office.spoken",
    "office.take_down",
    "office.power_taken_back",
    "office.end_power",
}
"""What the office comes to yet where a yes was said or a power given in it: it may hold, and be taken back."""

OF_THE_OFFICE = "office/"
"""The folder of the pages that tell staff of a case."""

OPENS = {"office.give_reason", "office.take"}
"""What staff post to be let into a case, or to have it in hand."""

log = structlog.get_logger()


class NameNeededError(Exception):
    """Whoever logged in must say first what they are called."""


class ConfirmNeededError(Exception):
    """Staff must show anew who they are before they open a case that tells of a protected address."""


class UnknownMunicipalityError(NotFound):
    """The address names a municipality that there is none of: its page shows those there are."""


def init_app(app: Flask, settings: Settings) -> None:
    """Wire log-ins and rules; before CSRF, so that a refused token still knows whose page it was."""
    recognised.init_app(LoginManager(app))
    app.url_value_preprocessor(_note_place)
    app.url_defaults(_stay_in_place)
    app.before_request(refuse_other_sites)
    app.before_request(limit_body)
    app.before_request(_find_municipality)
    next_person.init_app(app)
    limits.init_app(app, settings)
    app.before_request(_ask_rule)
    limits.give_way(app)
    app.register_error_handler(LoginNeededError, _to_login)
    app.register_error_handler(ReasonNeededError, _to_reason)
    app.register_error_handler(NameNeededError, _to_name)
    app.register_error_handler(ConfirmNeededError, _to_confirm)
    app.context_processor(_told_everywhere)
    before_render_template.connect(_show_only_confirmed, app)
    guarded_by(anyone)(app.view_functions["static"])


def _told_everywhere() -> dict[str, Any]:
    return {
        "person": who(),
        "banner": banner,
        "own_start": own_start,
        "assisting": assisting(),
        "on_paper": writes_down(),
    }


def _note_place(_: str | None, values: dict[str, Any] | None) -> None:
    # municipality and case are found here, once, for every view: none takes them as arguments
    g.place = dict(values or {})
    for name in PLACES:
        (values or {}).pop(name, None)


def _stay_in_place(endpoint: str, values: dict[str, Any]) -> None:
    # an address made on a page of a municipality or a case is of the same one, unless it says otherwise
    place = g.get("place")
    if not place:
        return
    expecting = current_app.url_map.is_endpoint_expecting
    for name in PLACES:
        if name in place and name not in values and expecting(endpoint, name):
            values[name] = place[name]
    here = place.get("case_id")
    if isinstance(here, CaseAddress) and values.get("case_id") == here.case_id:
        values["case_id"] = here  # and of the same person there


def _find_municipality() -> None:
    name = g.place.get("municipality")
    g.municipality = None
    if name is not None:
        try:
            g.municipality = municipality(name, tools().settings.municipalities)
        except LookupError as error:
            raise UnknownMunicipalityError from error


def _ask_rule() -> None:
    g.case = g.participant = None
    if request.endpoint is None:
        return
    rule: Rule | None = getattr(current_app.view_functions[request.endpoint], "access_rule", None)
    if rule is None or rule not in TABLE:
        raise NotFound
    if rule is not anyone:
        here = who()
        if here and not here.name and request.endpoint not in NAMING:
            raise NameNeededError
        try:
            at = rule(tools(), who(), g.place)
        except NotThereError as error:
            _write_down(rule)
            looking.note_refused(who(), error.why)
            if isinstance(error, OwnPartError):
                raise
            raise NotFound from error
        if at:
            _hold_confirmed(at)
            if request.endpoint not in SHOWS_NOTHING:
                looking.note(at)  # where that fails, not even the page of the failure knows of the case
            g.case, g.participant = at.case, at.participant
            if at.case.removed and not _is_left(at.case):
                raise RemovedError
            _note_assistant(at.participant)


def _is_left(case: CaseRow) -> bool:
    return request.endpoint in OF_A_STUB or (
        request.endpoint in OF_WHAT_WAS_SAID and said_in(tools(), case.id)
    )


def _hold_confirmed(at: At) -> None:
    here = who()
    g.takes_only = bool(at.protected and here and not confirmed_lately(tools(), here))
    if here and g.takes_only and not _writes_in_what_is_open(at, here):
        raise ConfirmNeededError


def _show_only_confirmed(_: Flask, template: Template, **__: Any) -> None:
    """What is posted may be taken; a page of the case, also as the answer to what was not, is for who has confirmed."""
    if g.get("takes_only") and (template.name or "").startswith(OF_THE_OFFICE):
        raise ConfirmNeededError


def _writes_in_what_is_open(at: At, here: Visitor) -> bool:
    # what this very log-in has opened and writes in may be posted, or it would be lost; opening is no such thing
    return request.method == "POST" and request.endpoint not in OPENS and has_read(tools(), here, at.case.id)


def _note_assistant(found: ParticipantRow | None) -> None:
    # whoever only reads may be alone with it by now: what is filled in together is posted
    if found and found.capacity == ASSISTANT and request.method == "POST":
        seen(tools(), found.id, found.seen_at)


def _write_down(rule: Rule) -> None:
    # ids are random and tell nothing of anybody; without them nobody could see who tries whose door
    knocking = who()
    log.warning(
        "denied",
        rule=rule.__name__,
        account=str(knocking.account_id) if knocking else "",
        case=str(g.place.get("case_id", "")),
    )


def _to_login_of_next() -> ResponseReturnValue:
    """On a shared screen the next one must not be led to what the last one did, nor be given what they wrote."""
    if request.endpoint == "apply.begin":
        note_wish()
    target = url_for("public.start" if kiosk.going_back() else "account.login")
    led: Response = make_response(redirect=target) if request.htmx else redirect(target)
    return led


def _to_reason(_: ReasonNeededError) -> ResponseReturnValue:
    if given := given_back(REASON, url_for("office.reason")):
        return given
    return redirect(url_for("office.reason"), code=302 if request.method == "GET" else 303)


def _to_confirm(_: ConfirmNeededError) -> ResponseReturnValue:
    asked = to_confirm(page_to_come_back_to(), protected=True)
    given = given_back(CONFIRM, url_for("account.confirm"))
    if given:
        session[IN_TAB] = True
    return given or asked


def _to_name(_: NameNeededError) -> ResponseReturnValue:
    target = url_for("apply.name")
    led: Response = make_response(redirect=target) if request.htmx else redirect(target, code=303)
    return led


def _works_here(error: LoginNeededError) -> bool:
    """A case that is filled in is asked for by citizens and by staff: whose log-in is over is let in as they were."""
    return error.staff or (who() is None and "case_id" in g.place and session.get(AT_WORK, False))


def _remember_page() -> None:
    """Where they come back to after the log-in: of what is posted the page that it was posted from."""
    page = page_to_come_back_to()
    session.pop(IN_TAB, None)
    forget_back()
    if request.endpoint == "apply.begin":
        note_wish()
    elif not request.htmx and len(page) < LONGEST_NEXT:
        session["next"] = page
        forget_wish()


def _held(login: str) -> str | None:
    """The page that holds what was written, until its writer is back by that link; None where nothing was."""
    if request.endpoint == "apply.answer" and not kiosk.place():
        return logged_out_page(login)
    return None if request.endpoint == "apply.begin" else kept_for(login)  # a wish lasts over the log-in


def _to_login(error: LoginNeededError) -> ResponseReturnValue:
    target = url_for("account.login", staff=1 if _works_here(error) else None)
    if request.endpoint == "apply.autosave":
        # to be led away in the middle of a sentence would lose it
        login = "" if kiosk.place() else target
        return not_kept(N_("Du er logget ut. Teksten din står her ennå."), login), 401
    if not (of_next := kiosk.place() and not error.staff):
        _remember_page()
    if held := _held(target):
        session[IN_TAB] = True
        return held, 401
    if of_next:
        return _to_login_of_next()
    led: Response = make_response(redirect=target) if request.htmx else redirect(target)
    return led
