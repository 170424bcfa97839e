"""A case that is in, with a document, for all who might open it."""

import uuid
from collections.abc import Iterator

import pytest

from docgen.contract import PDF
from tests.draft import Draft, begin
from tests.integration.postgresql_server import PostgresqlServer
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


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def own_site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, postgresql: PostgresqlServer
) -> Iterator[Site]:
    """A site of these tests alone on each kind of database: what they spoil of its log they put back."""
    folder = tmp_path_factory.mktemp("seen")
    on_file = f"sqlite:///{folder / 'site.sqlite'}"
    with Site(
        folder, on_file if request.param == "sqlite" else postgresql.database(uuid.uuid4().hex)
    ) as site:
        yield site
