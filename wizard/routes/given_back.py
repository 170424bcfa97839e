"""What was posted and could not be taken, for a reason outside it, is given back to its writer, to be sent again.

It is on the page that answers and nowhere else. While nobody is logged in it is sealed there: only the same person, by
the token of the page that it was written on, gets it out again, at the same address and within a day. On a shared
screen only as long as their turn lasts.
"""

import base64
import binascii
from time import time
from typing import NamedTuple, Self

from flask import Flask, g, render_template, request, session
from flask.typing import ResponseReturnValue
from htmx_flask import request as htmx_request
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge

from forms.fields.drawing import LETTERS
from wizard import kiosk, whose_page
from wizard.accounts import last_with
from wizard.routes import typed as typing_in
from wizard.routes.given_back_texts import AGAIN, OLD, PRESSES, SEND, Why
from wizard.routes.here import tools, who
from wizard.routes.logged_out import lines_of
from wizard.routes.past_files import read_past_files
from wizard.routes.what_was_written import BUTTONS, written
from wizard.vault import SealBrokenError

KEPT = "_kept"
"""The field with what is sealed."""
PLACE = "given back"
MOST = LETTERS + 300_000
"""Bytes that are carried, sealed: a drawn signature, and more text than the longest form beside the steps takes."""
SECONDS = 24 * 3600
CODES = {"code"}
"""One-time codes: whoever finds the page must not find one."""
ELSEWHERE = {
    "apply.answer": "a step's own page gives it back, or where that cannot be shown, this one",
    "apply.autosave": "the page stays, and the text on it",
    "apply.open_case": "there is nothing in it but a code",
    "account.carry_code": "the same",
    "account.logout": "who wants out gets out",
    "account.leave": "the same",
    "account.enter": "somebody of the demo is chosen, and nothing is written",
    "account.confirm_here": "a button of the demo's",
    "account.sent_to_confirm": "a button, and nothing is written",
    "account.sent_to_provider": "the same",
    "account.sent_to_staff_provider": "the same",
    "account.ended_elsewhere": "a provider's word",
    "account.staff_ended_elsewhere": "the same",
    "public.language": "a button, and nothing is written",
    "public.policy_reports": "a browser's word",
}
"""Where nothing is given back here, and why."""
STEP = "apply.answer"
NOWHERE = ELSEWHERE.keys() - {STEP}
"""Where nothing is."""


class Posted(NamedTuple):
    """A form as it came."""

    page: str
    """Whose page it was on, as ``whose_page`` tells; empty where nobody knows."""
    pairs: list[tuple[str, str]]
    files: list[str]
    """Names of the files that came along, which are not kept."""
    code: bool
    """Whether a code came along, which is not kept either."""
    kept: bool = False
    """Whether it was given back before, sealed."""

    @property
    def too_much(self) -> bool:
        return sum(len(name.encode()) + len(value.encode()) for name, value in self.pairs) > MOST

    def sealed(self) -> str:
        told = {"at": int(time()), **self._asdict()}
        return base64.urlsafe_b64encode(tools().vault.seal_json(told, _place())).decode()

    @classmethod
    def opened(cls, sealed: str) -> Self | None:
        """None for what is not of this address, not ours, or too old."""
        try:
            found = tools().vault.open_json(base64.urlsafe_b64decode(sealed), _place())
        except (SealBrokenError, binascii.Error, ValueError):
            return None
        if found.pop("at") < time() - SECONDS:
            return None
        pairs = [(name, value) for name, value in found.pop("pairs")]
        return cls(**found | {"pairs": pairs, "kept": True})


def _place() -> str:
    """On a shared screen of this turn too: once it has ended, not even its writer opens what is left on a page."""
    return f"{PLACE} {request.path} {kiosk.turn()}".rstrip()


def init_app(app: Flask) -> None:
    """After the token was asked for: what is sealed is opened for whoever it is of, before any view is called."""
    app.before_request(_open_kept)


def _open_kept() -> ResponseReturnValue | None:
    if not is_kept():
        return None
    if page := given_back(AGAIN):
        return page
    raise BadRequest


