"""The provider itself says that a log-in is over: somebody logged out at another site, or it was ended there."""

import structlog
from flask import request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest, NotFound, ServiceUnavailable

from wizard import elsewhere
from wizard.access import anyone, guarded_by
from wizard.oidc.client import Client
from wizard.oidc.errors import ProviderDownError, RefusedError
from wizard.routes.blueprints import account
from wizard.routes.here import tools, way_in

log = structlog.get_logger()


@account.post("/utlogget/fra-idporten")
@guarded_by(anyone)
def ended_elsewhere() -> ResponseReturnValue:
    """No browser asks here, so there is no token of a page: what the provider signed stands for it."""
    client = way_in()
    if not isinstance(client, Client):
        raise NotFound
    try:
        sid = client.ended(request.form.get("logout_token", ""))
    except RefusedError as error:
        log.warning("not_ended_elsewhere", why=str(error))
        raise BadRequest from error
    except ProviderDownError as error:
        raise ServiceUnavailable from error
    elsewhere.end(tools(), sid)
    return "", 200
