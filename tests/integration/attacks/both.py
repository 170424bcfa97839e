"""The shared site, on one kind of database after the other: for a file of attacks all of which store something."""

import pytest

from tests.running_site import Site


@pytest.fixture(scope="module", params=["site", "postgresql_site"])
def kind_of_site(request: pytest.FixtureRequest) -> str:
    """Apart from ``site``: pytest would make the shared site anew for each of its parameters."""
    kind: str = request.param
    return kind


@pytest.fixture(scope="module")
def site(request: pytest.FixtureRequest, kind_of_site: str) -> Site:
    """In a module that imports both, whatever needs the site needs it on each kind of database."""
    found: Site = request.getfixturevalue(kind_of_site)
    return found
