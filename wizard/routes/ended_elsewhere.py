"""The provider itself says that a log-in is over: somebody logged out at another site, or it was ended there."""

import uuid

import structlog
from flask import make_response, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest, NotFound, ServiceUnavailable

from wizard import elsewhere, headers
from wizard.access import anyone, guarded_by
from wizard.oidc.client import Client, origin
from wizard.oidc.errors import ProviderDownError, RefusedError
from wizard.routes.blueprints import account
from wizard.routes.here import tools, ways_in

log = structlog.get_logger()


@account.post("/utlogget/fra-idporten")
@guarded_by(anyone)
def ended_elsewhere() -> ResponseReturnValue:
    """No browser asks here, so there is no token of a page: what the provider signed stands for it."""
    return _ended(staff=False)


@account.post("/utlogget/fra-ansattinnlogging")
@guarded_by(anyone)
def staff_ended_elsewhere() -> ResponseReturnValue:
    """As ``ended_elsewhere``. Whoever is logged out at work is so in all that they had open here."""
    return _ended(staff=True)


def _ended(*, staff: bool) -> ResponseReturnValue:
    client = ways_in().client(staff=staff)
    if client is None:
        raise NotFound
    try:
        ended = client.ended(request.form.get("logout_token", ""))
    except RefusedError as error:
        log.warning("not_ended_elsewhere", why=str(error))
        raise BadRequest from error
    except ProviderDownError as error:
        raise ServiceUnavailable from error
    if ended.subject and (staff or not ended.sid):
        _note(elsewhere.end_all_of(tools(), client.party.issuer, ended.subject))
    if ended.sid:
        _note(elsewhere.end(tools(), client.party.issuer, ended.sid))
    return "", 200


def _note(accounts: list[uuid.UUID]) -> None:
    for one in accounts:
        log.info("ended_elsewhere", account=str(one))


@account.get("/utlogget/i-ramme")
@guarded_by(anyone)
def ended_in_frame() -> ResponseReturnValue:
    """The provider's page at log-out shows this one in a frame (OpenID Connect Front-Channel Logout 1.0).

    The one page that writes when it is read: so the standard has it. It can only end a log-in, which happens once,
    and only that of a ``sid`` that nobody else knows. A browser sends no cookies along into a frame of another site.
    """
    issuer, sid = request.args.get("iss", ""), request.args.get("sid", "")
    client = next((one for one in ways_in().clients() if one.party.issuer == issuer), None)
    if client is None or not sid:
        raise NotFound
    _note(elsewhere.end(tools(), issuer, sid))
    answer = make_response("", 200)
    headers.let_frame(answer, _pages_of(client))
    return answer


def _pages_of(client: Client) -> list[str]:
    """Where the provider's pages are: it may have them at another host than the one by whose name it goes."""
    try:
        return sorted({origin(client.party.issuer), origin(client.way_out())})
    except ProviderDownError:
        return [origin(client.party.issuer)]
