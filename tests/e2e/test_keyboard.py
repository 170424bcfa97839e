"""The whole job without a pointer."""

import pytest

from tests.draft import Draft
from tests.e2e.conftest import Open
from tests.e2e.hands import Keyboard
from tests.e2e.job import SAMPLE
from tests.e2e.looking import measured
from tests.e2e.opened_at import answer, opened_at
from tests.e2e.walker import Walker
from tests.profiles import THOROUGH
from tests.running_site import Site

TABS = 60
ASKS_ALIKE, ASKS_OTHERWISE = "need", "gp"
"""The steps between ask by the same inputs as those before and after: ``make soak`` goes there by keyboard too."""


def test_the_job_is_done_by_keyboard_alone(opened: Open, site: Site) -> None:
    window = opened()
    page, hands = window.page, Keyboard(window.page)

    def press(text: str, role: str = "button") -> None:
        with page.expect_navigation():
            hands.press(page.get_by_role(role, name=text).first)  # type: ignore[arg-type]  # one of Playwright's roles
        hands.past_the_header()

    window.go("/larvik/")
    press("Jeg vil søke om hjelp", "link")
    press("Meg selv", "link")
    press("At de som hjelper, samarbeider bedre", "link")
    press("Søk om koordinator eller individuell plan", "link")
    press("Logg inn og start")
    hands.tick(page.get_by_role("radio", name="Stille Bjørkeløv"))
    press("Logg inn")
    if "/skjema/" in window.path:  # another test has left a draft
        press("Begynn på nytt")
    for slug in Walker(window, SAMPLE, hands=hands).walk():
        if slug == ASKS_ALIKE and not THOROUGH:
            draft = Draft(site.visitor("stille"), window.path.partition("/steg/")[0])
            answer(site, draft, SAMPLE.answers, since=ASKS_ALIKE, until=ASKS_OTHERWISE)
            window.go(draft.step(ASKS_OTHERWISE))
        hands.past_the_header()
        assert page.locator("h1").is_visible()
    hands.past_the_header()
    press("Gå videre til underskrift", "link")
    for name in ("info_read", "declaration"):
        hands.tick(page.locator(f"[name={name}]"))
    hands.tick(page.locator("[name=sign_method][value=electronic]"))
    press("Skriv under og send")
    assert page.get_by_role("heading", name="Du har sendt søknaden").is_visible()


def test_enter_in_a_field_saves_the_step(opened: Open, site: Site) -> None:
    window = opened()
    opened_at(site, window, "you")
    window.page.locator("[name=subject_family_name]").focus()
    with window.page.expect_navigation():
        window.page.keyboard.press("Enter")
    assert window.path.endswith("/steg/contact")


@pytest.mark.parametrize("colours", ["none", "active"], ids=["own-colours", "forced-colours"])
def test_the_focus_is_seen_on_every_control(opened: Open, site: Site, colours: str) -> None:
    window = opened(reduced_motion="reduce", forced_colors=colours)
    opened_at(site, window, "contact")
    unseen, first = [], ""
    with window.examined() as page:
        for _ in range(TABS):
            page.keyboard.press("Tab")
            focused = measured(page, "focused()")
            if focused == first or focused.startswith("body"):
                break
            first = first or focused
            if not measured(page, "focusShows()"):
                unseen.append(focused)
    assert unseen == []


def test_the_first_tab_leads_past_the_header(opened: Open, site: Site) -> None:
    window = opened()
    opened_at(site, window, "contact")
    window.page.keyboard.press("Tab")
    window.page.keyboard.press("Enter")
    window.page.keyboard.press("Tab")
    assert window.page.evaluate("() => document.activeElement.closest('main') !== null")
