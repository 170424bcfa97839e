"""What a fault of ours tells: the citizen what is kept and what to do, the log its kind and place, nobody an answer."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, update
from werkzeug.datastructures import MultiDict

from tests import several
from tests.counter import begun
from tests.draft import Draft, begin
from tests.guest import CANARY, Guest, hidden
from tests.integration.conftest import told_by
from tests.integration.fence.in_process import browser_of, in_process
from tests.running_site import Site
from wizard.access import Rule, anyone, guarded_by
from wizard.models import LoginSession

HELPED = {"staff_assistance": "yes", "staff_assistance_office": CANARY, "staff_assistance_initials": "KN"}


Page = list[tuple[str, str]]


@guarded_by(anyone)
def fault() -> str:
    raise ValueError(CANARY)


def fault_of(**_: object) -> str:
    raise ValueError(CANARY)


def whole_rule(view: Any) -> Rule:
    found: Rule = view.access_rule
    return found


@pytest.fixture
def app(site: Site) -> Iterator[Flask]:
    with in_process(site) as app:
        app.add_url_rule("/fault", view_func=fault)
        yield app


@pytest.fixture
def draft(site: Site) -> Draft:
    return begin(site.visitor("stille"))


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
    typed = told | {"submitter_role": "self"} | HELPED
    answer = browser_of(app, draft.guest).post(draft.step("role"), data=typed)
    kept = browser_of(app, draft.guest).post(f"{draft.step('role')}/autolagring", data=typed)
    other.execute("ROLLBACK")
    other.close()
    assert (answer.status_code, kept.status_code) == (503, 503)
    assert f'value="{CANARY}"' in answer.text
    assert "Teksten din står her ennå" in answer.text
    assert CANARY not in "".join(capfd.readouterr())
    again = browser_of(app, draft.guest).post(draft.step("role"), data=typed)
    assert again.status_code == 303


@pytest.fixture
def long_at_it(site: Site, app: Flask, draft: Draft) -> Iterator[FlaskClient]:
    """The owner has read for five minutes, and another process writes for longer than anybody waits."""
    writer = app.extensions["tools"].store.writer
    event.listen(writer, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout=50"))
    browser = browser_of(app, draft.guest)
    with site.tools() as tools, tools.store.write() as db:
        db.execute(update(LoginSession).values(seen_at=tools.clock() - timedelta(minutes=5)))
    with closing(sqlite3.connect(site.folder / "site.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield browser
        other.execute("ROLLBACK")


def test_a_busy_database_lets_somebody_read_who_was_long_at_it(long_at_it: FlaskClient, draft: Draft) -> None:
    page = long_at_it.get(draft.step("role"))
    assert page.status_code == 200
    typed = {"csrf_token": hidden(page.text, "csrf_token"), "version": "0", "staff_assistance_office": CANARY}
    answer = long_at_it.post(draft.step("role"), data=typed | {"submitter_role": "self"} | HELPED)
    assert answer.status_code == 503
    assert f'value="{CANARY}"' in answer.text


@contextmanager
def busy(site: Site, app: Flask) -> Iterator[None]:
    """Another process writes for longer than anybody waits."""
    writer = app.extensions["tools"].store.writer
    event.listen(writer, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout=50"))
    with closing(sqlite3.connect(site.folder / "site.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def helper_in_a_step(site: Site) -> tuple[Guest, str, Page]:
    helped = begun(site.visitor("fin"))
    first = helped.step(helped.walk({}).path[0].slug)
    return helped.guest, first, helped.guest.told(first).along({"submitter_role": "self"} | HELPED)


def staff_with_a_case(site: Site) -> tuple[Guest, str, Page]:
    sent, lun = begin(site.visitor("stille")).complete(), site.visitor("lun")
    assert sent.send().status_code == 303
    case = f"/larvik/kontor/sak/{sent.id}"
    return lun, f"{case}/send-videre", lun.told(case).along({"track": CANARY})


def cosigner_who_says_no(site: Site) -> tuple[Guest, str, Page]:
    father = site.visitor("kjekk")
    draft = several.filled_for(site.visitor("myk"), site.visitor("rask").invented)
    several.wait(draft)
    at = several.come(father, several.code_of(several.ask(draft, "second_parent", father.invented)))
    return father, f"{at}/nei", father.told(at).along({"word": CANARY})


@pytest.mark.parametrize("writes", [helper_in_a_step, staff_with_a_case, cosigner_who_says_no])
def test_whoever_cannot_be_written_down_keeps_the_text(
    site: Site, app: Flask, writes: Callable[[Site], tuple[Guest, str, Page]]
) -> None:
    guest, address, page = writes(site)
    browser = app.test_client()
    browser.set_cookie("veiviser", guest.cookie, domain="localhost")
    with busy(site, app):
        answer = browser.post(address, data=MultiDict(page))
    assert answer.status_code == 503
    assert "Vi får ikke skrevet ned hvem som åpner saken." in answer.text
    assert CANARY in answer.text
    assert "Bjørkeløv" not in answer.text, "of the case it tells nothing"
    again = [(name, hidden(answer.text, name) or value) for name, value in page]
    assert browser.post(address, data=MultiDict(again)).status_code in {303, 400, 422}, "it was not taken"


def test_a_fault_of_ours_keeps_the_text_of_a_step(app: Flask, draft: Draft) -> None:
    """On a page that has nothing of the step's own, where the fault may be."""
    step, views = draft.step("role"), app.view_functions
    typed = draft.guest.told(step).along({"submitter_role": "self"} | HELPED)
    whole, views["apply.answer"] = (
        views["apply.answer"],
        guarded_by(whole_rule(views["apply.answer"]))(fault_of),
    )
    answer = browser_of(app, draft.guest).post(step, data=MultiDict(typed))
    views["apply.answer"] = whole
    assert answer.status_code == 500
    assert "Det er ikke din feil. Alt du skrev, er her." in answer.text
    assert CANARY in answer.text
    again = [(name, hidden(answer.text, name) or value) for name, value in typed]
    assert browser_of(app, draft.guest).post(step, data=MultiDict(again)).status_code == 303


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
