"""The worlds and sites of the integration tests, in which things go wrong here."""

import uuid
from collections.abc import Iterator

import pytest

from tests.faults.striking import armed
from tests.integration.conftest import database_url, postgresql, usual
from tests.integration.handover.conftest import world
from tests.integration.postgresql_server import PostgresqlServer
from tests.leaks import leaks
from tests.running_site import Site

__all__ = ["database_url", "postgresql", "usual", "world"]


@pytest.fixture(scope="session")
def struck_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site whose processes can be struck; its logs tell of faults then, and still of nobody."""
    folder = tmp_path_factory.mktemp("struck")
    yield from _armed(Site(folder, f"sqlite:///{folder / 'site.sqlite'}"))


@pytest.fixture(scope="session")
def struck_postgresql(
    tmp_path_factory: pytest.TempPathFactory, postgresql: PostgresqlServer
) -> Iterator[Site]:
    yield from _armed(
        Site(tmp_path_factory.mktemp("struck-postgresql"), postgresql.database(uuid.uuid4().hex))
    )


def _armed(site: Site) -> Iterator[Site]:
    armed(site)
    with site:
        yield site
    assert leaks(site) == []


@pytest.fixture
def struck(request: pytest.FixtureRequest) -> Site:
    """The one on the database that the test's parameter names."""
    found: Site = request.getfixturevalue(f"struck_{request.param}")
    return found
