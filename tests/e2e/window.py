"""A browser of somebody's own, which notes everything that goes wrong in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, expect

from tests.e2e.looking import HEIGHT, MEASURE, PHONE, WIDE, ZOOMED

__all__ = ["HEIGHT", "LEFT_FOR", "PHONE", "WIDE", "ZOOMED", "Window"]
PATIENCE = 20_000
"""Milliseconds in which a page does what it is to do, on a machine that does much else."""
expect.set_options(timeout=PATIENCE)
LEFT_FOR = "https://www.yr.no/"
"""Where the quick exit leads to: the one address outside that a page may send a browser to."""
ANSWERED_WITH_A_PAGE = (400, 409, 422)
"""A refusal that shows the form again. Chromium writes these to its console too."""
KEPT = """async () => JSON.stringify([
    {...localStorage}, {...sessionStorage}, await indexedDB.databases(), await caches.keys(),
    (await navigator.serviceWorker.getRegistrations()).length])"""


class Window:
    """One person's browser with one tab open. With ``scripts`` off it is as if JavaScript were switched off.

    ``trouble`` collects what no visit may have: an error or a refused resource in the console, a script's
    exception, a request to another host.
    """

    def __init__(
        self, browser: Browser, url: str, *, scripts: bool = True, width: int = WIDE, **options: Any
    ) -> None:
        self.url, self.scripts, self.trouble = url, scripts, list[str]()
        self.expected = set(ANSWERED_WITH_A_PAGE)
        self.context = browser.new_context(
            base_url=url, locale="nb-NO", viewport={"width": width, "height": HEIGHT}, **options
        )
        self.context.set_default_timeout(PATIENCE)
        self.context.on("console", self._note_message)
        self.context.on("weberror", lambda error: self.trouble.append(f"script: {error.error}"))
        self.context.on("response", self._note_answer)
        self.context.on("request", self._note_request)
        self.page = self.tab()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()

    def slow(self, *, bytes_a_second: int) -> None:
        """As on a line that sends so much; -1 for no limit."""
        self._debugger.send(
            "Network.emulateNetworkConditions",
            {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": bytes_a_second},
        )

    def tab(self) -> Page:
        """One more tab of the same browser."""
        page = self.context.new_page()
        self._debugger = self.context.new_cdp_session(page)
        self._allow_scripts(allowed=self.scripts)
        return page

    def _allow_scripts(self, *, allowed: bool) -> None:
        self._debugger.send("Emulation.setScriptExecutionDisabled", {"value": not allowed})

    @contextmanager
    def examined(self) -> Iterator[Page]:
        """The page as it was loaded, for a checker that needs scripts of its own."""
        self._allow_scripts(allowed=True)
        self.page.evaluate(MEASURE)
        yield self.page
        self._allow_scripts(allowed=self.scripts)

    def keep(self, cookie: str) -> None:
        """Be logged in by that session, as the site itself would set it."""
        self.context.add_cookies(
            [{"name": "veiviser", "value": cookie, "url": self.url, "httpOnly": True, "sameSite": "Lax"}]
        )

    def may_leave(self) -> None:
        """Outside there is a page, since the one by which the browser says that there is none comes late."""
        self.context.route(LEFT_FOR, lambda route: route.fulfill(body="<title>Vær</title>"))

    def go(self, path: str) -> None:
        self.page.goto(path)

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    def kept(self) -> str:
        """What the browser's storages hold for the site, as JSON."""
        with self.examined() as page:
            return str(page.evaluate(KEPT))

    def download(self, link: str) -> bytes:
        with self.page.expect_download() as waiting:
            self.page.get_by_role("link", name=link).click()
        return Path(waiting.value.path()).read_bytes()

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not self._is_answer(message):
            self.trouble.append(f"console: {message.text} {message.location['url']}")

    def _is_answer(self, message: ConsoleMessage) -> bool:
        codes = (f"status of {code}" for code in self.expected)
        return message.text.startswith("Failed to load resource") and any(
            code in message.text for code in codes
        )

    def _note_answer(self, answer: Response) -> None:
        if answer.status >= 400 and answer.status not in self.expected:
            self.trouble.append(f"answer: {answer.status} {answer.url}")

    def _note_request(self, request: Request) -> None:
        """Seen only, not routed: for that a browser would fetch every style sheet and font anew on every page."""
        left = request.url == LEFT_FOR and request.is_navigation_request()
        if not left and not request.url.startswith(self.url):
            self.trouble.append(f"outside: {request.url}")
