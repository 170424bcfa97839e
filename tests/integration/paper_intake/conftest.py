"""A caseworker with an envelope in hand."""

import pytest

from tests.guest import Guest
from tests.running_site import Site


@pytest.fixture
def lun(site: Site) -> Guest:
    return site.visitor("lun")
