"""A proxy with an invitation: they fill in the power of attorney, its giver comes with a code, and then they act."""

import pytest

from tests import several
from tests.draft import Draft, begin
from tests.e2e.conftest import Open
from tests.e2e.pages import Citizen
from tests.e2e.test_open_pages import trouble
from tests.e2e.test_signing_together import entered
from tests.integration.signing.test_giver_of_authorization import answers
from tests.running_site import Site


@pytest.fixture
def draft(site: Site) -> Draft:
    return begin(site.visitor("jevn"), "power_of_attorney").complete(answers(site.visitor("stille").invented))


def asks(proxy: Citizen, draft: Draft) -> str:
    """The code that the giver is handed, made where the draft ends."""
    proxy.window.go(f"{draft.path}/se-over")
    proxy.follow("Gå videre")
    assert trouble(proxy.window, "what the giver signs") == {}
    proxy.press("Lag en kode")
    return proxy.page.locator(".code strong").inner_text()


def test_by_what_the_giver_signed_with_a_code_the_proxy_acts(
    opened: Open, draft: Draft, *, by_turns: bool
) -> None:
    proxy = entered(opened, "jevn", scripts=by_turns)
    code = asks(proxy, draft)
    giver = entered(opened, "stille", scripts=by_turns)
    giver.window.go("/larvik/kode")
    giver.page.get_by_label("Koden").fill(code)
    giver.press("Gå videre")
    found = trouble(giver.window, "the giver reads")
    assert giver.page.get_by_text("Jevn Sandvik vil handle for deg, og ber deg om fullmakt.").is_visible()
    for name in several.READ:
        giver.page.locator(f"[name={name}]").check()
    giver.press("Skriv under")
    found |= trouble(giver.window, "the giver has signed")
    giver.window.go(f"{draft.path}/kvittering")
    found |= trouble(giver.window, "the giver's receipt")
    proxy.window.go("/larvik/mine-saker")
    found |= trouble(proxy.window, "the proxy's cases")
    proxy.window.go("/larvik/handle-for")
    found |= trouble(proxy.window, "for whom the proxy acts")
    proxy.press("Søknad om individuell plan, koordinator eller barnekoordinator")
    found |= trouble(proxy.window, "in the giver's case")
    assert proxy.page.locator(".acting").inner_text().startswith("Du handler for Stille Bjørkeløv.")
    assert found == {}
