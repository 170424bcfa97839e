"""At the counter, where several sign: others are asked from there, and the giver of an authorization comes along."""

import pytest

from forms.situation import Person
from tests import behind, several
from tests.counter import begun, taken_up
from tests.draft import Draft, begin
from tests.e2e.conftest import Open
from tests.e2e.pages import Citizen
from tests.e2e.soundness import sound
from tests.e2e.test_counter import Helper, confirm_reading, draw
from tests.e2e.window import PHONE
from tests.integration.signing.test_giver_of_authorization import answers as to_be_signed
from tests.running_site import Site


@pytest.fixture
def helper(opened: Open) -> Helper:
    helper = Helper(opened(), "fin")
    helper.enter()
    return helper


def drawn(helper: Helper) -> None:
    confirm_reading(helper.page)
    helper.page.locator("[name=way][value=drawn]").check()
    helper.page.locator("[name=identity][value=passport]").check()
    draw(helper.page)


def test_a_parent_draws_and_the_young_one_signs_on_their_own_phone(
    opened: Open, site: Site, helper: Helper
) -> None:
    myk, frisk = site.visitor("myk").invented, site.visitor("frisk").invented
    draft = begun(site.visitor("fin"), Person(myk.name, myk.national_id))
    draft.complete(several.answers_for(frisk, representative={"rep_authority": "none"}))
    helper.window.go(f"{draft.path}/se-over")
    sound(helper.window, "review-together")
    helper.follow("Gå videre til underskrift")
    drawn(helper)
    sound(helper.window, "sign-together")
    helper.press("Bekreft")
    assert helper.window.path == several.page(draft)
    sound(helper.window, "signatures")
    helper.press("Lag en kode")
    sound(helper.window, "code-for-another")
    code = helper.page.locator(".code").inner_text()
    phone = Citizen(opened(width=PHONE), "frisk")
    phone.enter()
    phone.window.go("/larvik/kode")
    phone.page.locator("main input[name=code]").fill(code)
    phone.press("Gå videre")
    for name in several.READ:
        phone.page.locator(f"[name={name}]").check()
    phone.press("Skriv under")
    request = behind.frozen(site, draft)
    assert {one.content_sha256 for one in request.signatures} == {request.content.sha256()}
    assert len(request.signatures) == len({"the parent", "the young one"})
    own = Citizen(opened(), "myk")
    own.enter()
    own.window.go(f"/larvik/sak/{draft.id}")
    sound(own.window, "case-at-home")


def test_the_giver_of_an_authorization_draws_at_the_counter(site: Site, helper: Helper) -> None:
    giver = site.visitor("stille").invented
    power = begin(site.visitor("jevn"), "power_of_attorney").complete(to_be_signed(giver))
    draft = taken_up(site.visitor("fin"), power)
    helper.window.go(several.page(draft))
    sound(helper.window, "signatures-giver")
    helper.follow("Den som gir fullmakten, er her")
    sound(helper.window, "sign-giver")
    drawn(helper)
    helper.press("Send nå")
    assert helper.window.path == f"{draft.path}/kvittering"
    sound(helper.window, "receipt-giver")
    own = Draft(site.visitor("stille"), power.path, "power_of_attorney")
    assert "Du skrev under på skjermen i skranken" in own.guest.get(own.path).text
