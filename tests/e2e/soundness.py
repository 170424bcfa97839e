"""What holds of every page of the counter: it fits a phone, and axe-core finds nothing."""

import os
from pathlib import Path

from tests.e2e.looking import at_widths, measured, violations, widths_for_axe
from tests.e2e.window import Window


def sound(window: Window, name: str, *, goes_by_itself: bool = False) -> None:
    """Nothing wider than a phone, and no violation.

    Where a shared screen has no scripts, a page that was left ``goes_by_itself``: the next person must not see it
    (WCAG 2.2.1 excepts what is essential).
    """
    with window.examined() as page:
        excepted = "meta-refresh" if goes_by_itself else "nothing"
        widths = widths_for_axe(name)
        for width in at_widths(page):
            assert not measured(page, "tooWide()"), name
            if width in widths:
                assert [one for one in violations(page) if not one.startswith(excepted)] == []
                assert not measured(page, "tooSmall(44, false)"), name
            if folder := os.environ.get("VEIVISER_PICTURES"):
                page.screenshot(path=str(Path(folder) / f"{name}-{width}.png"), full_page=True)
