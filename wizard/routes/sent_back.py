"""Log-in at a provider: there, and back with its answer."""

from collections.abc import Callable
from typing import NamedTuple

import structlog
from flask import make_response, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from forms.language import N_
from forms.situation import Person
from wizard import kiosk
from wizard.access import anyone, guarded_by
from wizard.leaving import left_lately
from wizard.oidc.client import Asked, Client
from wizard.oidc.errors import (
    CancelledError,
    NamelessError,
    NumberlessError,
    ProviderDownError,
    RefusedError,
    RolelessError,
    WeakError,
)
from wizard.oidc.told import Told
from wizard.providers import Identified
from wizard.routes.account import AT_WORK, let_in, login_page
from wizard.routes.asked_lately import note_asked, take_asked
from wizard.routes.blueprints import account
from wizard.routes.confirming import PAGE, asks_to_confirm, confirm_page, confirmed
from wizard.routes.here import language, municipality, tools, ways_in, who
from wizard.staff_told import member_of_staff
from wizard.ways_in import StaffProvider

AGAIN = N_("Innloggingen gikk ikke helt fram. Prøv en gang til. Det du har lagret, er trygt.")
BACK = N_("Du er ikke logget inn. Innloggingen ble avbrutt. Du kan prøve igjen når du vil.")
NOT_CONFIRMED = N_("Du har ikke bekreftet at det er deg. Du kan prøve igjen når du vil.")
TOO_OLD = N_("Siden var for gammel. Trykk på knappen en gang til.")
WEAK = "weak"
"""That the provider let somebody in by too weak a way: where it is not to ask anew, it would do so again."""
ALREADY = N_("Du er logget inn fra før.")
ANSWERS: dict[type[Exception], tuple[str, int]] = {
    CancelledError: (BACK, 200),
    ProviderDownError: (
        N_("Vi får ikke kontakt med ID-porten nå. Prøv igjen om noen minutter. Det du har lagret, er trygt."),
        503,
    ),
    WeakError: (
        N_("Denne tjenesten krever en sikrere innlogging. Prøv igjen, og velg BankID eller Buypass."),
        403,
    ),
    NumberlessError: (
        N_(
            "ID-porten ga oss ikke et norsk fødselsnummer. Da kan vi ikke logge deg inn her. Ring kommunen for å få"
            " hjelp."
        ),
        403,
    ),
    RefusedError: (AGAIN, 400),
}
STAFF_ANSWERS: dict[type[Exception], tuple[str, int]] = ANSWERS | {
    ProviderDownError: (
        N_("Vi får ikke kontakt med kommunens innlogging nå. Prøv igjen om noen minutter."),
        503,
    ),
    WeakError: (
        N_("Denne tjenesten krever en sikrere innlogging. Logg inn hos kommunen med to trinn."),
        403,
    ),
    NumberlessError: (
        N_(
            "Kommunens innlogging ga oss ikke fødselsnummeret ditt. Uten det kan vi ikke holde deg unna saker du selv"
            " er en del av. Si fra til dem som har ansvar for innloggingen i kommunen."
        ),
        403,
    ),
    NamelessError: (
        N_(
            "Kommunens innlogging ga oss ikke navnet ditt. Si fra til dem som har ansvar for innloggingen i kommunen."
        ),
        403,
    ),
    RolelessError: (
        N_(
            "Du har ikke tilgang til denne tjenesten i %(municipality)s. Trenger du den i arbeidet, må lederen din be"
            " om tilgang for deg."
        ),
        403,
    ),
}

log = structlog.get_logger()


class _Way(NamedTuple):
    """One provider's way in: where its answers come back to, who they say that one is, and what is said where not."""

    staff: bool
    back: str
    identify: Callable[[Told], Identified]
    answers: dict[type[Exception], tuple[str, int]]

    def client(self) -> Client:
        """404 where there is no such provider, as in the demo."""
        found = ways_in().client(staff=self.staff)
        if found is None:
            raise NotFound
        return found

    def told(self, error: Exception, *, confirms: bool) -> ResponseReturnValue:
        """The log-in page once more, or the page that asks to confirm, with what happened and a way on."""
        log.warning("not_logged_in", kind=type(error).__name__, why=str(error), staff=self.staff)
        session[WEAK] = isinstance(error, WeakError)
        text, code = self.answers[type(error)]
        if confirms and who():
            again = NOT_CONFIRMED if isinstance(error, CancelledError) else text
            return confirm_page(language().text(again, municipality=municipality().name)), code
        same = (here := who()) is not None and here.staff == self.staff
        said = language().text(ALREADY if same else text, municipality=municipality().name)
        return login_page([], notice=said, staff=self.staff), code


