"""Looks at a page from inside it: axe-core, and measures of our own."""

from pathlib import Path
from typing import Any
from zlib import crc32

from playwright.sync_api import Page

from tests.profiles import THOROUGH

WIDE, PHONE, ZOOMED = 1280, 360, 320
HEIGHT = 800
HOUSE = Path(__file__).parents[2]
MEASURE = (Path(__file__).parent / "measure.js").read_text(encoding="utf-8")
AXE = (HOUSE / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"


STANDS_STILL = """() => Promise.allSettled(document.getAnimations()
    .filter(one => one.effect.getComputedTiming().iterations !== Infinity).map(one => one.finished))"""
"""What fades in has its colours once it stands."""


def widths_for_axe(where: str) -> tuple[int, ...]:
    """A phone's width or a desk's, by the page's name: axe-core takes longer than all else on a page.

    By the profile of ``make soak`` both, on each page.
    """
    both = (PHONE, WIDE)
    return both if THOROUGH else (both[crc32(where.encode()) % 2],)


def violations(page: Page) -> list[str]:
    """What axe-core finds: the rule, and where."""
    if page.evaluate("() => !('axe' in globalThis)"):
        page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate(RUN, TAGS)["violations"]
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]
    ]


def measured(page: Page, what: str) -> Any:
    """One of the functions of measure.js, such as ``tooWide()``."""
    return page.evaluate(f"() => measure.{what}")
