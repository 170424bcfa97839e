"""A step and a submission, beside a bare Flask page under the same gunicorn (medians)."""

import itertools
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from tests.bench.load import Rate, rate
from tests.bench.table import Row
from tests.draft import CONSENTS, Draft, begin
from tests.filled import pairs
from tests.forked import BIN
from tests.running_site import Site, free_port

CONNECTIONS = 4
EACH = 250
ROUNDS = 3


def bench(_folder: Path) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/bench.sqlite"
        with Site(Path(folder), database) as site:
            hello = _hello(site)
            posts = [writer(begin(site.visitor("stille"))) for _ in range(CONNECTIONS)]
            bare, step = [], []
            for _ in range(ROUNDS):
                bare.append(rate(hello, [_get] * CONNECTIONS, EACH, 200))
                step.append(rate(site.url, posts, EACH, 303))
            submit = [_submission(site) for _ in range(9)]
            saved = [save(site) for _ in range(9)]
    return _rows(bare, step, median(submit), median(saved))


def _rows(bare: list[Rate], step: list[Rate], submit: float, saved: float) -> list[Row]:
    hello, post = median(one.a_second for one in bare), median(one.a_second for one in step)
    return [
        Row("bare Flask, GET", hello, "a second"),
        Row("a step, POST: checked, sealed, committed", post, "a second", post / hello, "bare Flask"),
        Row("a step, one at a time", saved * 1000, "ms"),
        Row("submission, one at a time", submit * 1000, "ms", submit / saved, "a step"),
    ]


def _hello(site: Site) -> str:
    port = free_port()
    site.start("hello", [BIN / "gunicorn", "tests.bench.hello:app", "-b", f"127.0.0.1:{port}"])
    site.wait(f"http://127.0.0.1:{port}/")
    return f"http://127.0.0.1:{port}"


def _get() -> bytes:
    return b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


def writer(draft: Draft) -> Callable[[], bytes]:
    """Makes the next POST of the draft's first long step: another text each time, over the version before."""
    walk = draft.fill(until="need")
    step = next(step for step in walk.path if step.slug == "need")
    given = [pair for pair in pairs(walk.form(step)) if pair[0] != "what_matters"]
    controls = draft.guest.told(draft.step("need")).controls
    count = itertools.count()

    def make() -> bytes:
        number = next(count)
        own = [
            ("csrf_token", controls["csrf_token"]),
            ("version", str(number)),
            ("what_matters", f"Nummer {number}"),
        ]
        body = urlencode([*given, *own]).encode()
        head = [
            f"POST {draft.step('need')} HTTP/1.1",
            "Host: 127.0.0.1",
            f"Cookie: veiviser={draft.guest.cookie}",
            "Content-Type: application/x-www-form-urlencoded",
            f"Content-Length: {len(body)}",
        ]
        return "\r\n".join(head).encode() + b"\r\n\r\n" + body

    return make


def _submission(site: Site) -> float:
    """Seconds that the POST takes which signs, freezes and enqueues."""
    draft = begin(site.visitor("stille")).complete()
    told = draft.guest.told(f"{draft.path}/send").along(CONSENTS)
    start = time.perf_counter()
    answer = draft.guest.submit(f"{draft.path}/send", told)
    took = time.perf_counter() - start
    assert answer.status_code == 303
    return took


def save(site: Site) -> float:
    """Seconds of a single step's POST, by the same client as a submission."""
    draft = begin(site.visitor("stille"))
    walk = draft.fill(until="need")
    step = next(step for step in walk.path if step.slug == "need")
    told = draft.guest.told(draft.step("need")).along(pairs(walk.form(step)))
    start = time.perf_counter()
    answer = draft.guest.submit(draft.step("need"), told)
    took = time.perf_counter() - start
    assert answer.status_code == 303
    return took
