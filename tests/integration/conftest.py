"""What integration tests share: the databases that everything must run on, and the site as it runs on them."""

import os
import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.clamav import ClamAv
from tests.integration.postgresql_server import PostgresqlServer
from tests.integration.s3_server import S3Server
from tests.leaks import leaks
from tests.running_site import Site

TESTS_ON = "VEIVISER_TESTS_ON"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgresqlServer]:
    with PostgresqlServer(Path(tempfile.mkdtemp(prefix="veiviser-postgresql-"))) as server:
        yield server


@pytest.fixture(scope="session")
def clamav() -> Iterator[ClamAv]:
    with ClamAv(Path(tempfile.mkdtemp(prefix="veiviser-clamav-"))) as daemon:
        yield daemon


@pytest.fixture(scope="session")
def s3() -> Iterator[S3Server]:
    with S3Server(Path(tempfile.mkdtemp(prefix="veiviser-s3-"))) as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'test.sqlite'}"
    server: PostgresqlServer = request.getfixturevalue("postgresql")
    return server.database(uuid.uuid4().hex)


@pytest.fixture(scope="session")
def usual(request: pytest.FixtureRequest) -> Callable[[Path], str]:
    """Gives the database of a site in a folder: SQLite's, unless all is to be tried on PostgreSQL (``make soak``)."""

    def url(folder: Path) -> str:
        if os.environ.get(TESTS_ON) != "postgresql":
            return f"sqlite:///{folder / 'site.sqlite'}"
        server: PostgresqlServer = request.getfixturevalue("postgresql")
        return server.database(uuid.uuid4().hex)

    return url


@pytest.fixture(scope="session")
def site(
    tmp_path_factory: pytest.TempPathFactory, clamav: ClamAv, usual: Callable[[Path], str]
) -> Iterator[Site]:
    """The site, with clamd. When all is done, its logs have told nothing about anybody, and of no fault."""
    folder = tmp_path_factory.mktemp("site")
    with Site(folder, usual(folder), clamav.socket) as site:
        yield site
        site.stop()
    assert told_by(site) == []


@pytest.fixture(scope="session")
def postgresql_site(
    tmp_path_factory: pytest.TempPathFactory, postgresql: PostgresqlServer, clamav: ClamAv
) -> Iterator[Site]:
    """As ``site``, on PostgreSQL."""
    folder = tmp_path_factory.mktemp("postgresql-site")
    with Site(folder, postgresql.database(uuid.uuid4().hex), clamav.socket) as site:
        yield site
        site.stop()
    assert told_by(site) == []


@pytest.fixture(params=["site", "postgresql_site"])
def either_site(request: pytest.FixtureRequest) -> Site:
    """The site on each kind of database."""
    found: Site = request.getfixturevalue(request.param)
    return found


NEVER = ("Traceback", '"unexpected"', "database_unavailable", "policy_violated")
"""What no log may tell of after all the tests: faults, and a page that broke its own content policy (A-025)."""


def told_by(site: Site) -> list[str]:
    """The kinds of things in the site's logs that must not be there: faults, beside what no site's logs may tell."""
    logs = site.logs()
    return leaks(site) + [word for word in NEVER if word in logs]
