import hashlib
from base64 import b64encode
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from time import sleep

import httpx
import pytest

from docgen.client import TOTAL_SECONDS
from docgen.contract import DOCX, PDF, DocgenClient, Refused, Unavailable
from tests.unit.docgen.asking import sample

PDF_BYTES = b"%PDF-1.7 ..."
"""Whole documents come in tests/integration; here stands what a broken or lying docgen may answer."""


def client(
    answer: Callable[[httpx.Request], httpx.Response], total_seconds: float = TOTAL_SECONDS
) -> DocgenClient:
    return DocgenClient("http://docgen", "token", httpx.MockTransport(answer), total_seconds)


def headers(body: bytes = PDF_BYTES, **changed: str) -> dict[str, str]:
    digest = b64encode(hashlib.sha256(body).digest()).decode()
    good = {"Content-Type": PDF, "Content-Digest": f"sha-256=:{digest}:", "Request-Sha256": sample().sha256()}
    return {**good, **{name.replace("_", "-"): value for name, value in changed.items()}}


def test_the_canonical_request_is_sent_with_the_token_and_the_wanted_type() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert request.url == "http://docgen/v1/documents"
        assert request.content == sample().canonical()
        assert request.headers["Authorization"] == "Bearer token"
        assert request.headers["Accept"] == PDF
        assert request.headers["Content-Type"] == "application/json"
        return httpx.Response(200, headers=headers(), content=PDF_BYTES)

    with client(answer) as docgen:
        assert docgen.make(sample(), PDF) == PDF_BYTES


@pytest.mark.parametrize("status", [400, 406, 413, 415, 422])
def test_an_error_in_our_request_is_refused_for_good(status: int) -> None:
    said = httpx.Response(status, headers={"Content-Type": "application/problem+json"})
    with pytest.raises(Refused, match=str(status)):
        client(lambda _: said).make(sample(), PDF)


@pytest.mark.parametrize("status", [400, 406, 413, 415, 422])
def test_an_error_that_another_than_docgen_tells_may_be_tried_again(status: int) -> None:
    for kind in ({}, {"Content-Type": "text/html"}):
        said = httpx.Response(status, headers=kind, content=b"<h1>Request Entity Too Large</h1>")
        with pytest.raises(Unavailable):
            client(lambda _, said=said: said).make(sample(), PDF)  # type: ignore[misc]  # bound in the loop


def test_a_refusal_carries_docgens_own_reason() -> None:
    said = httpx.Response(
        422, headers={"Content-Type": "application/problem+json"}, json={"detail": "content.title: missing"}
    )
    with pytest.raises(Refused, match=r"content\.title: missing"):
        client(lambda _: said).make(sample(), PDF)


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"title": "x"}'])
def test_a_refusal_without_a_reason_is_still_a_refusal(body: bytes) -> None:
    said = httpx.Response(422, headers={"Content-Type": "application/problem+json"}, content=body)
    with pytest.raises(Refused):
        client(lambda _: said).make(sample(), PDF)


@pytest.mark.parametrize("status", [401, 403, 404, 405, 408, 425, 429, 500, 502, 503, 504, 204, 302])
def test_any_other_answer_may_be_tried_again(status: int) -> None:
    with pytest.raises(Unavailable):
        client(lambda _: httpx.Response(status)).make(sample(), PDF)


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("said", "seconds"),
    [("7", 7), ("soon", None), ("", None), ("-7", None), ("Wed, 21 Oct 2015 07:28:00 GMT", 0)],
)
def test_f_11_the_wait_that_docgen_asks_for_is_passed_on(status: int, said: str, seconds: int | None) -> None:
    with pytest.raises(Unavailable) as trouble:
        client(lambda _: httpx.Response(status, headers={"Retry-After": said})).make(sample(), PDF)
    assert trouble.value.retry_after == seconds


def test_f_11_the_wait_may_be_told_as_a_date() -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=120), usegmt=True)
    with pytest.raises(Unavailable) as trouble:
        client(lambda _: httpx.Response(429, headers={"Retry-After": later})).make(sample(), PDF)
    assert trouble.value.retry_after == pytest.approx(120, abs=5)


@pytest.mark.parametrize(
    ("status", "away"), [(429, False), (500, False), (401, True), (403, True), (502, True), (503, True)]
)
def test_it_is_told_whether_docgen_is_away_or_fails_on_this_request(status: int, away: bool) -> None:  # noqa: FBT001
    with pytest.raises(Unavailable) as trouble:
        client(lambda _: httpx.Response(status)).make(sample(), PDF)
    assert trouble.value.away is away


@pytest.mark.parametrize("error", [httpx.ConnectError, httpx.ReadTimeout, httpx.RemoteProtocolError])
def test_no_answer_may_be_tried_again(error: type[httpx.TransportError]) -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        raise error("")

    with pytest.raises(Unavailable):
        client(answer).make(sample(), PDF)


def test_the_given_limit_is_on_the_whole_answer_and_on_the_wait_for_it() -> None:
    def slow(_: httpx.Request) -> httpx.Response:
        sleep(0.3)
        return httpx.Response(200, headers=headers(), content=drops())

    def drops() -> Iterator[bytes]:
        for place in range(0, len(PDF_BYTES), 4):
            sleep(0.1)
            yield PDF_BYTES[place : place + 4]

    with pytest.raises(Unavailable, match="ReadTimeout"):
        client(slow, total_seconds=0.5).make(sample(), PDF)
    assert client(slow, total_seconds=10).make(sample(), PDF) == PDF_BYTES


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (PDF_BYTES, headers(Content_Type="text/html")),
        (PDF_BYTES, headers(Content_Type=DOCX)),
        (PDF_BYTES, headers(Content_Digest="sha-256=:AAAA:")),
        (PDF_BYTES, headers(Request_Sha256="0" * 64)),
        (PDF_BYTES[:-1], headers()),
        (b"<html>", headers(b"<html>")),
        (b"", headers(b"")),
        (b"", {}),
    ],
    ids=["html", "other type", "digest", "request", "cut", "no PDF", "empty", "no headers"],
)
def test_an_answer_that_is_not_whole_or_not_to_this_request_is_not_believed(
    body: bytes, said: dict[str, str]
) -> None:
    with pytest.raises(Unavailable, match="not believed"):
        client(lambda _: httpx.Response(200, headers=said, content=body)).make(sample(), PDF)
