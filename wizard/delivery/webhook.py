"""Sends a package to the municipality's own address: signed, over https, to a host that the settings name."""

import ssl
from collections.abc import Iterator, Mapping
from time import monotonic
from urllib.parse import urlsplit

import httpx

from docgen.contract import asked_wait
from wizard.delivery.answer import LONGEST, reason_of, receipt_of
from wizard.delivery.outcome import LaterError, RefusedError
from wizard.delivery.signed import sign
from wizard.delivery.zip_body import zipped
from wizard.failpoints import reach

CONNECT_SECONDS, QUIET_SECONDS = 5.0, 30.0
"""Until somebody answers, and for each piece on the way."""
PIECE = 64 * 1024
FOR_GOOD = frozenset({400, 413, 415, 422})
"""What a receiver says of the package itself. That we may not, or not there, is no fault of it: it is tried again."""


def fault(address: str, hosts: list[str], *, demo: bool) -> str:
    """Why nothing may be sent there: empty where it may. ``hosts`` are those that the settings name."""
    parts = urlsplit(address)
    if parts.netloc.lower() not in hosts:
        return "its host does not stand in VEIVISER_DELIVERY_HOSTS"
    if parts.scheme != "https" and not demo:
        return "it is not https"
    return ""


class Webhook:
    """Sends to one municipality's address; ``total`` are the seconds for sending and answering together."""

    def __init__(
        self, address: str, municipality: str, key: bytes, total: float, trust: ssl.SSLContext
    ) -> None:
        self._address, self._municipality, self._key, self._total = address, municipality, key, total
        self._trust = trust

    def send(self, files: Mapping[str, bytes], idempotency_key: str) -> str:
        """Gives the receiver's receipt. ``LaterError`` or ``RefusedError`` where there is none."""
        body = zipped(files)
        request = self._request(body, idempotency_key)
        late = monotonic() + self._total
        timeout = httpx.Timeout(min(QUIET_SECONDS, self._total), connect=CONNECT_SECONDS)
        with httpx.Client(
            timeout=timeout, trust_env=False, verify=self._trust, follow_redirects=False
        ) as http:
            sent = http.build_request(
                "POST",
                self._address,
                content=_pieces(body, late),
                headers=request.headers,
                extensions={"timeout": timeout.as_dict()},
            )
            try:
                answer = http.send(sent, stream=True)
                told = _in_time(answer, late)
            except httpx.HTTPError as error:
                raise LaterError("no_answer") from error
        reach("webhook_answered")
        return _receipt(answer, told)

    def _request(self, body: bytes, idempotency_key: str) -> httpx.Request:
        headers = {
            "Content-Type": "application/zip",
            "Content-Length": str(len(body)),
            "Idempotency-Key": f'"{idempotency_key}"',
            "Accept": "application/json, application/xml",
            "Accept-Encoding": "identity",
        }
        request = httpx.Request("POST", self._address, headers=headers)
        sign(request, body, self._municipality, self._key)
        return request


def _pieces(body: bytes, late: float) -> Iterator[bytes]:
    """The library's own limit is on each piece, and not on all of them together."""
    for begin in range(0, len(body), PIECE):
        if monotonic() > late:
            raise httpx.WriteTimeout("sending took too long")
        if begin:
            reach("webhook_half")
        yield body[begin : begin + PIECE]


def _in_time(answer: httpx.Response, late: float) -> bytes:
    """No more of it than an answer has: the rest is not waited for."""
    told = b""
    try:
        for piece in answer.iter_raw():
            told += piece
            if len(told) > LONGEST:
                break
            if monotonic() > late:
                raise httpx.ReadTimeout("the whole answer took too long")
    finally:
        answer.close()
    return told


def _receipt(answer: httpx.Response, told: bytes) -> str:
    status = answer.status_code
    if answer.is_success:
        return receipt_of(told)
    if (
        status == httpx.codes.CONFLICT
    ):  # it has that key already: done if it tells the receipt, else it is at work
        return receipt_of(told)
    if status in FOR_GOOD:
        raise RefusedError(reason_of(told))
    raise LaterError(f"status_{status}", asked_wait(answer.headers.get("Retry-After", "")))
