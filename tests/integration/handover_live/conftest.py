"""The application with all its parts, for cases that are followed to the words of their documents."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.running_site import IN_NO_HURRY, Site


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory, usual: Callable[[Path], str]) -> Iterator[Site]:
    """Wizard, worker and docgen: every case gets its files."""
    folder: Path = tmp_path_factory.mktemp("whole")
    with Site(folder, usual(folder)) as site:
        site.start_docgen()
        site.environment |= IN_NO_HURRY
        site.start_worker()
        yield site
