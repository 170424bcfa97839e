"""Every error is a page in the reader's language: what happened, what is kept, what to do. Never a stack trace."""

from collections.abc import Sequence
from contextlib import suppress

import structlog
from flask import Flask, g, render_template
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from htmx_flask import request
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException, SecurityError

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
    UnreadableError,
)
from wizard.cases.participants import (
    COPY_OVER,
    ENDED,
    EXPIRED,
    HELP_OVER,
    IDLE,
    NOT_BEGUN,
    TAKEN_BACK,
    WORKS_HERE,
)
from wizard.guard import UnknownMunicipalityError
from wizard.kiosk import FileStaysError
from wizard.routes import account, here, repeated, to_colleague
from wizard.routes.autosave import not_kept
from wizard.routes.left_path import Line
from wizard.routes.logged_out import typed_lines
from wizard.routes.repeated import BAD, LOGGED_IN_AGAIN, TOO_LARGE, TOO_OFTEN, WRONG
from wizard.routes.searching import searched_again

TEXTS = {
    BAD: (
        N_("Noe ble feil da du sendte"),
        N_("Gå tilbake og prøv en gang til. Det du har lagret, er trygt."),
    ),
    404: (
        N_("Vi finner ikke siden"),
        N_("Den er kanskje flyttet eller slettet, eller du må logge inn som en annen."),
    ),
    405: (
        N_("Siden kan ikke åpnes på denne måten"),
        N_("Gå til forsiden og start derfra. Det du har lagret, er trygt."),
    ),
    409: (
        N_("Dette er allerede sendt"),
        N_("Det du sendte, kan ikke endres. Kontakt kontoret hvis noe er feil."),
    ),
    413: (
        N_("Dette var for stort"),
        N_("Kort ned teksten, eller send færre filer om gangen. Det du har lagret, er trygt."),
    ),
    429: (N_("Vent litt"), N_("Det kom for mange forsøk på kort tid. Prøv igjen om et minutt.")),
    500: (
        N_("Noe gikk galt hos oss"),
        N_("Det er ikke din feil. Det du har lagret, er trygt. Prøv igjen om litt."),
    ),
    503: (
        N_("Vi får ikke lagret akkurat nå"),
        N_("Vent litt og prøv igjen. Det du har lagret før, er trygt."),
    ),
}
GONE = 404
OF_ANOTHER_LOG_IN = {"The CSRF tokens do not match.", "The CSRF session token is missing."}
"""What Flask-WTF says of a token that is whole, and of another session: from before a log-in or a log-out."""
ANOTHER = (
    N_("Du er logget inn som en annen enn den som skrev"),
    N_(
        "Teksten er ikke lagret. Gå tilbake i nettleseren, så står den der ennå. Logg inn i en ny fane som den som"
        " skrev, og lagre på nytt."
    ),
)
UNREADABLE = (
    N_("Saken kan ikke åpnes akkurat nå"),
    N_("Det som er sendt, er trygt. Si fra til kontoret hvis det ikke går senere heller."),
)
NOT_LOGGED = (
    N_("Saken kan ikke åpnes akkurat nå"),
    N_("Vi får ikke skrevet ned hvem som åpner saken. Da viser vi den ikke. Vent litt og prøv igjen."),
)
GROUND_LOST = {
    ENDED: (
        N_("Du handler ikke lenger for denne personen"),
        N_("Fullmakten eller oppdraget er avsluttet. Det som er skrevet, er trygt hos den det gjelder."),
    ),
    EXPIRED: (
        N_("Fullmakten har gått ut"),
        N_(
            "Den gjaldt til en dag som er forbi. Det som er skrevet, er trygt hos den det gjelder."
            " En ny fullmakt lar deg fortsette."
        ),
    ),
    WORKS_HERE: (
        N_("Du kan ikke være fullmektig her"),
        N_(
            "Du arbeider på kontoret som behandler slike saker. Den det gjelder, kan fortsette selv eller gi fullmakt"
            " til en annen."
        ),
    ),
    TAKEN_BACK: (
        N_("Du er ikke lenger bedt om å skrive under"),
        N_("Ingen venter på underskriften din nå. Du trenger ikke gjøre noe."),
    ),
    HELP_OVER: (
        N_("Hjelpen er avsluttet"),
        N_(
            "Det som er skrevet, er trygt hos innbyggeren."
            " Trenger dere mer hjelp, lager innbyggeren en ny kode til deg."
        ),
    ),
    COPY_OVER: (
        N_("Saken er sendt, og du ser den ikke lenger"),
        N_(
            "Du som hjalp, ser kopien i 15 minutter etterpå. Innbyggeren har den hjemme."
            " Et underskrevet papir legger du inn fra skranken."
        ),
    ),
    IDLE: (
        N_("Hjelpen ble avsluttet fordi ingenting skjedde på 30 minutter"),
        N_(
            "Det som er skrevet, er trygt hos innbyggeren."
            " Trenger dere mer hjelp, lager innbyggeren en ny kode til deg."
        ),
    ),
    NOT_BEGUN: (
        N_("Fullmakten gjelder ikke ennå"),
        N_("Den må være skrevet under, og dagen den gjelder fra, må ha kommet."),
    ),
}
NEVER_SIGNS = (
    N_("Du kan ikke skrive under for den du hjelper"),
    N_("Personen bekrefter selv. Det gjør dere på siden for underskrift i skranken."),
)
OWN_PART = (
    N_("Denne saken er du selv en del av"),
    N_(
        "Du kan ikke åpne den på kontoret. En kollega må behandle den. Du finner dine egne saker på sidene dine."
    ),
)
FILE_STAYS = (
    N_("Du kan ikke laste ned filer på en delt skjerm"),
    N_(
        "Filen ville blitt liggende på maskinen etter deg."
        " Logg inn hjemme, eller be dem i skranken om å skrive den ut."
    ),
)
REMOVED = (
    N_("Saken ligger i kommunens arkiv"),
    N_("Den er ikke her lenger. Spør kontoret, og si referansen på saken."),
)
NO_FILE = (
    N_("Vi får ikke hentet filen nå"),
    N_("Vent litt og prøv igjen. Kontakt kontoret hvis det ikke går."),
)
IN_QUARANTINE = (
    N_("Vi sjekker filen for virus"),
    N_("Det kan ta litt tid. Prøv igjen om noen minutter."),
)
INFECTED = (
    N_("Det er virus i filen"),
    N_("Derfor kan ingen åpne den. Den må sendes på nytt uten virus, eller leveres på papir."),
)
COME_AGAIN = {"Retry-After": "60"}

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
    app.register_error_handler(GoneError, lambda error: _too_late(error, 404))
    app.register_error_handler(RemovedError, lambda _: _page(410, REMOVED))
    app.register_error_handler(NotLoggedError, lambda _: _page(503, NOT_LOGGED))
    app.register_error_handler(UnreadableError, lambda _: _page(503, UNREADABLE))
    app.register_error_handler(FileHeldBackError, _held_back)
    app.register_error_handler(FileUnavailableError, _file_unavailable)
    app.register_error_handler(OperationalError, _database)
    app.register_error_handler(Exception, _unexpected)


