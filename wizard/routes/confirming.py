"""Whoever is about to sign or send, or to open what is protected, shows anew who they are when that is long ago.

They come back to the very page. Where somebody else shows up, nothing is confirmed, and who was here stays.
In the demo nobody is asked for anything: a button stands for what a provider would do.
"""

from contextlib import suppress

from flask import redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import login_user
from htmx_flask import make_response
from htmx_flask import request as htmx_request
from werkzeug.exceptions import NotFound

from forms.language import N_
from forms.stepform import StepForm
from wizard import accounts
from wizard.access import anyone, guarded_by
from wizard.accounts import Post, Visitor
from wizard.cases.access_reasons import carry_over
from wizard.cases.errors import NotLoggedError
from wizard.providers import Identified
from wizard.routes.account import IN_TAB, home, note_log_in
from wizard.routes.blueprints import account
from wizard.routes.here import language, tools, visitor, ways_in, who
from wizard.routes.own_address import own_address
from wizard.routes.told import TICKED, tell, ticks

BACK, TICKS, PRESSED = "confirm", "confirm_ticks", "confirm_pressed"
PAGE = "/<municipality>/bekreft"
ANOTHER = N_(
    "Det var en annen som logget inn nå. Derfor er ingenting bekreftet. Logg inn som deg selv, eller logg ut."
)


def must_confirm() -> bool:
    return not accounts.confirmed_lately(tools(), visitor())


def to_confirm(back: str, form: StepForm | None = None) -> ResponseReturnValue:
    """To the page that asks for it; from there to ``back``, an address of ours, with what was ticked in the form."""
    session[BACK], session[TICKS] = back, ticks(form) if form else []
    session[PRESSED] = request.method == "POST"
    target = url_for("account.confirm")
    if htmx_request.htmx:
        led: ResponseReturnValue = make_response(redirect=target)
        return led
    return redirect(target, code=302 if request.method == "GET" else 303)


@account.get(PAGE)
@guarded_by(anyone)
def confirm() -> ResponseReturnValue:
    return confirm_page() if who() else redirect(url_for("account.login"))


def confirm_page(notice: str = "") -> str:
    return render_template(
        "confirm.html",
        notice=notice,
        demo=ways_in().demo,
        staff=visitor().staff,
        pressed=session.get(PRESSED, False),
        home=url_for(home(visitor())),
    )


@account.post(PAGE)
@guarded_by(anyone)
def confirm_here() -> ResponseReturnValue:
    here = who()
    if not ways_in().demo or here is None:
        raise NotFound
    return _go_back(accounts.log_in(tools(), here.person, level=here.level, post=_post(here)))


def _post(here: Visitor) -> Post | None:
    if here.staff_of is None:
        return None
    return Post(here.staff_of, here.sees_restricted, here.handles, here.helps)


def confirmed(found: Identified) -> ResponseReturnValue:
    """A provider has asked who is here: the same person goes on with a new token, and anybody else does not."""
    staff_of = found.post.staff_of if found.post else None
    key = accounts.account_key(tools(), found.person.national_id, staff_of, found.elsewhere)
    if not accounts.is_account_of(tools(), visitor(), key):
        note_log_in("another_confirmed", visitor())
        return confirm_page(language().text(ANOTHER)), 403
    post, elsewhere = found.post, found.elsewhere
    return _go_back(accounts.log_in(tools(), found.person, level=found.level, post=post, elsewhere=elsewhere))


def _go_back(token: str) -> ResponseReturnValue:
    """The session goes on, with what other pages of it hold; the log-in's token is another, and the old one is dead."""
    before = visitor().token
    accounts.log_out(tools(), before)
    here = accounts.visitor(tools(), token)
    if here and here.staff:
        with suppress(NotLoggedError):  # then they are asked again
            carry_over(tools(), here, before)
    login_user(here)
    note_log_in("confirmed", here)
    for tick in session.pop(TICKS, []):
        tell(TICKED, tick)
    pressed, in_tab = session.pop(PRESSED, False), session.pop(IN_TAB, False)
    if pressed or in_tab:
        tell("in_tab" if in_tab else "press_again")
    return redirect(own_address(session.pop(BACK, None), "/"), code=303)
