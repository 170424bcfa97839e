"""A load of prepared requests over kept connections: as little client as possible beside the server."""

import socket
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Rate:
    """Answers a second by all connections together, and the median wait of one answer in milliseconds."""

    a_second: float
    median_ms: float


class Connection:
    """One kept HTTP/1.1 connection; asks, and reads the answer to its last byte."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        assert parts.hostname
        self._to = (parts.hostname, parts.port or 80)
        self._socket = socket.create_connection(self._to)

    def ask(self, request: bytes) -> int:
        """The answer's status. A connection that the server ended is opened again."""
        self._socket.sendall(request)
        read = b""
        while b"\r\n\r\n" not in read:
            read += self._more()
        head, _, body = read.partition(b"\r\n\r\n")
        fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
        missing = int(fields.get(b"content-length", b"0")) - len(body)
        while missing > 0:
            missing -= len(self._more())
        if fields.get(b"connection") == b"close":
            self._socket.close()
            self._socket = socket.create_connection(self._to)
        return int(head.split(b" ", 2)[1])

    def _more(self) -> bytes:
        got = self._socket.recv(65536)
        assert got, "the server ended in the middle of an answer"
        return got


def rate(url: str, makers: Sequence[Callable[[], bytes]], each: int, expected: int) -> Rate:
    """Send ``each`` requests by each maker's own connection, all at once."""
    waits: list[float] = []

    def run(make: Callable[[], bytes]) -> None:
        connection = Connection(url)
        for _ in range(each):
            request = make()
            start = time.perf_counter()
            status = connection.ask(request)
            waits.append(time.perf_counter() - start)
            assert status == expected, status

    threads = [threading.Thread(target=run, args=(make,)) for make in makers]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - start
    assert len(waits) == each * len(makers), "a connection gave up"
    return Rate(len(waits) / took, sorted(waits)[len(waits) // 2] * 1000)
