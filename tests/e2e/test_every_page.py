"""What holds on every page of the job, errors shown and not: measured on one walk over all of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.job import SAMPLE, at_the_office, first_half, picture, second_half
from tests.e2e.looking import is_for_axe, is_seen_later, measured, violations
from tests.e2e.pages import Citizen, Officer
from tests.e2e.walker import ERRORS, Walker
from tests.e2e.window import HEIGHT, PHONE, WIDE, ZOOMED, Window
from tests.running_site import Site

STAFF = {
    "the office's cases",
    "why a case is opened",
    "why a case is opened with errors",
    "a case at the office",
    "a case taken in hand",
}
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
        return {where: found for where, found in self.all(measure).items() if found}

    def all(self, measure: str) -> dict[str, Any]:
        return {where: one[measure] for where, one in self.found.items() if measure in one}

    def look(self, window: Window, where: str) -> None:
        self.found[where] = {"title": window.page.title(), "errors": window.page.locator(ERRORS).count()}
        if is_seen_later(where):
            return
        with window.examined() as page:
            seen = violations(page) if is_for_axe(where, WIDE) else []
            self.found[where] |= {"violations": seen} | measures(page)
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
        window.go(citizen.draft)
        seen.look(window, "the citizen's case")
        window.go(f"{citizen.draft}/sett")
        seen.look(window, "who has seen the case")
        for path in ("personvern", "tilgjengelighet"):
            window.go(f"{citizen.at}/{path}")
            seen.look(window, path)
        seen.trouble = window.trouble + desk.trouble
        seen.kept = {"citizen": window.kept(), "office": desk.kept()}
        yield seen


def axe_core_finds_nothing(seen: Seen) -> object:
    return seen.of("violations")


def nothing_scrolls_sideways_on_a_phone(seen: Seen) -> object:
    return seen.of(f"wide at {PHONE}")


def nothing_scrolls_sideways_at_four_hundred_per_cent(seen: Seen) -> object:
    return seen.of(f"wide at {ZOOMED}")


def nothing_scrolls_sideways_when_lines_and_words_are_set_apart(seen: Seen) -> object:
    return seen.of("wide when roomy")


def every_control_is_large_enough_for_a_thumb(seen: Seen) -> object:
    return seen.of("small")


def no_link_in_a_sentence_is_smaller_than_the_rule_allows(seen: Seen) -> object:
    return seen.of("tiny")


def help_stands_at_the_same_place_on_every_page_of_a_citizen(seen: Seen) -> object:
    citizens = {where: marks for where, marks in seen.all("landmarks").items() if where not in STAFF}
    return {where: marks for where, marks in citizens.items() if marks != "header main aside footer"}


def every_page_has_one_heading_that_names_it(seen: Seen) -> object:
    return {where: count for where, count in seen.all("headings").items() if count != 1}


def the_title_says_whether_there_are_errors(seen: Seen) -> object:
    wrong = {where for where, told in seen.all("errors").items() if told}
    return wrong ^ {where for where, title in seen.all("title").items() if title.startswith("Feil: ")}


def the_title_says_which_part_it_is(seen: Seen) -> object:
    steps = {where for where in seen.found if where.startswith(("step", "review", "sign"))}
    return steps ^ {where for where, title in seen.all("title").items() if re.search(r"Del \d av 5: ", title)}


def the_title_names_the_municipality(seen: Seen) -> object:
    named = {where for where, title in seen.all("title").items() if title.endswith(" – Larvik kommune")}
    return seen.found.keys() - named - {"choose a municipality"}


def no_error_was_met_and_no_other_host_asked(seen: Seen) -> object:
    return set(seen.trouble)


def nothing_is_left_in_the_storage_of_the_browser(seen: Seen) -> object:
    return {whose: kept for whose, kept in seen.kept.items() if kept != "[{},{},[],[],0]"}


PROMISES = (
    axe_core_finds_nothing,
    nothing_scrolls_sideways_on_a_phone,
    nothing_scrolls_sideways_at_four_hundred_per_cent,
    nothing_scrolls_sideways_when_lines_and_words_are_set_apart,
    every_control_is_large_enough_for_a_thumb,
    no_link_in_a_sentence_is_smaller_than_the_rule_allows,
    help_stands_at_the_same_place_on_every_page_of_a_citizen,
    every_page_has_one_heading_that_names_it,
    the_title_says_whether_there_are_errors,
    the_title_says_which_part_it_is,
    the_title_names_the_municipality,
    no_error_was_met_and_no_other_host_asked,
    nothing_is_left_in_the_storage_of_the_browser,
)
"""Each gives what breaks it; they share one walk, since a walk takes longer than all of them."""


def test_every_page_of_the_job_keeps_every_promise(seen: Seen, subtests: pytest.Subtests) -> None:
    for promise in PROMISES:
        with subtests.test(promise.__name__):
            assert not promise(seen)
