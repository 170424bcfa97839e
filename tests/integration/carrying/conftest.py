"""PostgreSQL's own programs, of the server's version, where a backup looks for them."""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.handover.world import World
from tests.integration.postgresql_server import PostgresqlServer


def with_programs(world: World, server: PostgresqlServer | None) -> World:
    if server:
        world.environment["PATH"] = f"{server.binaries}:{os.environ['PATH']}"
    return world


@pytest.fixture(params=["sqlite", "postgresql"])
def server(request: pytest.FixtureRequest) -> PostgresqlServer | None:
    """None where it is SQLite."""
    return request.getfixturevalue("postgresql") if request.param == "postgresql" else None


def place(folder: Path, server: PostgresqlServer | None) -> World:
    """A machine with nothing on it."""
    folder.mkdir()
    url = server.database(uuid.uuid4().hex) if server else f"sqlite:///{folder / 'own.sqlite'}"
    return with_programs(World(folder, url), server)


@pytest.fixture
def world(tmp_path: Path, server: PostgresqlServer | None) -> Iterator[World]:
    with place(tmp_path / "old", server) as world:
        yield world
