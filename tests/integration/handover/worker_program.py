"""The real worker over these tests' store, as a process that can be killed."""

import sys
from dataclasses import dataclass

import httpx

from docgen.contract import DocumentRequest, Refused, Unavailable
from tests.integration.handover.casebook import Casebook
from wizard import worker


@dataclass(frozen=True)
class Settings:
    database_url: str
    worker_id: str
    hand_overs_at_once: int = 2
    retry_first_seconds: float = 0.2
    retry_longest_seconds: float = 0.5
    queue_poll_seconds: float = 0.1
    reconcile_seconds: float = 0.5
    stuck_seconds: float = 3


class Client:
    def __init__(self, url: str) -> None:
        self._http = httpx.Client(base_url=url, timeout=httpx.Timeout(2, connect=1))

    def make(self, request: DocumentRequest, media_type: str) -> bytes:
        try:
            answer = self._http.post(
                "/v1/documents", content=request.canonical(), headers={"Accept": media_type}
            )
        except httpx.HTTPError as error:
            raise Unavailable("no answer") from error
        if answer.status_code == httpx.codes.UNPROCESSABLE_ENTITY:
            raise Refused("422: not a request")
        if answer.is_error:
            raise Unavailable("later", int(answer.headers.get("Retry-After", 0)) or None)
        return answer.content


if __name__ == "__main__":
    database, docgen, name = sys.argv[1:]
    worker.run(Settings(database, name), Casebook(database), Client(docgen))
