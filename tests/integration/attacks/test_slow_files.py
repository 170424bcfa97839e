"""Files that cost their reader much: few bytes may ask for many seconds, and what is refused counts in no quota."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests import hostile
from tests.draft import Draft, begin
from tests.integration.wizard.test_attachments import STEP, links
from tests.running_site import Site
from tests.sendable import pdf
from wizard.app import create_app

ENOUGH = "Filene dine har tatt lang tid å lese."
SLOW = "Det tok for lang tid å lese filen."


@pytest.fixture
def hurried(site: Site, tmp_path: Path) -> Iterator[Flask]:
    """One that reads for a second of each person's within ten minutes."""
    app = create_app(site.settings(limits_file=tmp_path / "limits", reading_seconds=1))
    yield app
    app.extensions["tools"].store.close()


def ready(site: Site, person: str) -> Draft:
    draft = begin(site.visitor(person))
    draft.fill(until=STEP)
    return draft


def send(app: Flask, draft: Draft, content: bytes) -> TestResponse:
    client: FlaskClient = app.test_client()
    client.set_cookie("veiviser", draft.guest.cookie, domain="localhost")
    told = draft.guest.told(draft.step(STEP)).controls | {"_upload": STEP}
    return client.post(draft.step(STEP), data=told | {STEP: (BytesIO(content), "bilde.jpg")})


def test_after_a_file_that_takes_too_long_the_rest_of_the_request_is_not_read(either_site: Site) -> None:
    draft = ready(either_site, "stille")
    page = draft.guest.told(draft.step(STEP)).controls | {"_upload": STEP}
    sent = {"tung.jpg": hostile.many_scans(400), "god.pdf": pdf(), "tung2.jpg": hostile.many_scans(400)}
    files = [(STEP, (name, content, "a/b")) for name, content in sent.items()]
    with either_site.unchanged():
        answer = draft.guest.http.post(draft.step(STEP), data=page, files=files)
    told = " ".join(answer.text.split())
    assert answer.status_code == 422
    assert f"tung.jpg: {SLOW}" in told
    assert "god.pdf: Vi fikk ikke tatt imot filen nå." in told
    assert "tung2.jpg: Vi fikk ikke tatt imot filen nå." in told
    assert links(draft) == {}


def test_what_is_refused_is_counted_by_the_time_that_it_took(site: Site, hurried: Flask) -> None:
    draft, other = ready(site, "stille"), ready(site, "myk")
    refused = [send(hurried, draft, hostile.many_scans(400)).get_data(as_text=True) for _ in range(11)]
    assert SLOW in refused[0]
    assert ENOUGH in refused[-1], "each is counted as a tenth of a second at least"
    assert SLOW in send(hurried, other, hostile.many_scans(400)).get_data(as_text=True), "another person"
