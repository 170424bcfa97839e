"""The site on a day that the test sets, with a citizen and the office's staff."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.at_a_time import SiteAt
from tests.guest import Guest


@pytest.fixture
def site_at(tmp_path: Path) -> Iterator[SiteAt]:
    """On 1 December 2026."""
    with SiteAt(tmp_path) as site:
        yield site


@pytest.fixture
def stille(site_at: SiteAt) -> Guest:
    return site_at.visitor("stille")


@pytest.fixture
def lun(site_at: SiteAt) -> Guest:
    """Staff of the office, who see nothing that is restricted."""
    return site_at.visitor("lun")