def _citizen(told: Told) -> Identified:
    number = told.national_id("pid", synthetic=tools().settings.allow_synthetic_numbers)
    return Identified(Person("", number), told.level, elsewhere=told.elsewhere)


def _staff(told: Told) -> Identified:
    provider = ways_in().staff
    assert isinstance(provider, StaffProvider)  # noqa: S101 -- its client has just answered
    if provider.client.party.asked_again and not told.refresh_token:
        log.warning("no_refresh_token")
    return member_of_staff(tools(), provider.file, told, municipality().id)


CITIZENS = _Way(staff=False, back="account.sent_back", identify=_citizen, answers=ANSWERS)
STAFF = _Way(staff=True, back="account.staff_sent_back", identify=_staff, answers=STAFF_ANSWERS)


@account.get("/<municipality>/logg-inn/idporten")
@guarded_by(anyone)
def way_to_provider() -> ResponseReturnValue:
    """The page with the button, and no more: a link on another site logs nobody in (OWASP ASVS 7.6.2)."""
    return _asks(CITIZENS)


@account.get("/<municipality>/logg-inn/ansatt")
@guarded_by(anyone)
def way_to_staff_provider() -> ResponseReturnValue:
    """As ``way_to_provider``."""
    return _asks(STAFF)


@account.get(f"{PAGE}/innlogging")
@guarded_by(anyone)
def way_to_confirm() -> ResponseReturnValue:
    """As ``way_to_provider``."""
    return _asks(_own_way(), confirms=True)


@account.post("/<municipality>/logg-inn/idporten")
@guarded_by(anyone)
def sent_to_provider() -> ResponseReturnValue:
    return _there(CITIZENS)


@account.post("/<municipality>/logg-inn/ansatt")
@guarded_by(anyone)
def sent_to_staff_provider() -> ResponseReturnValue:
    return _there(STAFF)


@account.post(f"{PAGE}/innlogging")
@guarded_by(anyone)
def sent_to_confirm() -> ResponseReturnValue:
    return _there(_own_way(), confirms=who() is not None)


def _own_way() -> _Way:
    here = who()
    return STAFF if (here.staff if here else session.get(AT_WORK)) else CITIZENS


def _asks(way: _Way, *, confirms: bool = False, notice: str = "") -> ResponseReturnValue:
    way.client()
    if not confirms:
        return login_page([], notice=notice, staff=way.staff)
    return asks_to_confirm(notice)


def asked_again() -> ResponseReturnValue | None:
    """The button once more where its page was too old; None for what does not lead to a provider."""
    endpoint = (request.endpoint or "").removeprefix("account.")
    ways = {"sent_to_provider": CITIZENS, "sent_to_staff_provider": STAFF, "sent_to_confirm": _own_way()}
    if endpoint not in ways or ways_in().client(staff=ways[endpoint].staff) is None:
        return None
    notice = language().text(TOO_OLD)
    return make_response(_asks(ways[endpoint], confirms=endpoint == "sent_to_confirm", notice=notice), 400)


def _there(way: _Way, *, confirms: bool = False) -> ResponseReturnValue:
    client = way.client()
    back = url_for(way.back, _external=True)
    # what somebody left behind at the provider, on a shared screen or in haste, must not be the next one's
    anew = session.pop(WEAK, False) or bool(kiosk.place()) or left_lately()
    asked = Asked.for_page(back, anew=anew, confirms=confirms)
    try:
        address = client.begin(asked, language().code)
    except ProviderDownError as error:
        return way.told(error, confirms=confirms)
    note_asked(asked, municipality().id)
    return _leads_on(address, staff=way.staff)


def _leads_on(address: str, *, staff: bool) -> ResponseReturnValue:
    """By a page of our own: the content policy follows a form over every redirect, and a provider has its own."""
    page = render_template("leads_on.html", target=address, staff=staff, alone=True)
    return page, {"Refresh": f"0; url={address}"}


@account.get("/<municipality>/logg-inn/svar")
@guarded_by(anyone)
def sent_back() -> ResponseReturnValue:
    return _back(CITIZENS)


@account.get("/<municipality>/logg-inn/ansatt/svar")
@guarded_by(anyone)
def staff_sent_back() -> ResponseReturnValue:
    return _back(STAFF)


def _back(way: _Way) -> ResponseReturnValue:
    client = way.client()
    asked = take_asked(request.args.get("state", ""), municipality().id)
    confirms = asked is not None and asked.confirms
    try:
        if asked is None or asked.back != url_for(way.back, _external=True):
            raise RefusedError("answer: state")
        found = way.identify(client.finish(asked, request.args))
    except tuple(way.answers) as error:
        return way.told(error, confirms=confirms)
    return confirmed(found) if confirms and who() else let_in(found)
