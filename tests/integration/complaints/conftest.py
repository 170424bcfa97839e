"""The application at whatever time a test needs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.at_a_time import SiteAt


@pytest.fixture
def site_at(tmp_path: Path) -> Iterator[SiteAt]:
    with SiteAt(tmp_path) as site:
        yield site


@pytest.fixture
def either_site_at(tmp_path: Path, database_url: str) -> Iterator[SiteAt]:
    """As ``site_at``, on each kind of database."""
    with SiteAt(tmp_path, database_url) as site:
        yield site
