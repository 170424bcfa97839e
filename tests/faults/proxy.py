"""The proxy in front of two wizards, as docs/deploying.md has it: nothing new goes to the one that rests."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

import httpx

from tests.guest import TRUST


class Proxy(httpx.BaseTransport):
    """Each request goes on a connection of its own, by turns to those in use; where none is taken, to the next."""

    def __init__(self, *ports: int) -> None:
        self._ports, self._turn = ports, count()
        self._resting: int | None = None
        self._http = httpx.HTTPTransport(verify=TRUST, limits=httpx.Limits(max_keepalive_connections=0))

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        try:
            return self._by(self._next(), request)
        except httpx.ConnectError:  # nothing was sent yet
            return self._by(self._next(), request)

    def _next(self) -> int:
        ports = [port for port in self._ports if port != self._resting]
        return ports[next(self._turn) % len(ports)]

    def _by(self, port: int, request: httpx.Request) -> httpx.Response:
        request.url = request.url.copy_with(port=port)
        request.headers["Connection"] = "close"
        answer = self._http.handle_request(request)
        answer.read()
        return answer

    @contextmanager
    def without(self, port: int) -> Iterator[None]:
        self._resting = port
        yield
        self._resting = None
