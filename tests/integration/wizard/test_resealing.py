"""After a change of keys everything is sealed with the new one, and the old one can be thrown away."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.draft import Draft, begin
from tests.guest import CANARY
from tests.integration.wizard.test_attachments import SECRET, STEP, upload
from tests.running_site import Site, key
from wizard import process
from wizard.app import create_app
from wizard.cases.consented import consents_of_case
from wizard.cases.following import document_bytes
from wizard.cases.handing_over import CaseStore
from wizard.cases.resealing import PLACES
from wizard.models import Table
from wizard.tools import make_tools


@pytest.fixture
def own_site(database_url: str, tmp_path: Path) -> Iterator[Site]:
    with Site(tmp_path, database_url) as site:
        yield site


def test_after_resealing_the_old_key_is_needed_no_more(own_site: Site) -> None:
    draft = begin(own_site.visitor("stille"))
    draft.fill(until=STEP)
    assert upload(draft, "brev.pdf", SECRET).status_code == 303
    assert draft.autosave(STEP, {}).status_code == 200
    sent = begin(draft.guest).complete()
    assert sent.send().status_code == 303
    agreed = begin(draft.guest, "consent").complete()
    assert agreed.send().status_code == 303
    with own_site.tools() as tools:
        CaseStore(tools).keep_document(sent.id, "application/pdf", SECRET)
    old, new = own_site.environment["VEIVISER_KEYS"], f"two:{key()}"
    assert process.reseal(own_site.settings(keys=f"{new},{old}")) > 10
    with own_site.unchanged():
        assert process.reseal(own_site.settings(keys=f"{new},{old}")) == 0
    readable(own_site, new, draft, sent)
    tools = make_tools(own_site.settings(keys=new), lambda _db, _case: None)
    assert {bool(one.said.text) for one in consents_of_case(tools, agreed.id)} == {True}
    tools.store.close()


def readable(site: Site, keys: str, draft: Draft, sent: Draft) -> None:
    app = create_app(site.settings(keys=keys))
    client, tools = app.test_client(), app.extensions["tools"]
    client.set_cookie("veiviser", draft.guest.cookie, domain="localhost")
    assert CANARY in client.get(draft.step("need")).text
    page = client.get(draft.step(STEP)).text
    found = re.search(r'href="([^"]*/vedlegg/[^"]*)"', page)
    assert found
    assert client.get(found[1]).data == SECRET
    assert CANARY in CaseStore(tools).frozen_request(sent.id).model_dump_json()
    assert document_bytes(tools, sent.id, "pdf") == SECRET
    tools.store.close()


def test_no_sealed_column_is_forgotten() -> None:
    sealed = {
        (mapper.class_, column.name)
        for mapper in Table.registry.mappers
        for column in mapper.columns
        if column.name.startswith("sealed_")
    }
    assert sealed == PLACES.keys()
