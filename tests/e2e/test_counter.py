"""At the counter, in real browsers: over to the phone by code, a signature drawn or written, and the end of a turn."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests import behind
from tests.counter import Helped, begun, taken_up
from tests.draft import Draft, begin
from tests.e2e.conftest import Open
from tests.e2e.hands import Keyboard
from tests.e2e.looking import STANDS_STILL, violations
from tests.e2e.pages import Citizen, Somebody
from tests.e2e.soundness import sound
from tests.e2e.window import PHONE
from tests.running_site import Site
from wizard import kiosk

STAY_AWAY = 8
"""Steps back: more than the pages of a turn."""


class Helper(Somebody):
    """Of Servicesenteret, at its counter."""


@pytest.fixture
def helper(opened: Open) -> Helper:
    helper = Helper(opened(), "fin")
    helper.enter()
    return helper


def ready(site: Site) -> Helped:
    """All is filled in at the counter, and nothing is confirmed."""
    draft = begun(site.visitor("fin"))
    draft.complete()
    return draft


def with_helper(site: Site, helper: Helper) -> Helped:
    draft = ready(site)
    helper.window.go(f"{draft.path}/underskrift")
    return draft


def test_a_helper_begins_with_somebody_and_hands_over_to_the_phone(opened: Open, helper: Helper) -> None:
    page = helper.page
    helper.window.go("/larvik/skranke/")
    sound(helper.window, "counter")
    helper.follow("Begynn sammen med en innbygger")
    helper.press("Begynn")
    expect(page.locator("#feil")).to_be_visible()
    sound(helper.window, "begin-faults")
    page.get_by_role("radio", name="Søknad om individuell plan").check()
    page.locator("[name=name]").fill("Stille Bjørkeløv")
    page.locator("[name=number_known][value=has_number]").check()
    page.locator("[name=national_id]").fill("14835749828")
    page.locator("[name=related][value=no]").check()
    helper.press("Begynn")
    assert "Du hjelper Stille Bjørkeløv" in page.locator(".acting").inner_text()
    sound(helper.window, "first-step")
    case = helper.window.path.partition("/steg/")[0]
    helper.window.go(f"{case}/over-til-telefon")
    helper.press("Lag en kode")
    sound(helper.window, "code-shown")
    code = page.locator(".code").inner_text()
    expect(page.locator("svg.qr")).to_be_visible()
    assert code not in page.url
    phone = opened(width=PHONE)
    citizen = Citizen(phone, "stille")
    phone.go(f"/larvik/kode#kode={code}")
    citizen.log_in()
    expect(phone.page.locator("main input[name=code]")).to_have_value(code)
    assert urlsplit(phone.page.url).fragment == ""
    sound(phone, "code-page")
    citizen.press("Gå videre")
    assert re.fullmatch(rf"{case.partition('.')[0]}/steg/role", phone.path)
    assert phone.page.locator(".acting").count() == 0
    helper.window.expected.add(403)
    helper.window.go(f"{case}/steg/role")
    assert page.get_by_role("heading", name="Hjelpen er avsluttet").is_visible()
    sound(helper.window, "help-over")


def test_no_code_is_in_any_log(site: Site) -> None:
    assert not re.search(r"kode[=#/][0-9A-Z]{4}", site.logs())


def test_home_to_counter_by_a_code_that_is_read_aloud(opened: Open, site: Site, helper: Helper) -> None:
    citizen = Citizen(opened(width=PHONE), "stille")
    citizen.enter()
    own = begin(site.visitor("stille"))
    citizen.window.go(f"{own.path}/hjelp")
    sound(citizen.window, "own-before")
    citizen.press("Lag en kode")
    sound(citizen.window, "own-code")
    code = citizen.page.locator(".code").inner_text()
    helper.window.go("/larvik/skranke/")
    helper.follow("Skriv inn en kode")
    sound(helper.window, "type-code")
    helper.page.locator("main input[name=code]").fill(code.lower())
    helper.page.locator("[name=related][value=no]").check()
    helper.press("Hent utkastet")
    assert "/steg/role" in helper.window.path
    citizen.window.go(f"{own.path}/steg/role")
    assert "Servicesenteret hjelper deg" in citizen.page.locator(".acting").inner_text()
    citizen.window.go(f"{own.path}/hjelp")
    sound(citizen.window, "own-helped")
    citizen.press("Avslutt hjelpen")
    helper.window.expected.add(403)
    helper.page.reload()
    assert helper.page.get_by_role("heading", name="Hjelpen er avsluttet").is_visible()


def confirm_reading(page: Page) -> None:
    for name in ("told_use", "read_back"):
        page.locator(f"[name={name}]").check()


def draw(page: Page) -> None:
    page.locator("canvas").scroll_into_view_if_needed()
    box = page.locator("canvas").bounding_box()
    assert box
    page.mouse.move(box["x"] + 40, box["y"] + 120)
    page.mouse.down()
    for step in range(1, 30):
        page.mouse.move(box["x"] + 40 + step * 8, box["y"] + 100 + (40 if step % 4 < 2 else -30))
    page.mouse.up()


def test_a_signature_drawn_with_the_pointer(site: Site, helper: Helper) -> None:
    draft, page = with_helper(site, helper), helper.page
    sound(helper.window, "sign")
    confirm_reading(page)
    page.locator("[name=way][value=drawn]").check()
    page.locator("[name=identity][value=passport]").check()
    helper.press("Send nå")
    assert "Personen må tegne underskriften" in page.locator("#feil").inner_text()
    sound(helper.window, "sign-faults")
    draw(page)
    expect(page.get_by_text("Underskriften er tegnet.")).to_be_visible()
    assert page.locator(".drawing [data-field=validation]").count() == 0, "what was drawn lacks no more"
    assert page.locator(".drawing[aria-invalid]").count() == 0
    page.get_by_role("button", name="Tegn på nytt").click()
    assert page.locator("[name=drawing]").input_value() == ""
    draw(page)
    sound(helper.window, "drawn")
    helper.press("Send nå")
    assert helper.window.path == f"{draft.path}/kvittering"
    sound(helper.window, "receipt")
    told = {fact.label: fact.value for fact in behind.frozen(site, draft).signatures[0].facts}
    assert told["Måte"] == "Tegnet på skjermen i skranken"
    assert told["Kontrollert av"] == "Fin Strandeng, Servicesenteret"
    assert len(told["Kontrollsum for bildet av underskriften"]) == 64


def test_a_signature_written_with_the_keyboard_alone(opened: Open, site: Site, *, by_turns: bool) -> None:
    helper = Helper(opened(scripts=by_turns), "fin")
    helper.enter()
    draft, page = with_helper(site, helper), helper.page
    hands = Keyboard(page)
    for name in ("told_use", "read_back"):
        hands.tick(page.locator(f"[name={name}]"))
    hands.tick(page.locator("[name=way][value=name]"))
    hands.write(page.locator("[name=typed_name]"), "Stille Bjørkeløv")
    hands.tick(page.locator("[name=name_confirmed]"))
    hands.tick(page.locator("[name=identity][value=id_card]"))
    with page.expect_navigation():
        hands.press(page.locator("main form .go button"))
    assert helper.window.path == f"{draft.path}/kvittering"
    told = {fact.label: fact.value for fact in behind.frozen(site, draft).signatures[0].facts}
    assert told["Navn skrevet på tastaturet"] == "Stille Bjørkeløv"


@pytest.fixture
def screen(opened: Open) -> Callable[..., Citizen]:
    """A browser that a helper has made a shared screen, with Stille in front of it."""

    def made(*, scripts: bool = True) -> Citizen:
        window = opened(scripts=scripts)
        helper = Helper(window, "fin")
        helper.enter_by_page()
        helper.press("Slå på delt skjerm")
        citizen = Citizen(window, "stille")
        citizen.follow("Logg inn")
        citizen.log_in()
        return citizen

    return made


TEXT = "Ingen skal lese dette etter meg."


def at_a_step(citizen: Citizen) -> None:
    """By links and buttons alone: who types an address is somebody else here."""
    citizen.follow("Se alt du kan gjøre her")
    citizen.follow("Søk om koordinator eller individuell plan")
    with citizen.page.expect_navigation():
        citizen.page.locator("form[action$='/begynn'] button").first.click()
    citizen.draft = citizen.window.path.partition("/steg/")[0]


def nothing_by_going_back(citizen: Citizen) -> None:
    page, shown = citizen.page, list[str]()
    page.on(
        "response", lambda answer: shown.append(urlsplit(answer.url).path) if answer.status == 200 else None
    )
    for _ in range(STAY_AWAY):
        page.go_back()
        assert "Stille" not in page.content().replace("Stille Bjørkeløv</label>", "")
        assert page.get_by_role("button", name="Avslutt").count() == 0
    assert [path for path in shown if "/sak/" in path or "/mine-saker" in path] == []


def test_the_end_of_a_turn_leaves_nothing_for_the_next_one(
    screen: Callable[..., Citizen], *, scripts: bool
) -> None:
    citizen = screen(scripts=scripts)
    at_a_step(citizen)
    sound(citizen.window, f"kiosk-step-{scripts}", goes_by_itself=not scripts)
    citizen.press("Avslutt")
    expect(citizen.page.get_by_text("Du er logget ut.")).to_be_visible()
    assert citizen.window.path == "/larvik/"
    sound(citizen.window, f"kiosk-end-{scripts}", goes_by_itself=not scripts)
    names = {one["name"] for one in citizen.window.context.cookies()}
    assert "veiviser-skjerm" in names
    assert citizen.window.kept().startswith("[{},{},[],[]")
    nothing_by_going_back(citizen)


def test_without_scripts_what_was_left_is_hidden_after_as_long(screen: Callable[..., Citizen]) -> None:
    citizen = screen(scripts=False)
    at_a_step(citizen)
    expect(citizen.page.locator("main")).to_be_visible()
    with citizen.window.examined() as page:
        delays = "document.getAnimations().map(one => one.effect.getTiming().delay)"
        assert page.evaluate(delays) == [kiosk.IDLE.total_seconds() * 1000] * 2
        page.evaluate("document.getAnimations().forEach(one => one.finish())")
    expect(page.get_by_role("heading", name="Hvem som fyller ut")).not_to_be_visible()
    expect(page.locator(".who")).not_to_be_visible()
    expect(page.get_by_role("button", name="Avslutt")).to_be_visible()


def test_whoever_leaves_without_a_word_is_warned_and_logged_out(screen: Callable[..., Citizen]) -> None:
    citizen = screen()
    page = citizen.page
    page.clock.install()
    at_a_step(citizen)
    page.clock.fast_forward("03:05")
    expect(page.get_by_role("dialog", name="Er du her ennå?")).to_be_visible()
    expect(page.get_by_role("button", name="Ja, jeg er her")).to_be_focused()
    page.evaluate(STANDS_STILL)
    assert violations(page) == []
    if folder := os.environ.get("VEIVISER_PICTURES"):
        page.screenshot(path=str(Path(folder) / "kiosk-warning.png"))
    page.get_by_role("button", name="Ja, jeg er her").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.clock.fast_forward("04:10")
    expect(page.get_by_role("dialog", name="Er du her ennå?")).to_be_visible()
    with page.expect_navigation():
        page.clock.fast_forward("01:00")
    expect(page.get_by_role("link", name="Logg inn")).to_be_visible()
    assert urlsplit(page.url).path == "/larvik/"
    nothing_by_going_back(citizen)


def test_a_draft_of_the_helpers_own_browser_is_no_bodys_elses(site: Site, helper: Helper) -> None:
    """Two tabs of one helper, with two citizens: each stays with its own."""
    one = begun(site.visitor("fin"))
    two = taken_up(site.visitor("fin"), begin(site.visitor("myk")))
    helper.window.go(one.step("role"))
    first = helper.page
    second = helper.window.tab()
    second.goto(f"{site.url}{two.step('role')}")
    assert "Stille Bjørkeløv" in first.locator(".acting").inner_text()
    assert "Myk Havgløtt" in second.locator(".acting").inner_text()
    first.locator("[name=submitter_role][value=self]").check()
    with first.expect_navigation():
        first.get_by_role("button", name="Lagre og fortsett").last.click()
    assert set(behind.answers(site, Draft(one.guest, f"/larvik/sak/{one.id}"))) == {"role"}
    assert behind.answers(site, Draft(two.guest, f"/larvik/sak/{two.id}")) == {}
