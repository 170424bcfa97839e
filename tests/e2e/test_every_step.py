"""Every page of every journey in a real Chromium: nothing for axe-core, nothing too wide, at two widths."""

from collections.abc import Callable

import pytest

from forms.journeys.registry import journeys
from tests.along import pages, writer
from tests.e2e.looking import measured, violations
from tests.e2e.window import HEIGHT, PHONE, WIDE, Window
from tests.running_site import Site


@pytest.mark.parametrize("slug", journeys())
def test_no_page_of_the_journey_shuts_anybody_out(
    slug: str, site: Site, opened: Callable[..., Window]
) -> None:
    guest, window = writer(site, slug), opened()
    window.context.add_cookies([{"name": "veiviser", "value": guest.cookie, "url": site.url}])
    found: dict[str, list[str]] = {}
    for where, path in pages(guest, slug):
        window.go(path)
        with window.examined() as page:
            for width in (PHONE, WIDE):
                page.set_viewport_size({"width": width, "height": HEIGHT})
                trouble = violations(page) + [f"too wide: {one}" for one in measured(page, "tooWide()")]
                if trouble:
                    found[f"{where} at {width}"] = trouble
    assert found == {}
