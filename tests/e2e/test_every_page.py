"""What holds on every page of the job, errors shown and not: measured on one walk over all of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.job import SAMPLE, at_the_office, first_half, picture, second_half
from tests.e2e.looking import measured
from tests.e2e.pages import Citizen, Officer
from tests.e2e.walker import Walker
from tests.e2e.window import HEIGHT, PHONE, WIDE, ZOOMED, Window
from tests.running_site import Site

pytestmark = pytest.mark.xdist_group("every page")

TARGET, LEAST_TARGET = 44, 24
"""CSS pixels: what we hold, and what WCAG 2.5.8 asks of links inside text too."""
ROOMY = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
        word-spacing: .16em !important; } p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
}"""
"""The spacing of WCAG 1.4.12."""


@dataclass
class Seen:
    """The walk's findings by page, for each measure."""

    found: dict[str, dict[str, Any]] = field(default_factory=dict)
    trouble: list[str] = field(default_factory=list)
    kept: dict[str, str] = field(default_factory=dict)

    def of(self, measure: str) -> dict[str, Any]:
        """The pages on which that measure found something."""
        return {where: one[measure] for where, one in self.found.items() if one[measure]}

    def all(self, measure: str) -> dict[str, Any]:
        return {where: one[measure] for where, one in self.found.items()}

    def look(self, window: Window, where: str) -> None:
        self.found[where] = {"title": window.page.title(), "size": window.page.viewport_size}
        with window.examined() as page:
            self.found[where] |= measures(page)
            page.set_viewport_size({"width": WIDE, "height": HEIGHT})


def measures(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = {name: measured(page, f"{name}()") for name in ("landmarks", "headings")}
    for width in (PHONE, ZOOMED):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        found[f"wide at {width}"] = measured(page, "tooWide()")
    found["small"] = measured(page, f"tooSmall({TARGET}, false)")
    found["tiny"] = measured(page, f"tooSmall({LEAST_TARGET}, true)")
    page.evaluate(ROOMY)
    found["wide when roomy"] = measured(page, "tooWide()")
    page.evaluate("() => { document.adoptedStyleSheets = []; }")
    return found


@pytest.fixture(scope="module")
def seen(browser: Browser, site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    """One walk of a citizen and of the office, on which every page state is measured."""
    files: dict[str, Path] = {"attachments": picture(tmp_path_factory.mktemp("files"))}
    seen = Seen()
    with Window(browser, site.url) as window, Window(browser, site.url) as desk:
        citizen, officer = Citizen(window, "stille"), Officer(desk, "lun")
        walker = Walker(window, SAMPLE, files)
        for part in (first_half(citizen, walker, "request"), second_half(citizen, walker)):
            for where in part:
                seen.look(window, where)
        for where in at_the_office(officer, citizen.reference()):
            seen.look(desk, where)
        for path in ("personvern", "tilgjengelighet"):
            window.go(f"{citizen.at}/{path}")
            seen.look(window, path)
        seen.trouble = window.trouble + desk.trouble
        seen.kept = {"citizen": window.kept(), "office": desk.kept()}
        yield seen


@pytest.mark.parametrize("width", [PHONE, ZOOMED])
def test_nothing_scrolls_sideways_on_a_phone_and_at_four_hundred_per_cent(seen: Seen, width: int) -> None:
    assert seen.of(f"wide at {width}") == {}


def test_nothing_scrolls_sideways_when_lines_and_words_are_set_apart(seen: Seen) -> None:
    assert seen.of("wide when roomy") == {}


def test_every_control_is_large_enough_for_a_thumb(seen: Seen) -> None:
    assert seen.of("small") == {}


def test_no_link_in_a_sentence_is_smaller_than_the_rule_allows(seen: Seen) -> None:
    assert seen.of("tiny") == {}


def test_help_stands_at_the_same_place_on_every_page_of_a_citizen(seen: Seen) -> None:
    citizens = {where: marks for where, marks in seen.all("landmarks").items() if "office" not in where}
    del citizens["a case taken in hand"]
    assert set(citizens.values()) == {"header main aside footer"}


def test_every_page_has_one_heading_that_names_it(seen: Seen) -> None:
    assert {where: count for where, count in seen.all("headings").items() if count != 1} == {}


def test_the_title_says_which_step_it_is_and_whether_there_are_errors(seen: Seen) -> None:
    for where, title in seen.all("title").items():
        assert title.startswith("Feil: ") == ("error" in where), where
        assert ("Steg " in title) == where.startswith(("step", "review", "sign")), where
        assert title.endswith("Larvik kommune") or where == "choose a municipality", where


def test_the_whole_walk_met_no_error_and_asked_no_other_host(seen: Seen) -> None:
    assert seen.trouble == []


def test_nothing_is_left_in_the_storage_of_the_browser(seen: Seen) -> None:
    assert seen.kept == dict.fromkeys(seen.kept, "[{},{},[],[],0]")
