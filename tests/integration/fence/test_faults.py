"""What a fault of ours tells: the citizen what is kept and what to do, the log its kind and place, nobody an answer."""

import sqlite3
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from tests.draft import Draft, begin
from tests.guest import CANARY
from tests.integration.conftest import told_by
from tests.running_site import Site
from wizard.access import anyone, guarded_by
from wizard.app import create_app


@guarded_by(anyone)
def fault() -> str:
    raise ValueError(CANARY)


@pytest.fixture
def app(site: Site) -> Iterator[Flask]:
    app = create_app(site.settings())
    app.add_url_rule("/fault", view_func=fault)
    yield app
    app.extensions["tools"].store.close()


@pytest.fixture
def draft(site: Site) -> Draft:
    return begin(site.visitor("stille"))


def browser_of(app: Flask, draft: Draft) -> FlaskClient:
    client = app.test_client()
    client.set_cookie("veiviser", draft.guest.cookie, domain="localhost")
    return client


def test_a_fault_is_a_page_that_says_what_is_kept(app: Flask, capfd: pytest.CaptureFixture[str]) -> None:
    answer = app.test_client().get("/fault")
    assert answer.status_code == 500
    assert "Det du har lagret, er trygt." in answer.text
    told = "".join(capfd.readouterr())
    for words in (answer.text, told):
        assert CANARY not in words
        assert "Traceback" not in words
    assert '"kind": "ValueError"' in told
    assert "test_faults.py:" in told


def test_a_database_that_is_busy_too_long_keeps_the_text_on_the_page(
    site: Site, app: Flask, draft: Draft, capfd: pytest.CaptureFixture[str]
) -> None:
    writer = app.extensions["tools"].store.writer
    event.listen(writer, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout=50"))
    told = draft.guest.told(draft.step("role")).controls
    other = sqlite3.connect(site.folder / "site.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    helped = {"staff_assistance": "yes", "staff_assistance_office": CANARY, "staff_assistance_initials": "KN"}
    typed = told | {"submitter_role": "self"} | helped
    answer = browser_of(app, draft).post(draft.step("role"), data=typed)
    kept = browser_of(app, draft).post(f"{draft.step('role')}/autolagring", data=typed)
    other.execute("ROLLBACK")
    other.close()
    assert (answer.status_code, kept.status_code) == (503, 503)
    assert f'value="{CANARY}"' in answer.text
    assert "Teksten din står her ennå" in answer.text
    assert CANARY not in "".join(capfd.readouterr())
    again = browser_of(app, draft).post(draft.step("role"), data=typed)
    assert again.status_code == 303


def test_the_watch_over_the_logs_bites(site: Site, tmp_path_factory: pytest.TempPathFactory) -> None:
    quiet = Site(tmp_path_factory.mktemp("quiet"), site.database_url)
    log = quiet.folder / "wizard.log"
    log.write_text(f'{{"event": "denied", "case": "{"1" * 8}-1111-4111-8111-{"1" * 12}"}}\n')
    assert told_by(quiet) == []
    for words in (
        CANARY,
        "x 14835749828 y",
        "Bjørkeløv",
        "Traceback (most recent",
        quiet.environment["VEIVISER_KEYS"],
    ):
        log.write_text(words)
        assert told_by(quiet) != []
