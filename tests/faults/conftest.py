"""The worlds and sites of the integration tests, in which things go wrong here."""

from tests.integration.conftest import database_url, postgresql
from tests.integration.handover.conftest import world

__all__ = ["database_url", "postgresql", "world"]
