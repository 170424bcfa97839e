"""The application in the test's own process, on the site's database and keys: so that a test can break a part of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from tests.guest import Guest
from tests.integration.wizard.test_kiosk import MARK
from tests.running_site import Site
from wizard.app import create_app


@contextmanager
def in_process(site: Site, **settings: Any) -> Iterator[Flask]:
    """With the site's settings, and these over them."""
    app = create_app(site.settings(**settings))
    try:
        yield app
    finally:
        app.extensions["tools"].store.close()


def browser_of(app: Flask, guest: Guest) -> FlaskClient:
    """Somebody's browser there: logged in as they are on the site, and on a shared screen where they are on one."""
    client = app.test_client()
    for name in ("veiviser", MARK):
        if kept := guest.http.cookies.get(name):
            client.set_cookie(name, kept, domain="localhost")
    return client
