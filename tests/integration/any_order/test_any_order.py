"""Whatever several people do, in whatever order: nobody without ground reads or writes, and nothing is lost."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.integration.any_order import begun, said_yes
from tests.integration.any_order.looking import Everything
from tests.integration.any_order.pages import listed
from tests.integration.any_order.town import Morning

ANY_ORDER = settings(
    max_examples=int(os.environ.get("EX", "12")),
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


@pytest.fixture(scope="session")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Morning]:
    """Everybody is logged in, three drafts are filled in, two powers and a consent are given."""
    made = Morning(tmp_path_factory.mktemp("any-order"))
    town = made.open()
    begun.begin_for_child(town)
    begun.begin_own(town)
    power = begun.give_power(town, None)
    begun.give_power(town, 9)
    begun.filled_by_power(town, power, begun.begin_by_power(town, power).headers["location"])
    said_yes.give_consent(town, {"plan", "coordinator"}, {"gp", "school"}, {"gp", "home_care"}, 12)
    made.keep(town)
    yield made
    made.close()


def test_every_address_of_a_case_is_looked_at(morning: Morning) -> None:
    """A page that is added must say here who may come in."""
    found = set()
    for rule in morning.site.app.url_map.iter_rules():
        if "case_id" in rule.arguments:
            text = str(rule).replace("<case:case_id>", "<case>").replace("<uuid:case_id>", "<id>")
            text = text.replace("<format>", "pdf").replace("<slug>", "need")
            text = text.replace("<uuid:file_id>", "00000000-0000-0000-0000-000000000007")
            found |= {(method, text) for method in (rule.methods or set()) & {"GET", "POST"}}
    assert found == listed()


def test_any_order(morning: Morning) -> None:
    run_state_machine_as_test(lambda: Everything(morning), settings=ANY_ORDER)  # type: ignore[arg-type] # whatever makes one will do
