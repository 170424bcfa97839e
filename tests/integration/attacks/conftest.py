"""The people of the attacks: one who owns a draft, and others who should not get at it."""

import pytest

from tests.draft import Draft, begin
from tests.guest import Guest
from tests.running_site import Site


@pytest.fixture
def owner(site: Site) -> Guest:
    return site.visitor("stille")


@pytest.fixture
def other(site: Site) -> Guest:
    """Another citizen, logged in as themselves."""
    return site.visitor("myk")


@pytest.fixture
def draft(owner: Guest) -> Draft:
    """A draft in which nothing is answered."""
    return begin(owner)
