"""A move that is killed or cannot be done leaves a site that goes on, and nothing that could pass for a whole one."""

import signal
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from tests.database import rows
from tests.integration.handover.world import World
from tests.integration.postgresql_server import PostgresqlServer
from wizard.migrate import configuration, migrate

URLS = tuple[str, str]
NEWEST = str(ScriptDirectory.from_config(configuration(None)).get_current_head())


@pytest.fixture(params=["to-postgresql", "to-sqlite"])
def urls(request: pytest.FixtureRequest, tmp_path: Path, postgresql: PostgresqlServer) -> URLS:
    both = f"sqlite:///{tmp_path / 'own.sqlite'}", postgresql.database(uuid.uuid4().hex)
    return both if request.param == "to-postgresql" else both[::-1]


@pytest.fixture
def world(urls: URLS, tmp_path: Path) -> Iterator[World]:
    with World(tmp_path, urls[0]) as world:
        world.submit()
        yield world


def killed_at(world: World, urls: URLS, point: str) -> None:
    assert world.run("move", *urls, check=False, VEIVISER_FAIL=f"{point}:kill").returncode == -signal.SIGKILL


def refused(world: World, urls: URLS) -> str:
    """Why a move is refused, in words, and without harm to either database."""
    before = rows(urls[0], but="")
    done = world.run("move", *urls, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert rows(urls[0], but="") == before
    return done.stderr


def moved(world: World, urls: URLS) -> None:
    assert "Moved and compared" in world.run("move", *urls).stdout
    assert {name.rpartition(".")[2]: len(kept) for name, kept in rows(urls[0]).items() if kept} == {
        name.rpartition(".")[2]: len(kept) for name, kept in rows(urls[1]).items() if kept
    }


def test_one_that_is_killed_while_it_writes_is_done_again_as_if_it_had_not_been_tried(
    world: World, urls: URLS
) -> None:
    before = rows(urls[0], but="")
    killed_at(world, urls, "move_half_written")
    assert rows(urls[0], but="") == before
    world.submit()
    moved(world, urls)


def test_one_that_is_killed_before_the_old_one_closes_leaves_a_new_one_that_takes_nothing(
    world: World, urls: URLS
) -> None:
    killed_at(world, urls, "move_written")
    world.submit()
    assert "was not finished" in refused(world, urls)
    assert world.run("put-out", "--everybody", check=False, VEIVISER_DATABASE_URL=urls[1]).returncode == 1


def test_one_that_is_killed_once_the_old_one_is_closed_is_finished_by_the_next(
    world: World, urls: URLS
) -> None:
    killed_at(world, urls, "move_fenced")
    for url in urls:
        assert world.run("put-out", "--everybody", check=False, VEIVISER_DATABASE_URL=url).returncode == 1
    moved(world, urls)
    assert "has been moved before" in refused(world, urls)
    assert world.run("put-out", "--everybody", VEIVISER_DATABASE_URL=urls[1]).returncode == 0


def test_what_cannot_be_moved_is_refused_in_words(world: World, urls: URLS) -> None:
    assert "the same database" in refused(world, (urls[0], urls[0]))
    nowhere = world.run("move", f"sqlite:///{world.folder}/none.sqlite", urls[1], check=False)
    assert "There is no database at" in nowhere.stderr
    set_version(urls[0], "0001")
    assert "run veiviser migrate there first" in refused(world, urls)
    set_version(urls[0], NEWEST)
    migrate(urls[1])
    set_version(urls[1], "9999")
    assert "other tables than this version's" in refused(world, urls)
    set_version(urls[1], NEWEST)
    with World(world.folder, urls[1]) as other:
        other.submit()
    assert "is not empty: there are rows in " in refused(world, urls)


def set_version(url: str, version: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{version}'")  # noqa: S608 -- our own
    engine.dispose()
