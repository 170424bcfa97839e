"""Every error is a page in the reader's language: what happened, what is kept, what to do. Never a stack trace."""

from collections.abc import Sequence
from contextlib import suppress

import structlog
from flask import Flask, g, make_response, render_template
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from htmx_flask import request
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoneFreeError
from werkzeug.exceptions import HTTPException, InternalServerError, SecurityError

from forms.language import N_, Language
from forms.municipality import municipalities, municipality
from wizard.access import HelpsOneselfError, OwnPartError
from wizard.cases.errors import (
    AlreadySentError,
    FileHeldBackError,
    FileUnavailableError,
    GoneError,
    GroundLostError,
    NeverSignsError,
    NotLoggedError,
    RemovedError,
    TooManyDraftsError,
    UnreadableError,
)
from wizard.cases.rehashing import OtherKeysError
from wizard.failure_texts import (
    ANOTHER,
    ANOTHER_FETCHED,
    FILE_STAYS,
    GROUND_LOST,
    IN_QUARANTINE,
    INFECTED,
    NEVER_SIGNS,
    NO_FILE,
    NOT_LOGGED,
    NOT_SCREENED,
    OWN_PART,
    REMOVED,
    REMOVED_FROM_OFFICE,
    TEXTS,
    TOO_MANY_DRAFTS,
    UNREADABLE,
)
from wizard.guard import UnknownMunicipalityError
from wizard.kiosk import FileStaysError
from wizard.limits import MINUTE
from wizard.routes import account, here, repeated, sent_back, to_colleague
from wizard.routes import given_back_texts as texts
from wizard.routes.autosave import TOO_LONG, not_kept
from wizard.routes.given_back import given_back, is_kept, of_another, opened
from wizard.routes.left_path import Line
from wizard.routes.logged_out import typed_lines
from wizard.routes.repeated import BAD, LOGGED_IN_AGAIN, TOO_LARGE, TOO_OFTEN, WRONG
from wizard.routes.searching import searched_again

GONE, FAULT = 404, 500
OF_ANOTHER_LOG_IN = {"The CSRF tokens do not match.", "The CSRF session token is missing."}
"""What Flask-WTF says of a token that is whole, and of another session: from before a log-in or a log-out."""
COME_AGAIN = {"Retry-After": "60"}
SOON = {"Retry-After": "5"}
"""Of a database that others write to, or that is started anew."""

log = structlog.get_logger()


def init_app(app: Flask) -> None:
    app.register_error_handler(CSRFError, _token_refused)
    app.register_error_handler(SecurityError, _wrong_host)
    app.register_error_handler(UnknownMunicipalityError, _unknown_municipality)
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(GroundLostError, _ground_lost)
    app.register_error_handler(NeverSignsError, lambda _: _page(403, NEVER_SIGNS))
    app.register_error_handler(HelpsOneselfError, lambda _: (to_colleague.page(), 403))
    app.register_error_handler(OwnPartError, lambda _: _page(403, OWN_PART))
    app.register_error_handler(FileStaysError, lambda _: _page(403, FILE_STAYS))
    app.register_error_handler(AlreadySentError, lambda error: _too_late(error, 409))
    app.register_error_handler(TooManyDraftsError, lambda _: _page(409, TOO_MANY_DRAFTS))
    app.register_error_handler(GoneError, lambda error: _too_late(error, 404))
    app.register_error_handler(RemovedError, _removed)
    app.register_error_handler(NotLoggedError, _not_logged)
    app.register_error_handler(UnreadableError, lambda _: _page(503, UNREADABLE))
    app.register_error_handler(FileHeldBackError, _held_back)
    app.register_error_handler(FileUnavailableError, _file_unavailable)
    app.register_error_handler(OperationalError, _database)
    app.register_error_handler(NoneFreeError, _database)
    app.register_error_handler(OtherKeysError, _other_keys)
    app.register_error_handler(Exception, _unexpected)


def _refused(error: HTTPException) -> ResponseReturnValue:
    if error.code is None or error.code < 400:  # noqa: PLR2004 -- Werkzeug's redirects are exceptions too
        return error
    if isinstance(error, InternalServerError) and error.original_exception:
        return _while_telling(error.original_exception)
    if error.code == TOO_LARGE:
        return _too_large()
    if error.code == BAD and (again := repeated.typed_again(notice=WRONG)):
        return again
    headers = {name: value for name, value in error.get_headers() if name in {"Allow", "Retry-After"}}
    if error.code == TOO_OFTEN and (told := _too_often(int(headers.get("Retry-After", 0)))):
        return *told, headers
    other = error.code == GONE and request.endpoint == "apply.answer" and here.who() is not None
    return *_page(error.code, ANOTHER if other else None), headers


def _while_telling(error: BaseException) -> ResponseReturnValue:
    """What fails while a page of a failure is made comes here once more, as Flask has it."""
    if isinstance(error, OperationalError | NoneFreeError):
        return _database(error)
    return _unexpected(error)


def _unknown_municipality(_: UnknownMunicipalityError) -> ResponseReturnValue:
    known = municipalities(here.tools().settings.municipalities)
    return render_template("unknown_municipality.html", municipalities=list(known.values())), 404


def _too_late(error: Exception, code: int) -> ResponseReturnValue:
    # whoever deletes and whoever sends at the same moment both leave a line behind, the one who lost too
    log.info(
        "refused",
        why=type(error).__name__,
        route=request.endpoint,
        account=str(here.visitor().account_id),
        case=str(here.case().id),
    )
    return (repeated.sent_meanwhile() if isinstance(error, AlreadySentError) else None) or _page(code)


