"""The real worker over these tests' store, as a process that can be killed."""

import sys
from dataclasses import dataclass

from docgen.contract import DocgenClient
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


if __name__ == "__main__":
    database, url, name = sys.argv[1:]
    with DocgenClient(url, "invented", total_seconds=2) as client:
        worker.run(Settings(database, name), Casebook(database), client, int)
