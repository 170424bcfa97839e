"""The application lets in exactly whom the table says: everybody at every address, on each kind of database."""

import pytest
from flask import Flask

from tests.integration.conftest import clamav, postgresql, postgresql_site
from tests.integration.conftest import site as sqlite_site
from tests.integration.fence.conftest import World, world
from tests.integration.fence.knocking import knocks
from tests.integration.fence.test_routes import app, whom_the_table_says
from tests.running_site import Site

__all__ = ["app", "clamav", "postgresql", "postgresql_site", "sqlite_site", "world"]


@pytest.fixture(scope="module", params=["sqlite_site", "postgresql_site"])
def site(request: pytest.FixtureRequest) -> Site:
    found: Site = request.getfixturevalue(request.param)
    return found


def test_the_application_lets_in_exactly_whom_the_table_says(site: Site, app: Flask, world: World) -> None:
    whom_the_table_says(site, app, world, list(knocks(app, world)))
