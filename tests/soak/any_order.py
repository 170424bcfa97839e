"""The machine over everything that several people can do, for a long time: new orders of things at each run."""

from hypothesis import settings

from tests.integration.any_order.test_any_order import ANY_ORDER, in_any_order
from tests.integration.any_order.town import Morning

LONG = settings(
    ANY_ORDER, max_examples=40 * ANY_ORDER.max_examples, stateful_step_count=30, derandomize=False
)


def test_in_any_order_for_long(morning: Morning) -> None:
    in_any_order(morning, LONG)
