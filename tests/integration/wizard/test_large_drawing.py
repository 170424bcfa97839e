"""The largest signature that is taken is not lost where its helper must show who they are, or log in anew."""

import random
import struct
import zlib

import pytest

from forms.fields.drawing import LARGEST
from tests.counter import begun
from tests.draft import Draft
from tests.guest import hidden
from tests.integration.oidc.test_confirming import long_ago
from tests.integration.wizard.test_counter_signing import DRAWN, drawing
from tests.running_site import Site

LOST = "var for mye til at vi kunne ta vare på det"
GONE = "Det du valgte eller skrev på siden, er borte. Fyll det inn på nytt, og trykk på knappen."
SIDE = 630


def noise() -> bytes:
    """A picture that nothing makes smaller, of nearly as many bytes as one may have."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = random.Random(1)  # noqa: S311 - no secret
    drawn = b"".join(b"\0" + rows.randbytes(SIDE) for _ in range(SIDE))
    header = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 0, 0, 0, 0)
    found = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(drawn)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + found


LARGE = drawing(noise())
SIGNED = DRAWN | {"drawing": LARGE}
SEEN_AGAIN = {"told_use": "yes"}


@pytest.fixture
def draft(site: Site) -> Draft:
    return begun(site.visitor("fin")).complete()


def stands_again(page: str) -> tuple[bool, int]:
    return LARGE.replace("+", "&#43;") in page.replace("+", "&#43;"), page.count(" checked")


def test_it_waits_while_the_helper_shows_who_they_are(site: Site, draft: Draft) -> None:
    assert 0.99 * LARGEST < len(noise()) <= LARGEST
    at = f"{draft.path}/underskrift"
    page = draft.guest.told(at).along(SIGNED)
    long_ago(site)
    asks = draft.guest.submit(at, page)
    assert asks.headers["location"] == "/larvik/bekreft"
    assert LOST not in draft.guest.get("/larvik/bekreft").text
    back = draft.guest.post("/larvik/bekreft").headers["location"]
    assert stands_again(draft.guest.get(back).text) == (True, 4)


def test_where_it_is_too_much_to_wait_the_page_that_asks_says_so(site: Site, draft: Draft) -> None:
    at = f"{draft.path}/underskrift"
    page = draft.guest.told(at).along(SIGNED | {"typed_name": "x" * 70_000})
    long_ago(site)
    draft.guest.submit(at, page)
    asks = draft.guest.get("/larvik/bekreft").text
    assert (LOST in asks, "Alt du har fylt ut, er tatt vare på" in asks) == (True, False)
    assert ("Der fyller du det inn på nytt, og trykker" in asks, "én gang til" in asks) == (True, False)
    back = draft.guest.post("/larvik/bekreft").headers["location"]
    shown = draft.guest.get(back).text
    assert stands_again(shown) == (False, 0)
    assert (GONE in shown, "én gang til" in shown) == (True, False), (
        "nothing stands there to be pressed once more"
    )
    long_ago(site)
    draft.guest.submit(at, draft.guest.told("/larvik/").along(SEEN_AGAIN))
    assert LOST not in draft.guest.get("/larvik/bekreft").text


def test_it_is_hidden_on_the_page_until_the_helper_is_logged_in_again(draft: Draft) -> None:
    at = f"{draft.path}/underskrift"
    page = draft.guest.told(at).along(SIGNED)
    draft.guest.log_out()
    kept = draft.guest.submit(at, page)
    assert kept.status_code == 401
    draft.guest.log_in("fin")
    again = draft.guest.submit(at, [(name, hidden(kept.text, name)) for name in ("csrf_token", "_kept")])
    assert stands_again(again.text)[0]
