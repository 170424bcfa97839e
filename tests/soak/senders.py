"""People who send their cases at a steady rate, and try again, at either wizard, until they have a receipt."""

import random
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from queue import Empty, Queue
from threading import Thread

import httpx

from tests.draft import CONSENTS
from tests.guest import TRUST, hidden
from tests.soak.storming import Storm

THREADS = 16
PATIENCE = 180.0
"""Seconds that somebody tries."""


class Senders:
    """What they have sent, and how it went."""

    def __init__(self, site: Storm, drafts: list[uuid.UUID], rate: float) -> None:
        self._site, self._drafts, self._rate = site, drafts, rate
        self._due: Queue[uuid.UUID] = Queue()
        self._ended = False
        self.acknowledged: set[uuid.UUID] = set()
        self.given_up: set[uuid.UUID] = set()
        self.again = 0
        """How often somebody got no receipt, and tried again."""
        self.seconds = 0.0

    def send_all(self, then: Callable[[], None]) -> None:
        """Each in its turn; ``then`` is called once all turns have come, while the last ones may still try."""
        cookie = self._site.visitor("stille").http.cookies
        threads = [Thread(target=self._send, args=(dict(cookie), number)) for number in range(THREADS)]
        begun = time.monotonic()
        for thread in threads:
            thread.start()
        for number, case_id in enumerate(self._drafts):
            time.sleep(max(0.0, begun + number / self._rate - time.monotonic()))
            self._due.put(case_id)
        while not self._due.empty():
            time.sleep(0.1)
        self.seconds = time.monotonic() - begun
        then()
        self._ended = True
        for thread in threads:
            thread.join()

    def _send(self, cookies: dict[str, str], number: int) -> None:
        chance = random.Random(number)  # noqa: S311 -- chance that can be repeated
        with httpx.Client(
            cookies=cookies, verify=TRUST, timeout=30, headers={"Connection": "close"}
        ) as browser:
            while not (self._ended and self._due.empty()):
                with suppress(Empty):
                    self._until_received(browser, self._due.get(timeout=0.2), chance)

    def _until_received(self, browser: httpx.Client, case_id: uuid.UUID, chance: random.Random) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with suppress(httpx.TransportError):
                if _is_received(browser, f"{chance.choice(self._site.urls)}/larvik/sak/{case_id}"):
                    self.acknowledged.add(case_id)
                    return
            self.again += 1
            time.sleep(chance.uniform(0.1, 0.5))
        self.given_up.add(case_id)


def _is_received(browser: httpx.Client, path: str) -> bool:
    page = browser.get(f"{path}/send")
    if page.status_code == HTTPStatus.OK:
        fields = {name: hidden(page.text, name) for name in ("csrf_token", "content")}
        page = browser.post(f"{path}/send", data=fields | CONSENTS)
    return page.is_redirect and page.headers["location"].endswith("/kvittering")
