"""A case that is in, with a document, for all who might open it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.contract import PDF
from tests.draft import Draft, begin
from tests.running_site import Site
from wizard.cases.handing_over import CaseStore


def in_hands(site: Site) -> Draft:
    """Stille's case, which is in, with a document."""
    draft = begin(site.visitor("stille")).complete()
    assert draft.send().status_code == 303
    with site.tools() as tools:
        CaseStore(tools).keep_document(draft.id, PDF, b"an invented document")
    return draft


@pytest.fixture
def sent(either_site: Site) -> Draft:
    return in_hands(either_site)


@pytest.fixture
def own_site(database_url: str, tmp_path: Path) -> Iterator[Site]:
    """A site whose log may be spoiled."""
    with Site(tmp_path, database_url) as site:
        yield site
