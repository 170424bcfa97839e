"""The client of docgen: asks for one document, and believes only an answer that is whole and to the request sent."""

import hashlib
import json
from base64 import b64encode
from collections.abc import Callable, Iterator
from ssl import SSLContext
from time import monotonic
from typing import TYPE_CHECKING, Self

import httpx

from docgen.asked import HEADER
from docgen.media import MAGIC, PROBLEM
from docgen.retry_after import asked_wait

if TYPE_CHECKING:
    from docgen.parts import Request

CONNECT_SECONDS = 3
TOTAL_SECONDS = 60
FOR_GOOD = frozenset({400, 406, 413, 415, 422})
"""The answers that say something about the request itself. A revoked token or a wrong address is no fault of its."""


AWAY = frozenset({401, 403, 502, 503, 504})
"""The answers that say something about docgen, or about the token, and nothing about the request."""


class Refused(Exception):  # noqa: N818 - named for what docgen did
    """docgen will never make a document of this request; its text is docgen's reason, without answers."""


class Unavailable(Exception):  # noqa: N818 - named for what docgen is
    """No usable answer now: the same request may be sent again, after ``retry_after`` seconds where docgen said so."""

    def __init__(
        self, retry_after: float | None = None, why: str = "docgen is unavailable", *, away: bool = False
    ) -> None:
        super().__init__(why)
        self.retry_after = retry_after
        self.away = away
        """Whether nobody would have got a document, whatever they asked for."""


class DocgenClient:
    """Keeps its connections; close it, or use it in a ``with``."""

    def __init__(
        self,
        base_url: str,
        token: str,
        transport: httpx.BaseTransport | None = None,
        total_seconds: float = TOTAL_SECONDS,
        number: Callable[[], str] = str,
        trust: SSLContext | None = None,
    ) -> None:
        """``number`` gives that of the request that a document is for, or nothing; ``trust`` is whom it believes."""
        self._number = number
        self._total_seconds = total_seconds
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=httpx.Timeout(total_seconds, connect=CONNECT_SECONDS),
            transport=transport,
            verify=trust or True,
            trust_env=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._http.close()

    def make(self, request: "Request", media_type: str) -> bytes:
        """The document in that media type. Raises ``Refused`` or ``Unavailable``."""
        body = request.canonical()
        headers = {"Accept": media_type, "Content-Type": "application/json"}
        if number := self._number():
            headers[HEADER] = number
        late = monotonic() + self._total_seconds
        try:
            with self._http.stream("POST", "/v1/documents", content=body, headers=headers) as answer:
                document = b"".join(_in_time(answer, late))
        except httpx.HTTPError as error:
            raise Unavailable(why=f"no answer from docgen: {type(error).__name__}", away=True) from error
        if answer.status_code != httpx.codes.OK:
            raise _refusal(answer, document)
        _believe(answer, document, media_type, hashlib.sha256(body).hexdigest())
        return document


def _in_time(answer: httpx.Response, late: float) -> Iterator[bytes]:
    """The body; httpx's own limit is on each wait, not on the whole."""
    for piece in answer.iter_bytes():
        if monotonic() > late:
            raise httpx.ReadTimeout("the whole answer took too long")
        yield piece


def _refusal(answer: httpx.Response, body: bytes) -> Refused | Unavailable:
    status = answer.status_code
    # what stands between may say 400 or 413 of its own, and that is not for ever
    if status in FOR_GOOD and answer.headers.get("Content-Type") == PROBLEM:
        return Refused(f"{status}: {_detail(body)}")
    asked = asked_wait(answer.headers.get("Retry-After", ""))
    return Unavailable(asked, f"docgen answered {status}", away=status in AWAY)


def _detail(body: bytes) -> str:
    """Docgen's reason; nothing where it gave none."""
    try:
        return str(json.loads(body)["detail"])
    except (ValueError, LookupError, TypeError):
        return ""


def _believe(answer: httpx.Response, document: bytes, media_type: str, request_sha256: str) -> None:
    digest = f"sha-256=:{b64encode(hashlib.sha256(document).digest()).decode()}:"
    wrong = {
        "content type": answer.headers.get("Content-Type") != media_type,
        "digest": answer.headers.get("Content-Digest") != digest,
        "request hash": answer.headers.get("Request-Sha256") != request_sha256,
        "first bytes": not document.startswith(MAGIC[media_type]),
    }
    if any(wrong.values()):
        raise Unavailable(
            why="not believed: " + ", ".join(name for name, is_wrong in wrong.items() if is_wrong)
        )
