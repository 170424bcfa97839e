"""The public halves of our own keys, for a provider that fetches them rather than having them registered by hand."""

from flask import jsonify
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from wizard.access import anyone, guarded_by
from wizard.routes.blueprints import account
from wizard.routes.here import ways_in


@account.get("/.well-known/jwks.json")
@guarded_by(anyone)
def own_keys() -> ResponseReturnValue:
    """The key that signs and the one beside it, of each provider's (``jwks_uri``); 404 in the demo."""
    clients = ways_in().clients()
    if not clients:
        raise NotFound
    keys = {key["kid"]: key for client in clients for key in client.key.public()}
    return jsonify({"keys": list(keys.values())})
