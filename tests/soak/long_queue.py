"""F-07 with as many cases as a region sends while docgen is away for six hours, on each kind of database."""

import pytest

from tests.faults.conftest import database_url, postgresql, world
from tests.faults.test_docgen_faults import goes_when_docgen_is_back
from tests.integration.handover.world import World

__all__ = ["database_url", "postgresql", "world"]
QUEUE = 2000


@pytest.mark.parametrize("database_url", ["sqlite", "postgresql"], indirect=True)
def test_f_07_two_thousand_cases_are_handed_over_when_docgen_is_back(world: World) -> None:
    goes_when_docgen_is_back(world, QUEUE)
