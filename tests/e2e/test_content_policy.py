"""The content policy as a browser holds to it (A-024), and the report that it sends of what it stopped (A-025)."""

import time
from collections.abc import Iterator
from threading import Thread

import pytest
from playwright.sync_api import Browser, expect
from structlog.testing import capture_logs
from werkzeug.serving import make_server

from tests.e2e.opened_at import opened_at
from tests.e2e.window import Window
from tests.running_site import Site, free_port
from wizard.app import create_app

INLINE = (
    "() => { const one = document.createElement('script'); one.text = 'ran = 1'; document.body.append(one); }"
)

CONFIG = """() => [htmx.config.history, htmx.config.includeIndicatorCSS, htmx.config.mode, htmx.config.extensions,
    htmx.config.inlineScriptNonce ?? null]"""
FRAGMENT = """<script>ran = 1</script><img src="x" onerror="ran = 2"><b id="knapp" hx-on:click="ran = 3">Trykk</b>
<i hx-get="https://evil.no/x" hx-trigger="load"></i><a id="lenke" href="javascript:ran = 4">Lenke</a>"""


@pytest.fixture
def beside(site: Site) -> Iterator[str]:
    """The site once more, in this process: what it logs is not in the log that must stay empty of it."""
    app = create_app(site.settings())
    server = make_server("127.0.0.1", free_port(), app, threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
    app.extensions["tools"].store.close()


def test_a_025_what_the_policy_stops_is_reported_without_the_page_s_own_words(
    browser: Browser, beside: str
) -> None:
    with capture_logs() as logged, Window(browser, beside) as window:
        window.go("/larvik/skjema/klage?navn=Stille")
        window.page.evaluate(INLINE)
        assert window.page.evaluate("() => 'ran' in globalThis") is False
        end = time.monotonic() + 10
        while not logged and time.monotonic() < end:
            window.page.wait_for_timeout(50)
    [told] = logged
    assert told == {
        "event": "policy_violated",
        "log_level": "warning",
        "directive": "script-src-elem",
        "page": "/<municipality>/skjema/<word>",
        "blocked": "inline",
    }


def test_a_024_a_part_of_a_page_brings_no_script_with_it(browser: Browser, site: Site, beside: str) -> None:
    """No setting of htmx 4 leaves scripts out: it is the content policy that runs none of them, nor ``hx-on``."""
    with capture_logs(), Window(browser, beside) as window:
        opened_at(site, window, "need")
        page = window.page
        assert page.evaluate(CONFIG) == [False, False, "same-origin", "", None]
        page.route("**/autolagring", lambda route: route.fulfill(body=FRAGMENT, content_type="text/html"))
        page.locator("[name=need_description]").fill("Hei.")
        expect(page.locator("#lagret #knapp")).to_be_visible()
        page.locator("#knapp").click()
        page.locator("#lenke").click()
        page.wait_for_timeout(200)
        assert page.evaluate("() => globalThis.ran ?? null") is None
        assert [one for one in window.trouble if one.startswith("outside")] == []
