from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient
from pydantic import ValidationError

from tests.running_site import Site
from wizard.app import create_app
from wizard.settings import Settings

ADDRESS = "/.well-known/security.txt"


@contextmanager
def asked(settings: Settings) -> Iterator[FlaskClient]:
    """Nothing is stored: the application itself, on the shared site's database."""
    app = create_app(settings)
    yield app.test_client()
    app.extensions["tools"].store.close()


def test_whoever_finds_a_hole_reads_where_to_tell_of_it(site: Site) -> None:
    told = site.settings().model_copy(update={"security_contact": "mailto:sikkerhet@kommune.example"})
    with asked(told) as browser:
        answer = browser.get(ADDRESS, base_url="http://127.0.0.1")
    assert answer.status_code == 200
    assert answer.content_type == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in answer.text.splitlines())
    assert fields["Contact"] == "mailto:sikkerhet@kommune.example"
    left = datetime.strptime(fields["Expires"], "%Y-%m-%dT%H:%M:%S%z") - datetime.now(UTC)
    assert timedelta(days=80) < left < timedelta(days=91)


def test_where_no_address_is_told_nobody_is_sent_anywhere(site: Site) -> None:
    with asked(site.settings()) as browser:
        assert browser.get(ADDRESS, base_url="http://127.0.0.1").status_code == 404


@pytest.mark.parametrize(
    "contact",
    ["sikkerhet@kommune.example", "http://kommune.example", "mailto:a@b.example\nExpires: never", "mailto:"],
)
def test_what_is_no_address_stops_the_start(site: Site, contact: str) -> None:
    given = site.settings().model_dump() | {"security_contact": contact}
    with pytest.raises(ValidationError, match="security_contact"):
        Settings(**given)
