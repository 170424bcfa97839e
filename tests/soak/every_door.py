"""On PostgreSQL too the application lets in exactly whom the table says: everybody at every address."""

import pytest

from tests.integration.conftest import postgresql, postgresql_site
from tests.integration.fence.conftest import world
from tests.integration.fence.test_routes import (
    app,
    test_the_application_lets_in_exactly_whom_the_table_says,
)
from tests.running_site import Site

__all__ = [
    "app",
    "postgresql",
    "postgresql_site",
    "test_the_application_lets_in_exactly_whom_the_table_says",
    "world",
]


@pytest.fixture(scope="module")
def site(postgresql_site: Site) -> Site:
    return postgresql_site
