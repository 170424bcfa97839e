"""Log in, log out, and leave the site at once."""

from flask import redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import login_user, logout_user

from forms.language import N_
from forms.question import Fault
from wizard import accounts, kiosk, providers
from wizard.access import anyone, guarded_by
from wizard.cases.added_numbers import check_numbers
from wizard.cases.drafts import Reader
from wizard.cases.told_names import check_names
from wizard.languages import chosen
from wizard.leaving import note_leaving
from wizard.origin import from_our_own_page
from wizard.routes.begun import begin_wished, wish
from wizard.routes.blueprints import account
from wizard.routes.here import language, municipality, tools, who
from wizard.routes.own_address import own_address
from wizard.routes.remembered import remembered_page
from wizard.routes.told import tell


@account.get("/<municipality>/logg-inn")
@guarded_by(anyone)
def login() -> str:
    return _login_page([])


@account.post("/<municipality>/logg-inn")
@guarded_by(anyone)
def enter() -> ResponseReturnValue:
    found = providers.provider(tools().settings).identify(request.form, _here())
    if found is None:
        return _login_page([Fault("person", language().text(N_("Velg hvem du vil logge inn som")))]), 400
    token = accounts.log_in(tools(), found.person, level=found.level, post=found.post)
    asked, wanted = session.get("next"), wish()
    renew_session()
    visitor = accounts.visitor(tools(), token)
    login_user(visitor)
    if visitor and not visitor.staff:
        check_names(tools(), visitor)
        check_numbers(tools(), visitor, Reader(visitor.person, language()))
    target = remembered_page(asked, visitor, url_for(_home(found)))
    if wanted and visitor and not visitor.staff:
        target = begin_wished(visitor, wanted)
    return redirect(target, code=303)


def _here() -> str:
    return municipality().id


def _home(found: providers.Identified) -> str:
    if found.post is None:
        return "apply.mine"
    return "office.cases" if found.post.handles else "counter.page"


def _login_page(faults: list[Fault]) -> str:
    provider = providers.provider(tools().settings)
    return render_template(
        "login.html", people=provider.people(_here()), staff=provider.staff(_here()), faults=faults
    )


def renew_session() -> None:
    """End the log-in, and with it all that the session holds but the language."""
    # nothing that was set before a log-in or a log-out may live on in it, but the language
    code, known = chosen(), "language" in session
    _end_session()
    if known:
        session["language"] = code


def _end_session() -> None:
    visitor = who()
    if visitor is not None:
        accounts.log_out(tools(), visitor.token)
    logout_user()
    session.clear()


@account.post("/logg-ut")
@guarded_by(anyone)
def logout() -> ResponseReturnValue:
    _log_out()
    return _away()


def _log_out() -> None:
    renew_session()
    tell("logged_out")


@account.post("/forlat")
@guarded_by(anyone)
def leave() -> ResponseReturnValue:
    _leave()
    return _away()


def _leave() -> None:
    _end_session()
    note_leaving()


def _away() -> ResponseReturnValue:
    leaving = request.endpoint == "account.leave"
    if not leaving and (answer := kiosk.wiped()):
        return answer
    target = url_for("public.left") if leaving else own_address(request.form.get("back"), "/")
    return redirect(target, code=303), {"Clear-Site-Data": '"cache", "storage"'}


def away_without_token() -> ResponseReturnValue | None:
    """Whoever wants out gets out, also from a page that is too old; None where it was not about that.

    The log-in ends only where the browser says that our own page asked.
    """
    if request.endpoint not in {"account.logout", "account.leave"}:
        return None
    if from_our_own_page():
        _log_out() if request.endpoint == "account.logout" else _leave()
    return _away()


def away_without_database() -> ResponseReturnValue | None:
    """The quick exit where the log-in cannot be ended: this browser forgets it; None for anything else."""
    if request.endpoint != "account.leave":
        return None
    session.clear()
    note_leaving()
    return _away()
