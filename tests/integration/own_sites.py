"""Sites of a folder's own, where it matters what whoever logs in has told before: its conftest imports them."""

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.integration.conftest import told_by
from tests.integration.postgresql_server import PostgresqlServer
from tests.running_site import Site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, usual: Callable[[Path], str]) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("own-site")
    with Site(folder, usual(folder)) as site:
        yield site
    assert told_by(site) == []


@pytest.fixture(scope="session")
def postgresql_site(tmp_path_factory: pytest.TempPathFactory, postgresql: PostgresqlServer) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("own-postgresql-site")
    with Site(folder, postgresql.database(uuid.uuid4().hex)) as site:
        yield site
    assert told_by(site) == []
