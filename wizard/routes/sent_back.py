"""Log-in at a provider: there, and back with its answer."""

import structlog
from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from forms.language import N_
from forms.situation import Person
from wizard.access import anyone, guarded_by
from wizard.elsewhere import Elsewhere
from wizard.oidc.client import Asked, Client
from wizard.oidc.errors import (
    CancelledError,
    NumberlessError,
    ProviderDownError,
    RefusedError,
    WeakError,
)
from wizard.providers import Identified
from wizard.routes.account import let_in, login_page
from wizard.routes.asked_lately import note_asked, take_asked
from wizard.routes.blueprints import account
from wizard.routes.here import language, municipality, way_in, who

AGAIN = N_("Innloggingen gikk ikke helt fram. Prøv en gang til. Det du har lagret, er trygt.")
BACK = N_("Du er ikke logget inn. Innloggingen ble avbrutt. Du kan prøve igjen når du vil.")
DOWN = N_("Vi får ikke kontakt med ID-porten nå. Prøv igjen om noen minutter. Det du har lagret, er trygt.")
WEAK = N_("Denne tjenesten krever en sikrere innlogging. Prøv igjen, og velg BankID eller Buypass.")
NUMBERLESS = N_(
    "ID-porten ga oss ikke et norsk fødselsnummer. Da kan vi ikke logge deg inn her. Ring kommunen for å få hjelp."
)
ALREADY = N_("Du er logget inn fra før.")
ANSWERS: dict[type[Exception], tuple[str, int]] = {
    CancelledError: (BACK, 200),
    ProviderDownError: (DOWN, 503),
    WeakError: (WEAK, 403),
    NumberlessError: (NUMBERLESS, 403),
    RefusedError: (AGAIN, 400),
}

log = structlog.get_logger()


@account.get("/<municipality>/logg-inn/idporten")
@guarded_by(anyone)
def sent_to_provider() -> ResponseReturnValue:
    client = _client()
    asked = Asked.for_page(url_for("account.sent_back", _external=True))
    try:
        address = client.begin(asked, language().code)
    except ProviderDownError as error:
        return _told(error)
    note_asked(asked, municipality().id)
    return redirect(address)


@account.get("/<municipality>/logg-inn/svar")
@guarded_by(anyone)
def sent_back() -> ResponseReturnValue:
    client = _client()
    asked = take_asked(request.args.get("state", ""), municipality().id)
    try:
        if asked is None:
            raise RefusedError("answer: state")
        known = client.finish(asked, request.args)
    except tuple(ANSWERS) as error:
        return _told(error)
    person = Person("", known.national_id)
    elsewhere = Elsewhere(known.sid, known.id_token)
    return let_in(Identified(person, known.level, elsewhere=elsewhere))


def _client() -> Client:
    found = way_in()
    if not isinstance(found, Client):
        raise NotFound
    return found


def _told(error: Exception) -> ResponseReturnValue:
    """The log-in page once more, with what happened and a way on."""
    log.warning("not_logged_in", kind=type(error).__name__, why=str(error))
    text, code = ANSWERS[type(error)]
    return login_page([], notice=language().text(ALREADY if who() else text)), code
