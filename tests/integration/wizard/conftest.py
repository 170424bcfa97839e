"""A citizen with a draft, as the walk's tests begin."""

import pytest

from tests.draft import Draft, begin
from tests.running_site import Site


@pytest.fixture
def draft(site: Site) -> Draft:
    return begin(site.visitor("stille"))
