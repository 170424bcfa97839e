"""Where a request ends is read in one way, or it is not answered. Nothing is stored: one database is enough."""

import socket

import pytest

from tests.running_site import Site

SMUGGLED = "GET /larvik/personvern HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
TWO_WAYS = {
    "both lengths": "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "two lengths": "Content-Length: 0\r\nContent-Length: 60\r\n\r\n",
    "no number": "Content-Length: +60\r\n\r\n",
    "an unknown coding": "Transfer-Encoding: chunked, fuzzed\r\n\r\n0\r\n\r\n",
    "chunked twice": "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "a blank before the colon": "Content-Length : 0\r\n\r\n",
    "a folded line": "X-Folded: one\r\n two\r\nContent-Length: 0\r\n\r\n",
}


def told(site: Site, fields: str) -> bytes:
    """All that the site answers on one connection."""
    with socket.create_connection(("127.0.0.1", site.port), timeout=10) as line:
        line.sendall(f"POST /sprak HTTP/1.1\r\nHost: 127.0.0.1\r\n{fields}{SMUGGLED}".encode())
        line.shutdown(socket.SHUT_WR)
        pieces = []
        while piece := line.recv(65536):
            pieces.append(piece)
    return b"".join(pieces)


@pytest.mark.parametrize("how", TWO_WAYS)
def test_what_can_be_read_in_two_ways_is_one_refusal(site: Site, how: str) -> None:
    answer = told(site, TWO_WAYS[how])
    assert answer.count(b"HTTP/1.1 ") == 1
    assert answer.startswith((b"HTTP/1.1 400", b"HTTP/1.1 501"))


def test_two_whole_requests_are_two_answers(site: Site) -> None:
    """The refusals above would say nothing if the second request were never read."""
    assert told(site, "Content-Length: 0\r\n\r\n").count(b"HTTP/1.1 ") == 2
