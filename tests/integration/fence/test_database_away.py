"""A database that fails in the middle of a request: the page says so, is drawn without it, and gives the text back."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from sqlalchemy import event
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoneFreeError
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from tests.draft import Draft, begin
from tests.guest import CANARY, hidden
from tests.integration.fence.in_process import browser_of, in_process
from tests.integration.wizard.test_kiosk import shared_by, sits_down
from tests.running_site import Site

TYPED = {
    "submitter_role": "self",
    "staff_assistance": "yes",
    "staff_assistance_office": CANARY,
    "staff_assistance_initials": "KN",
}
AWAY = OperationalError("", {}, sqlite3.OperationalError("unable to open database file"))


@pytest.fixture
def app(site: Site) -> Iterator[Flask]:
    with in_process(site) as app:
        yield app


@pytest.fixture
def draft(site: Site) -> Draft:
    return begin(site.visitor("stille"))


@contextmanager
def away(app: Flask, table: str = "", error: Exception = AWAY) -> Iterator[None]:
    """From the first statement about that table on nothing is answered; without one from the first of all."""
    store, failed = app.extensions["tools"].store, list[str]()

    def fail(*told: object) -> None:
        if failed or table in str(told[2]):
            failed.append(table)
            raise error

    for engine in (store.reader, store.writer):
        event.listen(engine, "before_cursor_execute", fail)
    yield
    for engine in (store.reader, store.writer):
        event.remove(engine, "before_cursor_execute", fail)


def is_whole(answer: TestResponse) -> bool:
    """Whether it is a page of ours, with what each of them says to browsers."""
    told = answer.headers.get("Content-Security-Policy", ""), answer.headers.get("Cache-Control", "")
    return (
        answer.status_code == 503
        and "default-src" in told[0]
        and "no-store" in told[1]
        and "</html>" in answer.text
    )


@pytest.mark.parametrize("table", ["login_sessions", "cases", "step_answers"])
def test_what_was_typed_into_a_step_is_given_back(app: Flask, draft: Draft, table: str) -> None:
    step = draft.step("role")
    typed, browser = draft.guest.told(step).along(TYPED), browser_of(app, draft.guest)
    with away(app, table):
        page, answer = browser.get(step), browser.post(step, data=MultiDict(typed))
    assert is_whole(page)
    assert is_whole(answer)
    assert CANARY in answer.text
    again = [(name, hidden(answer.text, name) or value) for name, value in typed]
    assert browser.post(step, data=MultiDict(again)).status_code == 303


def test_where_no_connection_comes_free_the_text_is_given_back_too(app: Flask, draft: Draft) -> None:
    step = draft.step("role")
    typed = draft.guest.told(step).along(TYPED)
    with away(app, "step_answers", NoneFreeError()):
        answer = browser_of(app, draft.guest).post(step, data=MultiDict(typed))
    assert is_whole(answer)
    assert CANARY in answer.text


def test_where_nobody_is_known_it_is_not_given_to_another_log_in(app: Flask, draft: Draft) -> None:
    step = draft.step("role")
    typed = draft.guest.told(step).along(TYPED)
    draft.guest.log_out()
    draft.guest.log_in("kjekk")
    with away(app):
        answer = browser_of(app, draft.guest).post(step, data=MultiDict(typed))
    assert is_whole(answer)
    assert CANARY not in answer.text


def test_nor_on_a_shared_screen(site: Site, app: Flask) -> None:
    screen = shared_by(site)
    step = sits_down(screen).step("role")
    typed = screen.told(step).along(TYPED)
    with away(app):
        answer = browser_of(app, screen).post(step, data=MultiDict(typed))
    assert is_whole(answer)
    assert CANARY not in answer.text


def test_the_page_of_another_failure_fails_by_it_no_more_than_it_must(app: Flask, draft: Draft) -> None:
    with away(app):
        answer = browser_of(app, draft.guest).get("/ingen-kommune/")
    assert is_whole(answer)
