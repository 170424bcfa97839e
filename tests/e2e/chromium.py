"""Debian's Chromium without windows of its own, started so that it asks nobody outside this machine for anything."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

PROGRAMS = ("chromium-headless-shell", "chromium")
"""The same engine twice. The second makes a window of its own around each page: a third of what a test costs."""
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--renderer-process-limit=1",
]
"""No name leads anywhere; and one process for all pages of a person's browser, which costs the least to start."""


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        program = next(filter(None, map(shutil.which, PROGRAMS)))
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()
