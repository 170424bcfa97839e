"""One world of real processes for each test, on each kind of database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.handover.world import World


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    """What happened in it has lost nothing: receipts, work and documents belong together."""
    with World(tmp_path, database_url) as world:
        yield world
        assert world.unreconciled() == 0
