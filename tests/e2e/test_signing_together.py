"""Two parents and a young person in their own browsers: a code from hand to hand, and a signature each."""

import pytest

from tests import several
from tests.draft import Draft
from tests.e2e.conftest import Open
from tests.e2e.pages import Citizen
from tests.e2e.test_open_pages import trouble
from tests.running_site import Site


def entered(opened: Open, person: str, *, scripts: bool) -> Citizen:
    citizen = Citizen(opened(scripts=scripts), person)
    citizen.enter()
    return citizen


@pytest.fixture
def draft(site: Site) -> Draft:
    return several.filled_for(site.visitor("myk"), site.visitor("rask").invented)


def sign_and_wait(citizen: Citizen) -> None:
    page = citizen.page
    for name in ("info_read", "declaration"):
        page.locator(f"[name={name}]").check()
    page.locator("[name=sign_method][value=electronic]").check()
    page.locator("[name=send_when][value=wait]").check()
    citizen.press("Skriv under, og vent på de andre")


def code_for_the_other_parent(citizen: Citizen, site: Site) -> str:
    other = site.visitor("kjekk").invented
    citizen.page.get_by_label("Navnet på den du ber").fill(other.name)
    citizen.page.get_by_label("Fødselsnummeret eller d-nummeret til den du ber").fill(other.national_id)
    citizen.press("Lag en kode")
    return citizen.page.locator(".code strong").inner_text()


def test_a_code_from_hand_to_hand_and_a_signature_each(
    opened: Open, site: Site, draft: Draft, *, by_turns: bool
) -> None:
    seen = dict[str, list[str]]()
    parent = entered(opened, "myk", scripts=by_turns)
    parent.window.go(f"{draft.path}/se-over")
    seen |= trouble(parent.window, "review")
    parent.follow("Gå videre til underskrift")
    sign_and_wait(parent)
    seen |= trouble(parent.window, "who signs")
    code = code_for_the_other_parent(parent, site)
    seen |= trouble(parent.window, "the code")
    assert code.replace("-", "") not in parent.page.url
    parent.follow("Jeg har skrevet ned koden")
    assert parent.page.get_by_text("Venter på underskrift fra Kjekk Havgløtt.").is_visible()
    assert code not in parent.page.content()

    other = entered(opened, "kjekk", scripts=by_turns)
    other.window.go("/larvik/")
    other.follow("Har noen gitt deg en kode? Skriv den her.")
    seen |= trouble(other.window, "typing the code")
    other.page.get_by_label("Koden").fill("2222-2222")
    other.press("Gå videre")
    seen |= trouble(other.window, "a wrong code")
    assert other.page.get_by_label("Koden").input_value() == "2222-2222"
    other.page.get_by_label("Koden").fill(code.lower())
    other.press("Gå videre")
    seen |= trouble(other.window, "reading")
    assert other.page.locator("h1").inner_text() == "Les og skriv under"
    other.press("Skriv under")
    seen |= trouble(other.window, "nothing ticked")
    assert other.page.get_by_text("Rett opp dette før du går videre").is_visible()
    for name in ("info_read", "declaration"):
        other.page.locator(f"[name={name}]").check()
    other.press("Skriv under")
    seen |= trouble(other.window, "signed")
    other.follow("Se kvitteringen")
    seen |= trouble(other.window, "the other's receipt")
    parent.window.go(f"{draft.path}/kvittering")
    assert parent.page.get_by_role("heading", name="Du har sendt søknaden").is_visible()
    assert seen == {}


def test_no_is_said_by_keyboard_alone_and_heard(opened: Open, draft: Draft) -> None:
    several.wait(draft)
    code = several.code_of(several.ask(draft, "young_person"))
    young = entered(opened, "rask", scripts=True)
    young.window.go("/larvik/kode")
    young.page.keyboard.press("Tab")
    young.page.get_by_label("Koden").focus()
    young.page.keyboard.insert_text(code)
    with young.page.expect_navigation():
        young.page.keyboard.press("Enter")
    young.page.get_by_text("Nei, jeg vil ikke skrive under").focus()
    young.page.keyboard.press("Enter")
    young.page.keyboard.press("Tab")
    young.page.keyboard.insert_text("Jeg vil snakke med deg først.")
    young.page.keyboard.press("Tab")
    with young.page.expect_navigation():
        young.page.keyboard.press("Enter")
    assert trouble(young.window, "said no") == {}
    parent = entered(opened, "myk", scripts=True)
    parent.window.go(several.page(draft))
    assert parent.page.get_by_text("Jeg vil snakke med deg først.").is_visible()
    assert trouble(parent.window, "heard no") == {}
    parent.press("Send likevel")
    assert parent.page.get_by_role("heading", name="Du har sendt søknaden").is_visible()
