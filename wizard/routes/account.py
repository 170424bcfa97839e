"""Log in, log out, and leave the site at once."""

import structlog
from flask import redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import login_user, logout_user
from werkzeug.exceptions import NotFound

from forms.language import N_
from forms.question import Fault
from wizard import accounts, kiosk, whose_page
from wizard.access import anyone, guarded_by
from wizard.accounts import Visitor, digest
from wizard.cases.added_numbers import check_numbers
from wizard.cases.drafts import Reader
from wizard.cases.told_names import check_names
from wizard.elsewhere import Behind, behind
from wizard.languages import chosen
from wizard.leaving import note_leaving
from wizard.providers import DemoProvider, Identified
from wizard.routes.begun import begin_wished, forget_wish, keep_wish, wish
from wizard.routes.blueprints import account
from wizard.routes.carried_code import carried, carry_on
from wizard.routes.goes_along import BACK, gone_along, left, tell_to_press
from wizard.routes.here import language, municipality, tools, ways_in, who
from wizard.routes.logged_out_elsewhere import log_out_elsewhere
from wizard.routes.own_address import own_address
from wizard.routes.remembered import remembered_page
from wizard.routes.told import tell

AT_WORK = "at_work"
"""Whether the session's log-in is one of staff: known as long as they have not logged out, over or not."""
OVER = N_("Du er logget ut. Logg inn hvis du vil fortsette.")
IN_TAB = "in_tab"
"""Whether a page in another tab of this browser holds what was written when a log-in was over."""

log = structlog.get_logger()


@account.get("/<municipality>/logg-inn")
@guarded_by(anyone)
def login() -> str:
    return login_page([])


@account.post("/<municipality>/logg-inn")
@guarded_by(anyone)
def enter() -> ResponseReturnValue:
    provider = ways_in().citizens
    if not isinstance(provider, DemoProvider):
        raise NotFound
    found = provider.identify(request.form, municipality().id)
    if found is None:
        return login_page([Fault("person", language().text(N_("Velg hvem du vil logge inn som")))]), 400
    return let_in(found)


def let_in(found: Identified) -> ResponseReturnValue:
    """Logged in, in a session of their own, and led to where they wanted to go."""
    before = left()
    token = accounts.log_in(
        tools(), found.person, level=found.level, post=found.post, elsewhere=found.elsewhere
    )
    asked, wanted, code = session.get("next"), wish(), carried()
    in_tab = session.get(IN_TAB, False)
    renew_session()
    carry_on(code)
    visitor = accounts.visitor(tools(), token)
    login_user(visitor)
    session[AT_WORK] = visitor is not None and visitor.staff
    if visitor:
        whose_page.tie(tools(), visitor.account_id)
    note_log_in("logged_in", visitor)
    same = gone_along(before, visitor)
    if kiosk.place() and not same:  # what is in the other tab is not of who sits there now
        in_tab = False
    back = session.pop(BACK, None)
    tell_to_press(in_tab=in_tab)
    # their page would open as it was saved: what they wrote last is newer, and elsewhere
    return go_on(visitor, None if in_tab else back or asked, wanted)


def note_log_in(what: str, visitor: Visitor | None) -> None:
    """Who logged in, or showed anew who they are: by an id that is random, for whoever looks into misuse."""
    if visitor:
        log.info(what, account=str(visitor.account_id), known_by=visitor.level, staff=visitor.staff)


def go_on(visitor: Visitor | None, asked: str | None, wanted: str) -> ResponseReturnValue:
    """To the page that they asked for, or the form that they wanted to begin; who has no name yet says it first."""
    if visitor and not visitor.name:
        session["next"] = asked
        keep_wish(wanted)
        return redirect(url_for("apply.name"), code=303)
    if visitor and not visitor.staff:
        check_names(tools(), visitor)
        check_numbers(tools(), visitor, Reader(visitor.person, language()))
    target = remembered_page(asked, visitor, url_for(home(visitor)))
    if wanted and visitor and not visitor.staff:
        forget_wish()
        target = begin_wished(visitor, wanted)
    return redirect(target, code=303)


def home(visitor: Visitor | None) -> str:
    """The page that is theirs."""
    if visitor is None or not visitor.staff:
        return "apply.mine"
    return "office.cases" if visitor.handles else "counter.page"


def login_page(faults: list[Fault], notice: str = "", *, staff: bool = False) -> str:
    """The demo's people to pick from, or the ways to the providers: that for ``staff`` first where it is for them."""
    ways = ways_in()
    provider = ways.citizens
    if not notice and _is_over():
        notice = language().text(OVER)
    if not isinstance(provider, DemoProvider):
        asked = request.args.get("staff")
        wanted_page = staff or asked == "1"
        staff = staff or asked is not None
        return render_template(
            "login_elsewhere.html",
            notice=notice,
            staff=staff,
            wanted_page=wanted_page,
            staff_may=ways.staff is not None,
            there_already=(known := who()) is not None and known.staff == staff,
        )
    here = municipality().id
    return render_template(
        "login.html", people=provider.people(here), staff=provider.staff(here), faults=faults, notice=notice
    )


def _is_over() -> bool:
    """Whether the session had a log-in that is over by itself; on a shared screen that is nobody else's to know."""
    return kiosk.LOGGED_IN in session and who() is None and not kiosk.place()


def renew_session() -> None:
    """End the log-in, and with it all that the session holds but the language."""
    # nothing that was set before a log-in or a log-out may live on in it, but the language
    code, known = chosen(), "language" in session
    _end_session()
    if known:
        session["language"] = code


def _end_session() -> None:
    token = session.get(kiosk.LOGGED_IN)
    if token and (whose := accounts.log_out(tools(), token)):
        log.info("logged_out", account=str(whose))
    logout_user()
    session.clear()


@account.post("/logg-ut")
@guarded_by(anyone)
def logout() -> ResponseReturnValue:
    return _log_out()


def _log_out() -> ResponseReturnValue:
    if elsewhere := end_everywhere():
        return elsewhere
    tell("logged_out")
    return _away()


def end_everywhere() -> ResponseReturnValue | None:
    """End the log-in, here and at the provider: the page that leads there, or None where there is none to end.

    By the token that the session holds: the provider's log-in lasts longer than ours does for somebody who left.
    """
    there = stands_behind()
    renew_session()
    return log_out_elsewhere(there)


def stands_behind() -> Behind:
    """What a provider knows the session's log-in by, as long as its row is there."""
    token = session.get(kiosk.LOGGED_IN)
    return behind(tools(), digest(token)) if token else Behind()


@account.post("/forlat")
@guarded_by(anyone)
def leave() -> ResponseReturnValue:
    _end_session()
    note_leaving()
    return _away()


def _away() -> ResponseReturnValue:
    leaving = request.endpoint == "account.leave"
    if not leaving and (answer := kiosk.wiped()):
        return answer
    target = url_for("public.left") if leaving else own_address(request.form.get("back"), "/")
    return redirect(target, code=303), {"Clear-Site-Data": '"cache", "storage"'}


def away_without_token() -> ResponseReturnValue | None:
    """Whoever wants out gets out, also from a page that is too old; None where it was not about that.

    A POST of another site is refused before, and brings no cookie along (``SameSite=Lax``): it can end nothing.
    """
    if request.endpoint not in {"account.logout", "account.leave"}:
        return None
    return _log_out() if request.endpoint == "account.logout" else leave()


def away_without_database() -> ResponseReturnValue | None:
    """The quick exit where the log-in cannot be ended: this browser forgets it; None for anything else."""
    if request.endpoint != "account.leave":
        return None
    session.clear()
    note_leaving()
    return _away()
