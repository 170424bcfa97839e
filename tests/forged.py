"""Sessions and tokens as only a hole of ours, or time, could make them: they are signed by the site's own key."""

import time
from typing import Any

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import TimestampSigner, URLSafeTimedSerializer

from tests.guest import Guest
from tests.running_site import Site

COOKIE = "veiviser"
NINETY_MINUTES = 90 * 60


class NinetyMinutesAgo(TimestampSigner):
    def get_timestamp(self) -> int:
        return int(time.time()) - NINETY_MINUTES


def aged(site: Site, cookie: str) -> str:
    """The token that the page of this session had ninety minutes ago."""
    of_session = _serializer(site).loads(cookie)["csrf_token"]
    secret = site.environment["VEIVISER_SECRET_KEY"]
    return str(
        URLSafeTimedSerializer(secret, salt="wtf-csrf-token", signer=NinetyMinutesAgo).dumps(of_session)
    )


def holds(site: Site, guest: Guest, **values: Any) -> None:
    """The guest's session holds these values too."""
    signer = _serializer(site)
    session = signer.loads(guest.cookie) | values
    guest.http.cookies.clear()
    guest.http.cookies.set(COOKIE, str(signer.dumps(session)), domain="127.0.0.1")


def log_in_of(site: Site, guest: Guest) -> str:
    """The token of the guest's log-in, as their cookie has it."""
    return str(held_by(site, guest)["_user_id"])


def held_by(site: Site, guest: Guest) -> dict[str, Any]:
    """All that the guest's session holds."""
    found: dict[str, Any] = _serializer(site).loads(guest.cookie)
    return found


def _serializer(site: Site) -> URLSafeTimedSerializer:
    app = Flask("a maker of cookies")
    app.secret_key = site.environment["VEIVISER_SECRET_KEY"]
    found = SecureCookieSessionInterface().get_signing_serializer(app)
    assert found
    return found
