"""Who does what binds, is lost, or lets others in, or opens what is protected, shows first anew who they are.

Where they did so lately nobody is asked. They come back to the very page, with what they had typed. Where somebody
else shows up, nothing is confirmed, and who was here stays.
In the demo nobody is asked for anything: a button stands for what a provider would do.
"""

from contextlib import suppress
from dataclasses import replace
from functools import wraps
from typing import Any, cast

from flask import redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import login_user
from htmx_flask import make_response
from htmx_flask import request as htmx_request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound

from forms.language import N_
from wizard import accounts
from wizard.access import View, anyone, guarded_by
from wizard.accounts import Post, Visitor
from wizard.cases.access_reasons import carry_over
from wizard.cases.drafts import Typed
from wizard.cases.errors import NotLoggedError
from wizard.laid_aside import laid_aside, lay_aside
from wizard.providers import Identified
from wizard.routes.account import AT_WORK, IN_TAB, home, note_log_in
from wizard.routes.blueprints import account
from wizard.routes.goes_along import ASIDE, BACK, CAME_BACK, LOST, PRESSED, tell_to_press
from wizard.routes.here import language, tools, visitor, ways_in, who
from wizard.routes.own_address import own_address, page_to_come_back_to
from wizard.routes.typed import typed

PROTECTED = "confirm_protected"
PAGE = "/<municipality>/bekreft"
ANOTHER = N_(
    "Det var en annen som logget inn nå. Derfor er ingenting bekreftet. Logg inn som deg selv, eller logg ut."
)


def must_confirm(*, before_long: bool = False) -> bool:
    """Whether they must now; or ``before_long``, as less than half of the time is left for what a page begins."""
    return not accounts.confirmed_lately(tools(), visitor(), 0.5 if before_long else 1)


def asks_itself(view: View) -> View:
    """Marks a view that asks for it within: ``unconfirmed.py`` must not name it."""
    view.asks_to_confirm = True  # type: ignore[attr-defined]  # a view is a function with one attribute more
    return view


def confirmed_first(view: View) -> View:
    """Who posts to this view shows anew who they are first, and comes back to its page with what was posted."""

    @wraps(view)
    def asked(*args: Any, **kwargs: Any) -> ResponseReturnValue:
        if must_confirm():
            return to_confirm(page_to_come_back_to(), typed())
        forget_posted()
        answer: ResponseReturnValue = view(*args, **kwargs)
        return answer

    return asks_itself(cast("View", asked))


def to_confirm(
    back: str, posted: Typed | None = None, *, protected: bool = False, pressed: bool = False
) -> ResponseReturnValue:
    """To the page that asks for it; from there to ``back``, an address of ours, where what was ``posted`` stands again.

    ``protected`` says that it is asked of staff, for a case with a protected address, and ``pressed`` that something
    was asked for that is not at ``back`` itself: it has to be asked for once more.
    """
    pairs = list(posted.items(multi=True)) if posted else []
    kept = not pairs or lay_aside(tools(), visitor().token, pairs)
    session[BACK], session[ASIDE], session[LOST] = back, back if pairs and kept else None, not kept
    session[PRESSED], session[PROTECTED] = pressed or request.method == "POST", protected
    target = url_for("account.confirm")
    if htmx_request.htmx:
        led: ResponseReturnValue = make_response(redirect=target)
        return led
    return redirect(target, code=302 if request.method == "GET" else 303)


def forget_posted() -> None:
    """What waited is posted once more."""
    if session.pop(ASIDE, None):
        lay_aside(tools(), visitor().token, [])


def posted_before() -> Typed | None:
    """What was posted to this page before its visitor showed who they are; None where nothing was."""
    if session.get(ASIDE) != request.path:
        return None
    return MultiDict(laid_aside(tools(), visitor().token))


@account.get(PAGE)
@guarded_by(anyone)
def confirm() -> ResponseReturnValue:
    return asks_to_confirm()


def asks_to_confirm(notice: str = "") -> ResponseReturnValue:
    """The page that asks; nobody was asked where no page waits: they are led on, as from the browser's history."""
    if not (here := who()):
        return to_own_login()
    if notice or session.get(BACK):
        return confirm_page(notice)
    return redirect(_page_that_waits(here))


def _page_that_waits(here: Visitor | None) -> str:
    """Where they go on: what they were asked on last, or where they were not, the page that is theirs."""
    return own_address(session.get(BACK) or session.get(CAME_BACK), url_for(home(here)))


def to_own_login() -> ResponseReturnValue:
    """Whose log-in ended on that page is let in as they were, and goes on to where they were going."""
    return redirect(url_for("account.login", staff=1 if session.get(AT_WORK) else None))


def confirm_page(notice: str = "") -> str:
    return render_template(
        "confirm.html",
        notice=notice,
        demo=ways_in().demo,
        staff=visitor().staff,
        pressed=session.get(PRESSED, False),
        lost=session.get(LOST, False),
        protected=session.get(PROTECTED, False),
        home=url_for(home(visitor())),
    )


@account.post(PAGE)
@guarded_by(anyone)
def confirm_here() -> ResponseReturnValue:
    here = who()
    if not ways_in().demo or here is None:
        raise NotFound
    told = replace(here.person, name="") if here.said_name else here.person
    return _go_back(accounts.log_in(tools(), told, level=here.level, post=_post(here)))


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
    waits = laid_aside(tools(), before) if session.get(ASIDE) else []
    accounts.log_out(tools(), before)
    here = accounts.visitor(tools(), token)
    if here and here.staff:
        with suppress(NotLoggedError):  # then they are asked again
            carry_over(tools(), here, before)
    if waits:
        lay_aside(tools(), token, waits)
    login_user(here)
    note_log_in("confirmed", here)
    tell_to_press(in_tab=session.pop(IN_TAB, False))
    session[CAME_BACK] = target = _page_that_waits(here)
    session.pop(BACK, None)
    return redirect(target, code=303)
