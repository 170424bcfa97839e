"""Makes one process of a site die, fail or freeze at a named point, and wakes those that froze."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from pathlib import Path
from threading import Thread

import httpx
import psutil

from tests.guest import TRUST, Guest
from tests.running_site import Site

Fields = list[tuple[str, str]]
Files = dict[str, tuple[str, bytes, str]]


def armed(site: Site) -> Path:
    """Where the site looks for what shall strike; from its next start on."""
    folder = site.folder / "strikes"
    folder.mkdir(exist_ok=True)
    site.environment["VEIVISER_FAIL"] = f"{folder}{os.sep}"
    return folder


def strike(site: Site, point: str, way: str) -> Path:
    """Whoever comes to that point next is struck; then the file that is given is gone."""
    mark = armed(site) / point
    mark.with_suffix(".new").write_text(way)
    mark.with_suffix(".new").rename(mark)
    return mark


def frozen(site: Site) -> Iterator[psutil.Process]:
    """The site's processes that stand still."""
    for program in site.processes:
        with suppress(psutil.NoSuchProcess):
            own = psutil.Process(program.pid)
            yield from (one for one in (own, *own.children(recursive=True)) if _stands(one))


def _stands(process: psutil.Process) -> bool:
    with suppress(psutil.NoSuchProcess):
        return process.status() == psutil.STATUS_STOPPED
    return False


@contextmanager
def waking(site: Site, seconds: float = 0.1) -> Iterator[None]:
    """Meanwhile whoever freezes goes on after so many seconds."""
    done: list[bool] = []

    def wake() -> None:
        while not done:
            standing = list(frozen(site))
            time.sleep(seconds if standing else 0.02)
            for process in standing:
                process.send_signal(signal.SIGCONT)

    waker = Thread(target=wake)
    waker.start()
    try:
        yield
    finally:
        done.append(True)
        waker.join()


def posted(guest: Guest, path: str, fields: Fields, files: Files | None = None) -> httpx.Response | None:
    """What a browser gets for a form that it sends; None where the line was cut."""
    data: dict[str, list[str]] = {}
    for name, value in fields:
        data.setdefault(name, []).append(value)
    cookies = dict(guest.http.cookies)
    with suppress(httpx.TransportError), httpx.Client(cookies=cookies, verify=TRUST, timeout=60) as browser:
        return browser.post(guest.url + path, data=data, files=files)
    return None


def ended(answer: httpx.Response | None, way: str) -> bool:
    """Whether what a browser got is what such a strike gives: nothing, a page that is sorry, or what was asked for."""
    if way == "kill":
        return answer is None
    return (answer is not None and answer.is_server_error) is (way == "exception") and (
        way == "exception" or (answer is not None and answer.status_code == HTTPStatus.SEE_OTHER)
    )
