"""Looks at a page from inside it: axe-core, and measures of our own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

from playwright.sync_api import Page

from tests.profiles import THOROUGH

FILLED_IN, WITH_ERRORS = " filled in", " with errors"
"""How the states of a step end, by name, which it is not in when it comes."""
WIDE, PHONE, ZOOMED = 1280, 360, 320
HEIGHT = 800
HOUSE = Path(__file__).parents[2]
MEASURE, KIND = (
    (Path(__file__).parent / f"{name}.js").read_text(encoding="utf-8") for name in ("measure", "kind")
)
AXE = (HOUSE / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"


STANDS_STILL = """() => Promise.allSettled(document.getAnimations()
    .filter(one => one.effect.getComputedTiming().iterations !== Infinity).map(one => one.finished))"""
"""What fades in has its colours once it stands."""


_flawless = set[str]()
"""The kinds of page in which axe-core found nothing, in this run."""


def widths_for_axe(where: str) -> tuple[int, ...]:
    """A phone's width or a desk's, by the page's name: axe-core takes longer than all else on a page.

    By the profile of ``make soak`` both, on each page.
    """
    both = (PHONE, WIDE)
    return both if THOROUGH else (both[crc32(where.encode()) % 2],)


def is_seen_later(where: str) -> bool:
    """Whether that is a step of the job as it comes: nothing stands there that it has not filled in or with errors."""
    return not THOROUGH and where.startswith("step ") and not where.endswith((FILLED_IN, WITH_ERRORS))


def is_for_axe(where: str, width: int) -> bool:
    """Whether axe-core sees that state of the job's pages at that width, as the job is walked at both.

    What is filled in is seen on a phone, where it is without scripts, and what is wrong at a desk.
    """
    if THOROUGH or not where.startswith("step "):
        return width in widths_for_axe(where)
    return where.endswith({PHONE: FILLED_IN, WIDE: WITH_ERRORS}[width])


def at_widths(page: Page, widths: tuple[int, ...] = (PHONE, WIDE)) -> Iterator[int]:
    """The page at each width, first as wide as it is, and last as it stays: each change is a layout of its own."""
    now = page.viewport_size
    for width in sorted(widths, key=lambda one: not now or one != now["width"]):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        yield width


def violations(page: Page) -> list[str]:
    """What axe-core finds: the rule, and where.

    Once for each kind of page: one whose elements and attributes are those of a page without fault differs from it by
    its words alone. ``make soak`` looks at each.
    """
    kind = "" if THOROUGH else f"{page.viewport_size} {page.evaluate(KIND)}"
    if kind in _flawless:
        return []
    if page.evaluate("() => !('axe' in globalThis)"):
        page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate(RUN, TAGS)["violations"]
    if kind and not found:
        _flawless.add(kind)
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]
    ]


def measured(page: Page, what: str) -> Any:
    """One of the functions of measure.js, such as ``tooWide()``."""
    return page.evaluate(f"() => measure.{what}")