def is_kept() -> bool:
    """Whether what is posted was sealed on the page."""
    return request.method == "POST" and request.endpoint not in NOWHERE and KEPT in request.form


def given_back(why: Why, link: str = "") -> tuple[str, int] | None:
    """The page with all that was posted, for who posted it; None where there is nothing to give to whoever is here.

    ``link`` leads to what must be done first. Of what was only pressed, the page leads back to where that is asked:
    nothing that cannot be undone is done from a page that does not show it.
    """
    posted = _posted()
    if posted is None or not _may_read(posted.page):
        return None
    endpoint = str(request.endpoint)
    if endpoint in BUTTONS:
        return None if link else (render_template("pressed.html", why=why, alone=True), why.code)
    told = AGAIN if posted.kept and why is OLD else why
    mine = lines_of(posted.pairs) if endpoint == STEP else written(endpoint, posted.pairs)
    page = render_template(
        "given_back.html",
        why=told,
        press=PRESSES.get(endpoint, SEND),
        link=link,
        posted=posted,
        mine=mine,
        alone=True,
    )
    return page, why.code


def _may_read(page: str) -> bool:
    """Whether who is here wrote on that page.

    Where the database does not tell who that is, the page must be one of this very session, which each log-in begins
    anew; on a shared screen that does not do, since who sits there may be anybody by now.
    """
    if who() is None and g.get("visitor_failed"):
        return not kiosk.place() and whose_page.is_of_session(page)
    return whose_page.is_of(tools(), page, who())


def opened() -> tuple[str, int] | None:
    """The page of what was sealed, for its writer; None where nothing sealed was posted."""
    return given_back(AGAIN) if is_kept() else None


def kept_for(login: str) -> str | None:
    """The page that holds it, sealed, until who wrote it is logged in again by the link; None as ``given_back``.

    Nor is a mere press kept: after the log-in its own page comes.
    """
    posted = None if request.endpoint in BUTTONS else _posted()
    if posted is None or not _is_kept_here(posted.page):
        return None
    sealed = "" if posted.too_much else posted.sealed()
    return render_template("kept.html", posted=posted, sealed=sealed, login=login, alone=True)


def _is_kept_here(page: str) -> bool:
    """On a shared screen only during its writer's own turn: after its end who sits there may be anybody."""
    if not kiosk.place():
        return whose_page.is_somebodys(page)
    last = last_with(tools(), session.get(kiosk.LOGGED_IN))
    return last is not None and whose_page.is_of_account(tools(), page, last)


def of_another() -> bool:
    """Whether it was written on the page of somebody else than who is here."""
    posted = _posted()
    known = posted is not None and whose_page.is_somebodys(posted.page)
    return known and posted is not None and not whose_page.is_of(tools(), posted.page, who())


def _posted() -> Posted | None:
    """What came, read once; None where nothing is given back, or nothing was written."""
    if request.method != "POST" or request.endpoint in NOWHERE | {None} or htmx_request.htmx:
        return None
    if "posted" not in g:
        g.posted = _read()
    found: Posted | None = g.posted
    return found if found and any(value.strip() for _, value in found.pairs) else None


def _read() -> Posted | None:
    try:
        files = _files()
        came = typing_in.pairs()
    except RequestEntityTooLarge:
        return None
    if sealed := dict(came).get(KEPT):
        return Posted.opened(sealed)
    controls = {name for name, _ in came if name.startswith("_")} | {whose_page.FIELD} | CODES
    return Posted(
        page=whose_page.page_of(dict(came).get(whose_page.FIELD, "")),
        pairs=[(name, value) for name, value in came if name not in controls],
        files=files,
        code=any(value for name, value in came if name in CODES),
    )


def _files() -> list[str]:
    """The names of the files that were chosen; none of them is read to its end where that was not done before."""
    if request.mimetype != "multipart/form-data":
        return []
    if "form" not in vars(request):
        return [one.name for one in read_past_files() if one.name]
    return [one.filename for one in request.files.values() if one.filename]
