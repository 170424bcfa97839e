"""The real worker and store around the hand-over, and a document service that comes, goes and misbehaves."""

import json
import signal
import socket
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from sqlalchemy import select

from tests import made
from tests.forked import Program
from tests.migrated import migrated
from tests.running_site import Site, kill_all
from wizard import handover
from wizard.cases.following import document_bytes
from wizard.cases.handing_over import CaseStore
from wizard.models import Case, CaseEvent
from wizard.tools import Tools, make_tools
from wizard.unreconciled import unreconciled

__all__ = ["World", "kill_all", "until"]


def until(true: Callable[[], object], seconds: float = 60) -> None:
    """Wait for it; a loaded machine may take its time."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


class World(Site):
    """A site without its web: the database, the document service and the workers of one test."""

    def __init__(self, folder: Path, database_url: str) -> None:
        super().__init__(folder, database_url)
        self.environment |= {
            "VEIVISER_DOCGEN_SECONDS": "2",
            "VEIVISER_RETRY_LONGEST_SECONDS": "0.5",
            "VEIVISER_RECONCILE_SECONDS": "0.5",
            "VEIVISER_LOST_SECONDS": "3",
        }
        self._mood, self._diary = folder / "mood", folder / "diary"
        self._diary.touch()
        self.docgen_is()

    def __enter__(self) -> Self:
        migrated(self.database_url)
        self.own = make_tools(self.settings(), handover.enqueue)
        self.store = CaseStore(self.own)
        self._owner = made.applicant(self.own)
        return self

    def __exit__(self, *_: object) -> None:
        super().__exit__()
        self.own.store.close()

    def docgen_is(self, **mood: Any) -> None:
        """How the small docgen answers from now on: well where nothing is said."""
        self._mood.write_text(json.dumps(mood))

    def start_small_docgen(self) -> Program:
        program = [sys.executable, "-m", "tests.integration.handover.small_docgen"]
        process = self.start("docgen", [*program, str(self.docgen_port), self._mood, self._diary])
        until(self._listens)
        return process

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.docgen_port)) == 0

    def asked(self) -> list[list[str]]:
        """Each request that the small docgen got: time, reference, media type."""
        return [line.split(" ") for line in self._diary.read_text().splitlines()]

    def draft(self, need: str = "Vi trenger én som holder trådene.") -> uuid.UUID:
        return made.completed(self.own, self._owner, need)

    def submit(
        self, need: str = "Vi trenger én som holder trådene.", tools: Tools | None = None
    ) -> uuid.UUID:
        """A case that is sent; with other tools where they are given."""
        case_id = self.draft(need)
        made.send(tools or self.own, case_id)
        return case_id

    def freeze_a_worker(self) -> tuple[Program, uuid.UUID]:
        """In the middle of asking docgen, for a case that nobody else is at."""
        self.docgen_is(hang=1)
        frozen = self.start_worker(name="frozen")
        case_id = self.submit()
        until(lambda: len(self.asked()) == 1)
        frozen.send_signal(signal.SIGSTOP)
        self.docgen_is()
        return frozen, case_id

    def reference(self, case_id: uuid.UUID) -> str:
        with self.own.store.read() as db:
            return db.get_one(Case, case_id).reference

    def events(self, case_id: uuid.UUID) -> list[str]:
        """What happened to the case after it was sent, in its order."""
        query = select(CaseEvent.kind).where(CaseEvent.case_id == case_id).order_by(CaseEvent.id)
        with self.own.store.read() as db:
            kinds = list(db.scalars(query))
        return kinds[kinds.index("submitted") + 1 :]

    def delivered(self, case_id: uuid.UUID) -> bool:
        return "delivered" in self.events(case_id)

    def unreconciled(self) -> int:
        """How many receipts, hand-overs, documents and files do not belong together: it must be 0."""
        return sum(unreconciled(self.own, bytes_too=True).values())

    def documents(self, case_id: uuid.UUID) -> dict[str, bytes]:
        """The finished documents by format."""
        found = {wanted: document_bytes(self.own, case_id, wanted) for wanted in ("docx", "pdf")}
        return {wanted: content for wanted, content in found.items() if content is not None}
