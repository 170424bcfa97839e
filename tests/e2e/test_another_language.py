"""Another language, chosen while a page is filled in: nothing typed or ticked goes lost, with scripts or without."""

from playwright.sync_api import expect

from tests.draft import begin
from tests.e2e.conftest import Open
from tests.e2e.opened_at import opened_at
from tests.e2e.pages import Citizen
from tests.running_site import Site

TEXT = "Skrevet rett før språket ble byttet."
FIELD = "[name=need_description]"
TICKED = ("[name=info_read]", "[name=sign_method][value=paper]")


def test_what_was_typed_stands_on_the_step_in_the_other_language(
    opened: Open, site: Site, *, scripts: bool
) -> None:
    citizen = opened_at(site, opened(scripts=scripts), "need")
    step = citizen.window.path
    citizen.page.locator(FIELD).fill(TEXT)
    citizen.press("English")
    assert citizen.window.path == step
    assert citizen.page.locator("html").get_attribute("lang") == "en"
    assert citizen.page.locator(FIELD).input_value() == TEXT
    citizen.press("Nynorsk")
    citizen.press("Lagre og hald fram")
    assert citizen.window.path != step


def test_enter_in_a_field_saves_the_step_and_changes_no_language(
    opened: Open, site: Site, *, scripts: bool
) -> None:
    citizen = opened_at(site, opened(scripts=scripts), "you")
    step = citizen.window.path
    with citizen.page.expect_navigation():
        citizen.page.locator("[name=subject_given_name]").press("Enter")
    assert citizen.window.path != step
    assert citizen.page.locator("html").get_attribute("lang") == "nb"


def test_what_was_ticked_before_sending_stays_ticked(opened: Open, site: Site, *, by_turns: bool) -> None:
    draft = begin(site.visitor("stille")).complete()
    citizen = Citizen(opened(scripts=by_turns), "stille")
    citizen.enter()
    citizen.window.go(f"{draft.path}/send")
    for one in TICKED:
        citizen.page.locator(one).check()
    citizen.press("English")
    assert citizen.window.path == f"{draft.path}/send"
    for one in TICKED:
        expect(citizen.page.locator(one)).to_be_checked()
    expect(citizen.page.locator("[name=declaration]")).not_to_be_checked()
    citizen.window.page.reload()
    expect(citizen.page.locator(TICKED[0])).not_to_be_checked()


def test_a_language_that_is_none_changes_nothing(opened: Open, site: Site) -> None:
    citizen = opened_at(site, opened(), "need")
    citizen.page.locator(FIELD).fill(TEXT)
    citizen.page.locator("button[value=en]").evaluate("button => { button.value = 'xx'; }")
    citizen.press("English")
    assert citizen.page.locator("html").get_attribute("lang") == "nb"
    assert citizen.page.locator(FIELD).input_value() == TEXT
