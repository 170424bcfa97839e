"""One world of real processes for each test, on each kind of database; ``leaving`` is what its municipality takes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.delivery.leaving import Leaving


@pytest.fixture
def takes() -> str:
    """Lines of the municipality's ``[delivery]``."""
    return "folder = true"


@pytest.fixture
def leaving(database_url: str, tmp_path: Path, takes: str) -> Iterator[Leaving]:
    """What happened in it has lost nothing: receipts, work and documents belong together."""
    with Leaving(tmp_path, database_url, takes) as leaving:
        yield leaving
        assert leaving.unreconciled() == 0
