"""The morning with which every order of things begins."""

from collections.abc import Iterator

import pytest

from tests.integration.any_order import begun, said_yes
from tests.integration.any_order.town import Morning


@pytest.fixture(scope="session")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Morning]:
    """Everybody is logged in; three drafts, two powers, a consent for oneself and one for a child."""
    made = Morning(tmp_path_factory.mktemp("any-order"))
    town = made.open()
    begun.begin_for_child(town)
    begun.begin_own(town)
    power = begun.give_power(town, None)
    begun.give_power(town, 9)
    begun.filled_by_power(town, power, begun.begin_by_power(town, power).headers["location"])
    said_yes.give_consent(town, {"plan", "coordinator"}, {"gp", "school"}, {"gp", "home_care"}, 12)
    said_yes.give_for_child(town, 12)
    made.keep(town)
    yield made
    made.close()
