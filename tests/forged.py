"""A session as only a hole of ours could make it: it is signed by the site's own key."""

from typing import Any

from flask import Flask
from flask.sessions import SecureCookieSessionInterface

from tests.guest import Guest
from tests.running_site import Site

COOKIE = "veiviser"


def holds(site: Site, guest: Guest, **values: Any) -> None:
    """The guest's session holds these values too."""
    app = Flask("a maker of cookies")
    app.secret_key = site.environment["VEIVISER_SECRET_KEY"]
    signer = SecureCookieSessionInterface().get_signing_serializer(app)
    assert signer
    session = signer.loads(guest.cookie) | values
    guest.http.cookies.clear()
    guest.http.cookies.set(COOKIE, str(signer.dumps(session)), domain="127.0.0.1")
