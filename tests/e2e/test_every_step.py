"""Every page of every journey in a real Chromium: nothing for axe-core, nothing too wide, at two widths.

The first journey is walked in test_every_page.py and test_whole_job.py, where it is looked at step by step, errors
shown too. From the first step to the last, only the questions differ, which stand one below the other at any width.
So axe-core sees the steps in between on a phone alone; all other pages it sees at both widths.
"""

from collections.abc import Callable

import pytest

from forms.journeys.registry import journeys
from tests.along import pages, writer
from tests.draft import JOURNEY
from tests.e2e.looking import measured, violations
from tests.e2e.window import HEIGHT, PHONE, WIDE, Window
from tests.running_site import Site


@pytest.mark.parametrize("slug", [slug for slug in journeys() if slug != JOURNEY])
def test_no_page_of_the_journey_shuts_anybody_out(
    slug: str, site: Site, opened: Callable[..., Window]
) -> None:
    guest, window = writer(site, slug), opened()
    window.keep(guest.cookie)
    found: dict[str, list[str]] = {}
    for number, (where, path) in enumerate(pages(guest, slug)):
        window.go(path)
        with window.examined() as page:
            for width in (PHONE, WIDE):
                page.set_viewport_size({"width": width, "height": HEIGHT})
                between = number and "/steg/" in path and width == WIDE
                trouble = [] if between else violations(page)
                if trouble := trouble + [f"too wide: {one}" for one in measured(page, "tooWide()")]:
                    found[f"{where} at {width}"] = trouble
    assert found == {}
