"""F-17: another process holds the database: for 3 seconds all wait, for longer it is said, and the text stays."""

import sqlite3
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from http import HTTPStatus
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine

from tests import behind
from tests.draft import Draft, begin
from tests.faults.striking import Fields, posted
from tests.guest import CANARY, hidden
from tests.integration.handover.world import World, until
from tests.running_site import Site

SHORT = 3.0
"""Seconds for which whoever writes waits."""
LONGEST_ANSWER = 15.0


@contextmanager
def held(site: Site, case_id: uuid.UUID) -> Iterator[None]:
    """Another process writes: SQLite's one lock is taken, of PostgreSQL the case's."""
    if site.database_url.startswith("sqlite"):
        with closing(sqlite3.connect(Path(site.folder, "site.sqlite"), isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
            other.execute("ROLLBACK")
    else:
        with create_engine(site.database_url, poolclass=NullPool).begin() as other:
            other.exec_driver_sql(f"SELECT 1 FROM cases WHERE id = '{case_id}' FOR UPDATE")  # noqa: S608 -- our own id
            yield


def ready(site: Site) -> tuple[Draft, Fields]:
    draft = begin(site.visitor("stille"))
    draft.fill()
    return draft, draft.guest.told(draft.step("need")).along({"need_description": CANARY})


@pytest.mark.parametrize("struck", ["sqlite", "postgresql"], indirect=True)
def test_f_17_held_for_3_seconds_a_save_waits_and_is_done(struck: Site) -> None:
    draft, fields = ready(struck)
    with ThreadPoolExecutor(1) as browser:
        with held(struck, draft.id):
            saving = browser.submit(posted, draft.guest, draft.step("need"), fields)
            time.sleep(SHORT)
            assert not saving.done(), "it waits"
        answer = saving.result()
    assert answer is not None
    assert answer.status_code == HTTPStatus.SEE_OTHER
    assert behind.answers(struck, draft)["need"]["need_description"] == CANARY


@pytest.mark.parametrize("struck", ["sqlite"], indirect=True)
def test_f_17_held_for_long_it_is_said_the_text_stays_and_it_is_saved_later(struck: Site) -> None:
    """As long as it takes here, and 30 seconds in ``make soak``."""
    held_for(struck, 0)


def held_for(site: Site, seconds: float) -> None:
    draft, fields = ready(site)
    kept, begun = behind.answers(site, draft), time.monotonic()
    with held(site, draft.id):
        answer = posted(draft.guest, draft.step("need"), fields)
        assert answer is not None
        assert time.monotonic() - begun < LONGEST_ANSWER
        assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
        assert "Teksten din står her ennå" in answer.text
        assert CANARY in answer.text
        time.sleep(max(0.0, begun + seconds - time.monotonic()))
    assert behind.answers(site, draft) == kept
    again = [(name, hidden(answer.text, name) or value) for name, value in fields]
    saved = posted(draft.guest, draft.step("need"), again)
    assert saved is not None
    assert saved.status_code == HTTPStatus.SEE_OTHER


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_f_17_a_worker_whose_database_is_held_hands_over_once_it_is_let_go(world: World) -> None:
    worker_waits(world, SHORT)


def worker_waits(world: World, seconds: float) -> None:
    world.start_small_docgen()
    case_id = world.submit()
    with closing(sqlite3.connect(world.folder / "test.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        worker = world.start_worker()
        time.sleep(seconds)
        other.execute("ROLLBACK")
    until(lambda: world.delivered(case_id))
    assert worker.poll() is None
    assert world.events(case_id)[-2:] == ["documents_made", "delivered"]
