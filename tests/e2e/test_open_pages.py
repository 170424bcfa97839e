"""The pages that anybody may read, in a real Chromium: nothing for axe-core, nothing too wide, at two widths."""

from collections.abc import Sequence
from zlib import crc32

import pytest
from playwright.sync_api import expect

from forms.guide.tree import nodes
from forms.journeys.registry import journeys
from forms.municipality import Municipality, municipalities
from tests.e2e.conftest import Open
from tests.e2e.looking import at_widths, measured, violations, widths_for_axe
from tests.e2e.pages import Citizen
from tests.e2e.window import ZOOMED, Window
from tests.profiles import THOROUGH

SHOWN = ("/", "/larvik/", "/kristiansand/", "/larvik/finn-fram", "/larvik/sok")
NOT_THERE = ("/ukjent/", "/larvik/skjema/ingen", "/larvik/ingen")
FORMS = [f"/larvik/skjema/{journey.path}" for journey in journeys().values()]
GUIDE = [f"/larvik/finn-fram/{node.id}" for node in nodes()]


def some(paths: Sequence[str], part: int) -> list[str]:
    """One in so many, by its name, as the others are made by the same template; by the profile of ``make soak`` all."""
    return [path for path in paths if THOROUGH or crc32(path.encode()) % part == 0]


def own_pages(place: Municipality) -> list[str]:
    """Its front page, and of what it shares with others each page in one of them, by its name."""
    shared = {path: [*municipalities()] for path in ("personvern", "tilgjengelighet")}
    for slug, journey in journeys().items():
        offering = [one.id for one in municipalities().values() if slug in one.journeys]
        shared[f"skjema/{journey.path}"] = offering
    return ["", *(path for path, places in shared.items() if place.id in chosen(path, places))]


def chosen(path: str, places: list[str]) -> list[str]:
    return places if THOROUGH else [places[crc32(path.encode()) % len(places)]]


def trouble(window: Window, where: str) -> dict[str, list[str]]:
    """Whether it is too wide, at both widths; what axe-core finds, at one of them by the page's name."""
    found = {}
    with window.examined() as page:
        for width in at_widths(page):
            seen = violations(page) if width in widths_for_axe(where) else []
            if seen := seen + [f"too wide: {one}" for one in measured(page, "tooWide()")]:
                found[f"{where} at {width}"] = seen
    return found


@pytest.mark.parametrize(
    "paths", [SHOWN, NOT_THERE, some(FORMS, 3), some(GUIDE, 4)], ids=["shown", "not-there", "forms", "guide"]
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
    found = {}
    for path in own_pages(place):
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
    expect(window.page.locator("#treff")).to_be_focused()
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
