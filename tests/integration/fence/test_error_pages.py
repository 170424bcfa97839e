"""Each error is a page of the site: in the reader's language, kept nowhere, with a way on and no trace of the code."""

from collections.abc import Iterator

import pytest
from flask import Flask, abort

from tests.guest import CANARY, hidden
from tests.integration.fence.in_process import in_process
from tests.running_site import Site
from wizard.access import anyone, guarded_by

WAY_ON = '<a class="ds-button" href="/larvik/">'
CODES = (400, 403, 404, 405, 409, 413, 415, 429, 500, 503)


@guarded_by(anyone)
def fails(code: int) -> str:
    abort(code, description=CANARY)


@pytest.fixture(scope="module")
def app(site: Site) -> Iterator[Flask]:
    with in_process(site) as app:
        app.add_url_rule("/larvik/fails/<int:code>", view_func=fails)
        yield app


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_error_is_a_page_of_ours(app: Flask, language: str) -> None:
    client = app.test_client()
    token = hidden(client.get("/larvik/").text, "csrf_token")
    client.post("/sprak", data={"csrf_token": token, "code": language})
    for code in CODES:
        answer = client.get(f"/larvik/fails/{code}")
        assert answer.status_code == code
        for part in (f'<html lang="{language}"', '<header class="top">', "<footer", WAY_ON, f"{code}</p>"):
            assert part in answer.text, (code, part)
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
