"""The pages that anybody may read, in a real Chromium: nothing for axe-core, nothing too wide, at two widths."""

import pytest

from forms.guide.tree import nodes
from forms.journeys.registry import journeys
from forms.municipality import Municipality, municipalities
from tests.e2e.conftest import Open
from tests.e2e.looking import measured, violations, widths_for_axe
from tests.e2e.pages import Citizen
from tests.e2e.window import HEIGHT, PHONE, WIDE, ZOOMED, Window

SHOWN = ("/", "/larvik/", "/kristiansand/", "/larvik/finn-fram", "/larvik/sok")
NOT_THERE = ("/ukjent/", "/larvik/skjema/ingen", "/larvik/ingen")
FORMS = [f"/larvik/skjema/{journey.path}" for journey in journeys().values()]
GUIDE = [f"/larvik/finn-fram/{node.id}" for node in nodes()]


def trouble(window: Window, where: str) -> dict[str, list[str]]:
    """Whether it is too wide, at both widths; what axe-core finds, at one of them by the page's name."""
    found = {}
    with window.examined() as page:
        for width in (PHONE, WIDE):
            page.set_viewport_size({"width": width, "height": HEIGHT})
            seen = violations(page) if width in widths_for_axe(where) else []
            if seen := seen + [f"too wide: {one}" for one in measured(page, "tooWide()")]:
                found[f"{where} at {width}"] = seen
    return found


@pytest.mark.parametrize(
    "paths", [SHOWN, NOT_THERE, FORMS, GUIDE], ids=["shown", "not-there", "forms", "guide"]
)
def test_no_open_page_shuts_anybody_out(opened: Open, paths: tuple[str, ...]) -> None:
    window = opened()
    window.expected.add(404)
    found = dict[str, list[str]]()
    for path in paths:
        window.go(path)
        found |= trouble(window, path)
    assert found == {}


@pytest.mark.parametrize("place", municipalities().values(), ids=lambda place: place.id)
def test_no_page_of_a_municipality_is_wider_than_the_smallest_phone(
    opened: Open, place: Municipality
) -> None:
    window = opened(width=ZOOMED)
    forms = [f"skjema/{journeys()[slug].path}" for slug in place.journeys]
    found = {}
    for path in ("", "personvern", "tilgjengelighet", *forms):
        window.go(f"/{place.id}/{path}")
        with window.examined() as page:
            if seen := measured(page, "tooWide()"):
                found[path] = seen
    assert found == {}


def search(citizen: Citizen, text: str) -> None:
    citizen.page.get_by_role("searchbox").fill(text)
    citizen.press("Søk")


def test_a_search_leads_to_the_form_and_back_leads_to_the_search(opened: Open, *, scripts: bool) -> None:
    window = opened(scripts=scripts)
    citizen = Citizen(window, "stille")
    window.go("/larvik/")
    search(citizen, "kordinator")
    assert window.path == "/larvik/sok"
    assert window.page.evaluate("() => document.activeElement.id") == "treff"
    assert trouble(window, "found") == {}
    citizen.follow("Søk om koordinator eller individuell plan")
    assert window.path == "/larvik/skjema/koordinator-og-plan"
    if scripts:  # without them the browser itself asks whether to search once more
        window.page.go_back()
        assert window.page.get_by_role("searchbox").is_visible()
        window.page.reload()
        assert window.page.get_by_role("searchbox").is_visible()


def test_a_search_that_finds_nothing_says_what_to_do(opened: Open) -> None:
    window = opened()
    citizen = Citizen(window, "stille")
    window.go("/larvik/sok")
    search(citizen, "xyzzy")
    assert trouble(window, "nothing found") == {}
    citizen.follow("Hjelp meg å finne fram")
    assert window.path == "/larvik/finn-fram"


def test_the_guide_is_gone_through_and_back(opened: Open, *, scripts: bool) -> None:
    window = opened(scripts=scripts)
    citizen = Citizen(window, "stille")
    window.go("/larvik/")
    for answer in ("Jeg vil klage", "Svaret jeg fikk", "Kommunen", "Ja, og jeg er uenig"):
        citizen.follow(answer)
    assert citizen.page.locator("h1").inner_text() == "Du kan klage på svaret"
    for title in ("Forstår du svaret?", "Hvem har svart?", "Hva er ikke bra?"):
        citizen.follow("Tilbake")
        assert citizen.page.locator("h1").inner_text() == title
    window.page.go_back()
    assert citizen.page.locator("h1").inner_text() == "Hvem har svart?"