def _ground_lost(error: GroundLostError) -> ResponseReturnValue:
    log.info("ground_lost", why=error.why, route=request.endpoint)
    told = GROUND_LOST[error.why]
    if request.endpoint == "apply.autosave":
        return not_kept(
            N_("Ikke lagret. Du handler ikke for denne personen nå. Kopier teksten hvis du trenger den.")
        ), 403
    if request.htmx:
        return "", 403, {"HX-Refresh": "true"}  # a part of a page cannot tell it: the whole page then does
    return _page(403, told, typed_lines())


def _too_large() -> ResponseReturnValue:
    if request.endpoint == "apply.autosave":
        return not_kept(TOO_LONG), TOO_LARGE
    return repeated.typed_again(TOO_LARGE) or given_back(texts.TOO_LARGE) or _page(TOO_LARGE)


def _too_often(seconds: int) -> tuple[str, int] | None:
    if seconds > MINUTE:  # what is counted by the day, by the view itself
        return given_back(texts.TOMORROW) or _page(TOO_OFTEN, (texts.TOMORROW.heading, texts.TOMORROW.text))
    if request.endpoint == "apply.autosave":
        return not_kept(N_("Ikke lagret ennå. Vent litt, så lagrer vi igjen.")), TOO_OFTEN
    return repeated.typed_again(TOO_OFTEN) or given_back(texts.TOO_OFTEN)


def _page(code: int, texts: tuple[str, str] | None = None, mine: Sequence[Line] = ()) -> tuple[str, int]:
    """``mine`` is what the visitor just typed and could not save. What failed here is told without the database."""
    if code >= FAULT:
        here.leave_database()
    language = g.get("language", Language())
    g.setdefault("language", language)
    _keep_place()
    heading, text = texts or TEXTS.get(code, TEXTS[BAD])
    page = render_template(
        "error.html", code=code, heading=language.text(heading), text=language.text(text), mine=mine
    )
    return page, code


def _keep_place() -> None:
    """An address under a municipality that leads nowhere is still under it."""
    if g.get("municipality") is None:
        with suppress(LookupError):
            name = request.path.split("/")[1]
            g.municipality = municipality(name, here.tools().settings.municipalities)
            g.place = {"municipality": name}


def _token_refused(error: CSRFError) -> ResponseReturnValue:
    log.info("token_refused", route=request.endpoint)
    return _untrusted(error)


def _wrong_host(_: SecurityError) -> ResponseReturnValue:
    """No page: every address on one would name a host that is not ours."""
    return "Ukjent adresse.", 400, {"Content-Type": "text/plain; charset=utf-8"}


def _untrusted(error: CSRFError) -> ResponseReturnValue:
    """The page's token is not this session's: show what was typed or chosen again, with a fresh one."""
    notice = LOGGED_IN_AGAIN if error.description in OF_ANOTHER_LOG_IN else ""
    again = account.away_without_token() or opened() or repeated.typed_again(notice=notice)
    given = (
        again
        or repeated.chosen_again()
        or searched_again()
        or sent_back.asked_again()
        or given_back(texts.AGAIN if notice else texts.OLD)
    )
    return given or (_page(403, ANOTHER_FETCHED if is_kept() else ANOTHER) if of_another() else _page(BAD))


def _held_back(error: FileHeldBackError) -> ResponseReturnValue:
    if error.infected or error.given_up:
        return _page(403, INFECTED if error.infected else NOT_SCREENED)
    return *_page(409, IN_QUARANTINE), COME_AGAIN


def _removed(_: RemovedError) -> ResponseReturnValue:
    here_now = here.who()
    return _page(410, REMOVED_FROM_OFFICE if here_now and here_now.staff else REMOVED)


def _not_logged(_: NotLoggedError) -> ResponseReturnValue:
    """Of the case it tells nothing; what its writer posted is theirs, unless it was taken."""
    here.leave_database()
    given = None if g.get("taken") else given_back(texts.NOT_LOGGED)
    return given or _page(503, NOT_LOGGED)


def _file_unavailable(error: FileUnavailableError) -> ResponseReturnValue:
    log.error("file_unavailable", route=request.endpoint, file=str(error.file_id), cause=error.cause)
    return _page(503, NO_FILE)


def _database(error: OperationalError | NoneFreeError) -> ResponseReturnValue:
    """Its own step once more, where that can be read; else what was posted, which needs nothing to be read."""
    log.error(
        "database_unavailable", route=request.endpoint, cause=type(getattr(error, "orig", error)).__name__
    )
    again = None
    with suppress(OperationalError, NoneFreeError):
        again = account.away_without_database() or repeated.typed_again(503)
    if again is None:
        here.leave_database()
        again = given_back(texts.BUSY) or _page(503)
    answer = make_response(again)
    if answer.status_code == 503:  # noqa: PLR2004 -- else somebody is led elsewhere
        answer.headers.update(SOON)
    return answer


def _other_keys(_: OtherKeysError) -> ResponseReturnValue:
    """Nobody is found by these keys: whoever came back would get a second account, and none of what is theirs."""
    log.error("other_lookup_keys", route=request.endpoint)
    return _page(503)


def _unexpected(error: BaseException) -> tuple[str, int]:
    # the exception's own text may quote an answer: its kind and place are enough to find the fault
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    place = f"{frame.tb_frame.f_code.co_filename}:{frame.tb_lineno}" if frame else ""
    log.error("unexpected", route=request.endpoint, kind=type(error).__name__, place=place)
    here.leave_database()
    given = None
    with suppress(Exception):  # what could not be done may be what this page needs as well
        given = given_back(texts.OUR_FAULT)
    return given or _page(500)
