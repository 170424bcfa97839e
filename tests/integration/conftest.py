"""What integration tests share: the databases that everything must run on."""

import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.postgresql_server import PostgresqlServer


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgresqlServer]:
    with PostgresqlServer(Path(tempfile.mkdtemp(prefix="veiviser-postgresql-"))) as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'test.sqlite'}"
    server: PostgresqlServer = request.getfixturevalue("postgresql")
    return server.database(uuid.uuid4().hex)
