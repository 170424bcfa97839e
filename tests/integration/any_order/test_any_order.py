"""Whatever several people do, in whatever order: nobody without ground reads or writes, and nothing is lost."""

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.integration.any_order.looking import Everything
from tests.integration.any_order.pages import FILE, listed
from tests.integration.any_order.town import Morning

ANY_ORDER = settings(
    max_examples=6,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
"""What a run of all tests has time for; ``make soak`` tries forty times as many, longer, and new ones each time."""
IN_OUR_WORDS = {
    "<case:case_id>": "<case>",
    "<uuid:case_id>": "<id>",
    "<format>": "pdf",
    "<slug>": "need",
    "/vedlegg/<uuid:file_id>": FILE,
}


def in_any_order(morning: Morning, how: settings) -> None:
    Everything.morning = morning
    run_state_machine_as_test(Everything, settings=how)


def test_every_address_of_a_case_is_looked_at(morning: Morning) -> None:
    """A page or a button that is added must say among ours who may come in there."""
    found = set()
    for rule in morning.site.app.url_map.iter_rules():
        address = str(rule)
        for theirs, ours in IN_OUR_WORDS.items():
            address = address.replace(theirs, ours)
        if "case_id" in rule.arguments:
            found |= {(method, address) for method in (rule.methods or set()) & {"GET", "POST"}}
    assert found == listed()


def test_in_any_order(morning: Morning) -> None:
    in_any_order(morning, ANY_ORDER)
