"""The application at whatever time a test needs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete

from tests.at_a_time import SiteAt
from tests.guest import Guest
from tests.running_site import Site
from wizard.models_acting import CodeTry


@pytest.fixture
def site_at(tmp_path: Path) -> Iterator[SiteAt]:
    with SiteAt(tmp_path) as site:
        yield site


@pytest.fixture
def helper(site_at: SiteAt) -> Guest:
    """Of Servicesenteret, at whose counter they help."""
    return site_at.visitor("fin")


def forget_tries(site: Site) -> None:
    """Codes that opened nothing in another test of the same site slow nobody down in the next."""
    with site.tools() as tools, tools.store.write() as db:
        db.execute(delete(CodeTry))
