"""The key that signs cookies is changed without anybody being logged out or a shared screen forgetting what it is."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer

from tests.guest import Guest
from tests.integration.wizard.test_kiosk import MARK, shared_by
from tests.running_site import Site, key
from wizard.app import create_app

Open = Callable[..., FlaskClient]


@pytest.fixture
def opened(site: Site) -> Iterator[Open]:
    """A browser with somebody's cookies, in front of the site as it is after a restart with these settings."""
    with ExitStack() as stack:

        def open_with(guest: Guest, **settings: str) -> FlaskClient:
            app = create_app(site.settings(**settings))
            stack.callback(app.extensions["tools"].store.close)
            client = app.test_client()
            for name in ("veiviser", MARK):
                if value := guest.http.cookies.get(name):
                    client.set_cookie(name, value, domain="localhost")
            return client

        yield open_with


def test_whoever_is_logged_in_stays_so_while_the_key_is_changed(site: Site, opened: Open) -> None:
    guest, former = site.visitor("stille"), site.environment["VEIVISER_SECRET_KEY"]
    new = key()
    page = opened(guest, secret_key=new, secret_key_former=f"{key()},{former}").get("/larvik/mine-saker")
    assert (page.status_code, "Stille" in page.text) == (200, True)
    assert opened(guest, secret_key=new).get("/larvik/mine-saker").status_code == 302
    assert opened(guest, secret_key=new, secret_key_former=key()).get("/larvik/mine-saker").status_code == 302


def test_a_page_from_before_is_taken_while_the_key_is_changed(site: Site, opened: Open) -> None:
    guest, former = site.visitor("stille"), site.environment["VEIVISER_SECRET_KEY"]
    posted = {"csrf_token": guest.token("/larvik/mine-saker")}
    changed = opened(guest, secret_key=key(), secret_key_former=f"{key()},{former}")
    assert changed.post("/larvik/innlogginger/avslutt", data=posted).status_code == 303
    forged = {"csrf_token": signed_token(key())}
    assert changed.post("/larvik/innlogginger/avslutt", data=forged).status_code == 400


def signed_token(secret: str) -> str:
    return str(URLSafeTimedSerializer(secret, salt="wtf-csrf-token").dumps("whatever"))


def test_what_is_signed_from_then_on_is_signed_by_the_new_key(site: Site, opened: Open) -> None:
    new, former = key(), site.environment["VEIVISER_SECRET_KEY"]
    client = opened(site.visitor(), secret_key=new, secret_key_former=former)
    client.get("/larvik/logg-inn")
    made = client.get_cookie("veiviser")
    assert made
    signer = SecureCookieSessionInterface().get_signing_serializer(signed_by(new))
    assert signer
    assert "csrf_token" in signer.loads(made.value)


def signed_by(secret: str) -> Flask:
    app = Flask("a reader of cookies")
    app.secret_key = secret
    return app


def test_a_shared_screen_knows_that_it_is_one_with_a_new_key(site: Site, opened: Open) -> None:
    screen, former = shared_by(site), site.environment["VEIVISER_SECRET_KEY"]
    screen.log_in("stille")
    words = "Dette er en delt skjerm. Trykk"
    kept = opened(screen, secret_key=key(), secret_key_former=former).get("/larvik/mine-saker")
    assert words in kept.text
