"""What holds of every page of the counter: it fits a phone, and axe-core finds nothing."""

import os
from pathlib import Path

from tests.e2e.looking import measured, violations
from tests.e2e.window import PHONE, Window


def sound(window: Window, name: str, *, goes_by_itself: bool = False) -> None:
    """Nothing wider than a phone, and no violation.

    Where a shared screen has no scripts, a page that was left ``goes_by_itself``: the next person must not see it
    (WCAG 2.2.1 excepts what is essential).
    """
    with window.examined() as page:
        excepted = "meta-refresh" if goes_by_itself else "nothing"
        assert [one for one in violations(page) if not one.startswith(excepted)] == []
        for width in (PHONE, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert not measured(page, "tooWide()"), name
            assert not measured(page, "tooSmall(44, false)"), name
            if folder := os.environ.get("VEIVISER_PICTURES"):
                page.screenshot(path=str(Path(folder) / f"{name}-{width}.png"), full_page=True)