def _refused(error: HTTPException) -> ResponseReturnValue:
    if error.code is None or error.code < 400:  # noqa: PLR2004 -- Werkzeug's redirects are exceptions too
        return error
    if error.code == TOO_LARGE:
        return _too_large()
    if error.code == BAD and (again := repeated.typed_again(notice=WRONG)):
        return again
    headers = {name: value for name, value in error.get_headers() if name in {"Allow", "Retry-After"}}
    if error.code == TOO_OFTEN and (told := _too_often()):
        return *told, headers
    other = error.code == GONE and request.endpoint == "apply.answer" and here.who() is not None
    return *_page(error.code, ANOTHER if other else None), headers


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
    texts = GROUND_LOST[error.why]
    if request.endpoint == "apply.autosave":
        return not_kept(
            N_("Ikke lagret. Du handler ikke for denne personen nå. Kopier teksten hvis du trenger den.")
        ), 403
    if request.htmx:
        return "", 403, {"HX-Refresh": "true"}  # a part of a page cannot tell it: the whole page then does
    return _page(403, texts, typed_lines())


def _too_large() -> ResponseReturnValue:
    if request.endpoint == "apply.autosave":
        return not_kept(N_("Ikke lagret. Teksten er for lang. Kort den ned.")), TOO_LARGE
    return repeated.typed_again(TOO_LARGE) or _page(TOO_LARGE)


def _too_often() -> tuple[str, int] | None:
    if request.endpoint == "apply.autosave":
        return not_kept(N_("Ikke lagret ennå. Vent litt, så lagrer vi igjen.")), TOO_OFTEN
    return repeated.typed_again(TOO_OFTEN)


def _page(code: int, texts: tuple[str, str] | None = None, mine: Sequence[Line] = ()) -> tuple[str, int]:
    """``mine`` is what the visitor just typed and could not save."""
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
    again = account.away_without_token() or repeated.typed_again(notice=notice) or repeated.chosen_again()
    return again or searched_again() or _page(BAD)


def _held_back(error: FileHeldBackError) -> ResponseReturnValue:
    return _page(403, INFECTED) if error.infected else (*_page(409, IN_QUARANTINE), COME_AGAIN)


def _file_unavailable(error: FileUnavailableError) -> ResponseReturnValue:
    log.error("file_unavailable", route=request.endpoint, file=str(error.file_id), cause=error.cause)
    return _page(503, NO_FILE)


def _database(error: OperationalError) -> ResponseReturnValue:
    log.error("database_unavailable", route=request.endpoint, cause=type(error.orig).__name__)
    try:
        return account.away_without_database() or repeated.typed_again(503) or _page(503)
    except OperationalError:  # it cannot be read either
        return _page(503)


def _unexpected(error: Exception) -> tuple[str, int]:
    # the exception's own text may quote an answer: its kind and place are enough to find the fault
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    place = f"{frame.tb_frame.f_code.co_filename}:{frame.tb_lineno}" if frame else ""
    log.error("unexpected", route=request.endpoint, kind=type(error).__name__, place=place)
    return _page(500)
