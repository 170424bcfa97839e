"""The same step open twice: nobody overwrites what they have not seen."""

from playwright.sync_api import Page

from tests.e2e.conftest import Open
from tests.e2e.looking import violations
from tests.e2e.opened_at import opened_at
from tests.e2e.walker import SAVE
from tests.running_site import Site

FIRST, SECOND = "Skrevet i den første fanen.", "Skrevet i den andre fanen."


def save_in(tab: Page, text: str) -> None:
    tab.locator("[name=gp]").fill(text)
    with tab.expect_navigation():
        tab.locator(SAVE).click()


def test_the_second_to_save_sees_both_and_chooses(opened: Open, site: Site, *, scripts: bool) -> None:
    window = opened(scripts=scripts)
    citizen = opened_at(site, window, "gp")
    first, step = window.page, window.page.url
    window.page = window.tab()
    window.page.goto(step)
    save_in(first, FIRST)
    save_in(window.page, SECOND)
    assert window.page.get_by_role("heading", name="Velg hva som skal gjelde").is_visible()
    assert window.page.get_by_text(FIRST).is_visible()
    assert window.page.get_by_text(SECOND).is_visible()
    with window.examined() as page:
        assert violations(page) == []
    citizen.press("Behold det jeg skrev nå")
    window.page.goto(step)
    assert window.page.locator("[name=gp]").input_value() == SECOND


def test_no_way_but_a_choice_leads_away_from_what_was_just_written(
    opened: Open, site: Site, *, by_turns: bool
) -> None:
    """Another language, the list of cases or a log-out would leave behind what this page alone holds."""
    window = opened(scripts=by_turns)
    opened_at(site, window, "gp")
    first, step = window.page, window.page.url
    window.page = window.tab()
    window.page.goto(step)
    save_in(first, FIRST)
    save_in(window.page, SECOND)
    shown = window.page.locator("a[href]:not([href^='#'], [href^='tel:']), button").filter(visible=True)
    assert shown.all_inner_texts() == [
        "Forlat siden raskt",
        "Behold det jeg skrev nå",
        "Behold det som er lagret",
    ]


def test_what_is_saved_may_be_kept_instead_where_both_began_from_a_saved_step(
    opened: Open, site: Site
) -> None:
    window = opened(scripts=False)
    citizen = opened_at(site, window, "gp")
    first, step = window.page, window.page.url
    save_in(first, "Fastlegen slik det sto før.")
    first.goto(step)
    window.page = window.tab()
    window.page.goto(step)
    save_in(first, FIRST)
    save_in(window.page, SECOND)
    citizen.follow("Behold det som er lagret")
    assert window.page.locator("[name=gp]").input_value() == FIRST
