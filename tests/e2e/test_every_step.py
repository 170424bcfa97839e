"""Every page of every journey in a real Chromium: nothing for axe-core, nothing too wide, at two widths.

The first journey is walked in test_every_page.py and test_whole_job.py, where it is looked at step by step, errors
shown too. Many journeys ask the same questions: a step is looked at in the first journey that asks them. From the first
step to the last, only the questions differ, which stand one below the other at any width: the steps in between are
looked at on a phone alone, and every third, by its name, by axe-core. ``make soak`` looks at every page of
every journey, at both widths.
"""

from collections.abc import Callable
from itertools import takewhile
from zlib import crc32

import pytest

from forms.journeys.registry import journey, journeys
from tests.along import pages, writer
from tests.draft import JOURNEY
from tests.e2e.looking import at_widths, measured, violations, widths_for_axe
from tests.e2e.window import PHONE, WIDE, Window
from tests.profiles import THOROUGH
from tests.running_site import Site

AFTER = ("the review", "signing", "the receipt", "the case", "my cases")
"""Alike in all journeys: each is looked at in two of five."""


def looked_at_elsewhere(slug: str) -> set[str]:
    """The steps of the journey that an earlier one has too, and pages alike; none where everything is looked at."""
    earlier = list(takewhile(lambda one: one != slug, journeys()))
    forms = {step.form for one in earlier for step in journey(one).steps}
    steps = {step.slug for step in journey(slug).steps if step.form in forms}
    shown = {AFTER[(len(earlier) + more) % len(AFTER)] for more in (0, 2)}
    return set() if THOROUGH else steps | set(AFTER) - shown


@pytest.mark.parametrize("slug", [slug for slug in journeys() if slug != JOURNEY])
def test_no_page_of_the_journey_shuts_anybody_out(
    slug: str, site: Site, opened: Callable[..., Window]
) -> None:
    guest, window = writer(site, slug), opened()
    window.keep(guest.cookie)
    found: dict[str, list[str]] = {}
    for number, (where, path) in enumerate(pages(guest, slug)):
        if where in looked_at_elsewhere(slug):
            continue
        between = number and "/steg/" in path and not THOROUGH
        window.go(path)
        name = f"{slug} {where}"
        for_axe = (PHONE,) * (crc32(name.encode()) % 3 == 0) if between else widths_for_axe(name)
        with window.examined() as page:
            for width in at_widths(page, (PHONE,) if between else (PHONE, WIDE)):
                trouble = violations(page) if width in for_axe else []
                if trouble := trouble + [f"too wide: {one}" for one in measured(page, "tooWide()")]:
                    found[f"{where} at {width}"] = trouble
    assert found == {}
