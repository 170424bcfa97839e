"""The client of docgen: asks for one document, and believes only an answer that is whole and to the request sent."""

import hashlib
from base64 import b64encode
from typing import TYPE_CHECKING

import httpx

from docgen.media import MAGIC

if TYPE_CHECKING:
    from docgen.contract import DocumentRequest

CONNECT_SECONDS = 3
TOTAL_SECONDS = 60
AGAIN_LATER = frozenset({408, 425, 429})
"""Of the 4xx answers, those that say nothing about the request itself."""


class Refused(Exception):  # noqa: N818 - reads as what happened
    """Docgen will never make this document: an error in our request, which trying again does not mend."""


class Unavailable(Exception):  # noqa: N818 - reads as what happened
    """No usable answer now; the same request may be sent again, after ``retry_after`` seconds if docgen said so."""

    def __init__(self, message: str, retry_after: int | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class DocgenClient:
    """Keeps its connections; close it, or use it in a ``with``."""

    def __init__(self, base_url: str, token: str, transport: httpx.BaseTransport | None = None) -> None:
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=httpx.Timeout(TOTAL_SECONDS, connect=CONNECT_SECONDS),
            transport=transport,
            trust_env=False,
        )

    def __enter__(self) -> "DocgenClient":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._http.close()

    def make(self, request: "DocumentRequest", media_type: str) -> bytes:
        """The document in that media type. Raises ``Refused`` or ``Unavailable``."""
        body = request.canonical()
        headers = {"Accept": media_type, "Content-Type": "application/json"}
        try:
            answer = self._http.post("/v1/documents", content=body, headers=headers)
        except httpx.HTTPError as error:
            raise Unavailable(f"no answer from docgen: {type(error).__name__}") from error
        if answer.status_code != httpx.codes.OK:
            raise _refusal(answer)
        _believe(answer, media_type, hashlib.sha256(body).hexdigest())
        return answer.content


def _refusal(answer: httpx.Response) -> Refused | Unavailable:
    status = answer.status_code
    if answer.is_client_error and status not in AGAIN_LATER:
        return Refused(f"docgen answered {status}")
    said = answer.headers.get("Retry-After", "")
    return Unavailable(f"docgen answered {status}", int(said) if said.isdecimal() else None)


def _believe(answer: httpx.Response, media_type: str, request_sha256: str) -> None:
    digest = f"sha-256=:{b64encode(hashlib.sha256(answer.content).digest()).decode()}:"
    wrong = {
        "content type": answer.headers.get("Content-Type") != media_type,
        "digest": answer.headers.get("Content-Digest") != digest,
        "request hash": answer.headers.get("Request-Sha256") != request_sha256,
        "first bytes": not answer.content.startswith(MAGIC[media_type]),
    }
    if any(wrong.values()):
        raise Unavailable("not believed: " + ", ".join(name for name, is_wrong in wrong.items() if is_wrong))
