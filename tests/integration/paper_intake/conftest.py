"""A caseworker with an envelope in hand."""

import pytest

from tests.guest import Guest
from tests.integration.own_sites import postgresql_site, site
from tests.running_site import Site

__all__ = ["postgresql_site", "site"]


@pytest.fixture
def lun(site: Site) -> Guest:
    return site.visitor("lun")
