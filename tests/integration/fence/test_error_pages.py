"""Each error is a page of the site: in the reader's language, kept nowhere, with a way on and no trace of the code."""

from collections.abc import Iterator

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient

from tests.guest import CANARY, hidden
from tests.running_site import Site
from wizard.access import anyone, guarded_by
from wizard.app import create_app

CODES = (400, 403, 404, 405, 409, 413, 415, 429, 500, 503)


@guarded_by(anyone)
def fails(code: int) -> str:
    abort(code, description=CANARY)


@pytest.fixture(scope="module")
def app(site: Site) -> Iterator[Flask]:
    app = create_app(site.settings())
    app.add_url_rule("/larvik/fails/<int:code>", view_func=fails)
    yield app
    app.extensions["tools"].store.close()


@pytest.fixture(params=["nb", "nn", "en"])
def client(app: Flask, request: pytest.FixtureRequest) -> FlaskClient:
    client = app.test_client()
    token = hidden(client.get("/larvik/").text, "csrf_token")
    client.post("/sprak", data={"csrf_token": token, "code": request.param})
    client.environ_base["language"] = request.param
    return client


@pytest.mark.parametrize("code", CODES)
def test_every_error_is_a_page_of_ours(client: FlaskClient, code: int) -> None:
    answer = client.get(f"/larvik/fails/{code}")
    language = client.environ_base["language"]
    assert answer.status_code == code
    assert f'<html lang="{language}"' in answer.text
    assert '<header class="top">' in answer.text
    assert "<footer" in answer.text
    assert '<a class="ds-button" href="/larvik/">' in answer.text
    assert ("Det du har lagret" in answer.text) <= (language == "nb")
    assert str(code) in answer.text.partition("<main")[2]
    assert CANARY not in answer.text
    assert "Traceback" not in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_each_says_something_of_its_own(app: Flask) -> None:
    client = app.test_client()
    told = {
        code: client.get(f"/larvik/fails/{code}").text.partition("<h1>")[2].partition("</h1>")[0]
        for code in CODES
    }
    assert len(set(told.values())) == len(CODES) - 2, (
        "400, 403 and 415 are one: what was sent could not be taken"
    )


def test_an_error_outside_every_municipality_leads_to_them_all(app: Flask) -> None:
    answer = app.test_client().post("/livez", headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 405
    assert answer.headers["Allow"]
    assert 'href="/">Velg kommune</a>' in answer.text
