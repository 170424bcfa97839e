"""F-12, F-24: an upload whose line is cut, or whose server dies, keeps nothing; it is sent again whole."""

import signal
import socket
import time
from contextlib import suppress
from http import HTTPStatus
from urllib.parse import urlsplit

import psutil
import pytest

from tests import behind
from tests.draft import Draft, begin
from tests.faults.test_failpoints import nothing_is_amiss
from tests.integration.handover.world import until
from tests.integration.wizard.test_attachments import SECRET, STEP, links, upload
from tests.integration.wizard.test_sweeping import files
from tests.running_site import Site

BOUNDARY = "grense"
SIZE = 20_000_000
"""Bytes that the browser says it sends."""


def begins_upload(draft: Draft) -> socket.socket:
    """The line on which a browser has sent half of a large file."""
    fields = draft.guest.told(draft.step(STEP)).along({"_upload": STEP})
    parts = "".join(
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields
    )
    parts += f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{STEP}"; filename="brev.pdf"\r\n\r\n'
    head = (
        f"POST {draft.step(STEP)} HTTP/1.1\r\nHost: {urlsplit(draft.guest.url).netloc}\r\n"
        f"Cookie: veiviser={draft.guest.cookie}\r\nContent-Length: {SIZE}\r\n"
        f"Content-Type: multipart/form-data; boundary={BOUNDARY}\r\n\r\n"
    )
    host, _, port = urlsplit(draft.guest.url).netloc.partition(":")
    line = socket.create_connection((host, int(port)), timeout=60)
    line.sendall((head + parts).encode() + SECRET + bytes(SIZE // 2))
    return line


@pytest.mark.parametrize("struck", ["sqlite", "postgresql"], indirect=True)
@pytest.mark.parametrize("cut", ["f_12_line", "f_24_server"])
def test_f_12_f_24_half_an_upload_is_none_and_it_can_be_sent_again(struck: Site, cut: str) -> None:
    guest = struck.visitor("stille")
    guest.http.headers["Connection"] = "close"
    draft = begin(guest)
    draft.fill(until=STEP)
    kept, before = behind.answers(struck, draft), files(struck)
    line = begins_upload(draft)
    if cut == "f_24_server":
        killed = children(struck)
        for child in killed:
            child.send_signal(signal.SIGKILL)
        until(lambda: len([one for one in children(struck) if one not in killed]) == struck.workers)
    line.close()
    time.sleep(0.2)
    assert links(draft) == {}
    assert files(struck) == before
    assert behind.answers(struck, draft) == kept
    assert upload(draft, "brev.pdf", SECRET).status_code == HTTPStatus.SEE_OTHER
    [address] = links(draft).values()
    assert guest.get(address).content == SECRET
    nothing_is_amiss(struck)


def children(site: Site) -> list[psutil.Process]:
    """The processes of the web that answer."""
    return [one for one in psutil.Process(site.processes[0].pid).children() if _lives(one)]


def _lives(process: psutil.Process) -> bool:
    with suppress(psutil.NoSuchProcess):
        return process.status() != psutil.STATUS_ZOMBIE
    return False
