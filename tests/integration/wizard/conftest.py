"""A citizen with a draft, as the walk's tests begin; and what the verbs need, where no page is asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.draft import Draft, begin
from tests.running_site import Site
from wizard.migrate import migrate
from wizard.tools import Tools


@pytest.fixture
def draft(site: Site) -> Draft:
    return begin(site.visitor("stille"))


@pytest.fixture
def tools(tmp_path: Path, database_url: str) -> Iterator[Tools]:
    """An empty database of each kind, and no web in front."""
    migrate(database_url)
    with Site(tmp_path, database_url).tools() as tools:
        yield tools
