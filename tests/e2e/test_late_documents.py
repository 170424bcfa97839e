"""docgen is away when the citizen sends: the receipt stands at once, and the files come by themselves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.draft import begin
from tests.e2e.conftest import Open
from tests.e2e.looking import violations
from tests.e2e.pages import Citizen
from tests.running_site import Site

WAITING = "Vi lager filene dine nå. Alt er sendt uansett."


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of its own whose docgen is not there yet."""
    folder: Path = tmp_path_factory.mktemp("late")
    with Site(folder, f"sqlite:///{folder / 'veiviser.sqlite'}") as site:
        site.start_worker()
        yield site
        assert "policy_violated" not in site.logs()


def test_the_files_appear_on_the_open_receipt_when_docgen_is_back(opened: Open, site: Site) -> None:
    draft = begin(site.visitor("stille")).complete()
    citizen = Citizen(opened(), "stille")
    citizen.enter()
    page = citizen.page
    citizen.window.go(f"{draft.path}/send")
    with page.expect_response("**/dokumenter") as asked:
        citizen.sign()
    assert asked.value.status == 204
    expect(page.get_by_text(WAITING)).to_be_visible()
    with citizen.window.examined():
        assert violations(page) == []
    page.evaluate("() => { window.before = document.querySelector('main [role=status]'); }")

    site.start_docgen()
    expect(page.get_by_role("link", name="Last ned som Word")).to_be_visible(timeout=30_000)
    assert page.evaluate("() => window.before.isConnected && window.before.querySelector('a') !== null")
    expect(page.get_by_text(WAITING)).to_be_hidden()
    assert citizen.window.download("Last ned som PDF").startswith(b"%PDF")
