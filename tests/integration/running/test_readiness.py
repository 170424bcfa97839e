"""/readyz says whether the wizard can take what citizens send, on each kind of database, and nothing to a stranger."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from flask import Flask
from sqlalchemy import text, update

from tests.migrated import migrated
from tests.running_site import Site
from wizard import readiness as asked
from wizard.app import create_app
from wizard.heartbeat import Heartbeats
from wizard.models_workers import Worker

ALL = {"database", "migrations", "files", "room"}
NO_WORKER = {"worker": "warning"}
"""No worker runs here: a warning, since forms are taken all the same."""


@pytest.fixture
def app(tmp_path: Path, database_url: str) -> Iterator[Flask]:
    """In this process, on a database and a folder of its own, so that a test can break them."""
    migrated(database_url)
    app = create_app(Site(tmp_path, database_url).settings())
    yield app
    app.extensions["tools"].store.close()


def checks(app: Flask, status: int) -> dict[str, str]:
    answer = app.test_client().get("/readyz", base_url="http://127.0.0.1")
    assert answer.status_code == status, answer.json
    told = answer.get_json()
    assert told["status"] == ("ok" if status == 200 else "failing")
    assert told.keys() == {"status", "checks"}
    found: dict[str, str] = told["checks"]
    return found


def test_a_site_that_is_well_says_so_and_nothing_is_changed_by_asking(either_site: Site) -> None:
    with either_site.unchanged():
        answer = httpx.get(f"{either_site.url}/readyz")
    assert answer.status_code == 200
    told = answer.json()
    assert told["checks"].pop("worker") in {"ok", "warning"}, "other tests may have let one work on it"
    assert told == {"status": "ok", "checks": dict.fromkeys(ALL, "ok")}


def test_a_database_that_cannot_be_written(app: Flask) -> None:
    store = app.extensions["tools"].store
    store.writer = store.reader
    assert checks(app, 503)["database"] == "failing"


def test_tables_of_another_version(app: Flask) -> None:
    with app.extensions["tools"].store.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    found = checks(app, 503)
    assert {name for name, told in found.items() if told == "failing"} == {"migrations"}


def test_tables_of_another_dbos(app: Flask) -> None:
    """Without them nothing could be sent."""
    with app.extensions["tools"].store.begin() as connection:
        schema = "" if connection.dialect.name == "sqlite" else "dbos."
        connection.execute(text(f"UPDATE {schema}dbos_migrations SET version = version - 1"))  # noqa: S608 -- a word of ours
    found = checks(app, 503)
    assert {name for name, told in found.items() if told == "failing"} == {"migrations"}


def test_a_worker_that_is_not_seen_is_a_warning_and_no_more(app: Flask) -> None:
    tools = app.extensions["tools"]
    assert checks(app, 200)["worker"] == "warning"
    Heartbeats(tools.store).beat("worker-1")
    app.extensions["readiness"] = asked.Readiness(tools)
    assert checks(app, 200)["worker"] == "ok"
    long_ago = tools.clock() - timedelta(seconds=tools.settings.lost_seconds + 1)
    with tools.store.write() as db:
        db.execute(update(Worker).values(seen_at=long_ago))
    app.extensions["readiness"] = asked.Readiness(tools)
    assert checks(app, 200)["worker"] == "warning"


def test_a_folder_that_nothing_can_be_kept_in(app: Flask) -> None:
    folder: Path = app.extensions["tools"].settings.files
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("no folder")
    assert checks(app, 503)["files"] == "failing"


def test_too_little_room(app: Flask) -> None:
    tools = app.extensions["tools"]
    much = tools.settings.model_copy(update={"least_free_bytes": 10**18})
    app.extensions["readiness"] = asked.Readiness(replace(tools, settings=much))
    assert checks(app, 503) == dict.fromkeys(ALL, "ok") | {"room": "failing"} | NO_WORKER


def test_a_flood_of_questions_is_one_look(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = list[object]()

    def look(tools: object) -> dict[str, bool]:
        looked.append(tools)
        return {"database": True}

    monkeypatch.setattr(asked, "look", look)
    for _ in range(50):
        checks(app, 200)
    assert len(looked) == 1


def test_a_look_that_hangs_is_waited_for_by_nobody_else(app: Flask) -> None:
    with app.extensions["readiness"]._looking:  # noqa: SLF001 -- as a request that hangs in the database holds it
        assert checks(app, 503) == {"in_time": "failing"}
