"""What is run for long begins as what is run each time."""

from tests.integration.any_order.conftest import morning

__all__ = ["morning"]
