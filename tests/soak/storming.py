"""A whole installation on one database, whose processes can be killed at random: two of each kind of program."""

import sys
import uuid
from pathlib import Path
from typing import Self

from tests import made
from tests.at_a_time import quick
from tests.draft import JOURNEY
from tests.forked import BIN, Program
from tests.migrated import migrated
from tests.planted import saved
from tests.running_site import Site, free_port
from tests.soak.keeper import Keeper
from wizard import handover
from wizard.cases.beginning import new_case
from wizard.tools import make_tools

AT_ONCE = 100


class Storm(Site):
    """Two wizards, two workers and two docgens, of which one is real and gets every tenth document to make."""

    def __init__(self, folder: Path, database_url: str, pause: tuple[float, float]) -> None:
        super().__init__(folder, database_url)
        self._pause = pause
        self._docgens = [free_port(), free_port()]
        self.urls = [self.url, f"http://127.0.0.1:{free_port()}"]
        self.environment |= {"VEIVISER_LOST_SECONDS": "5", "VEIVISER_RETRY_LONGEST_SECONDS": "5"}
        (folder / "mood").write_text("{}")

    def __enter__(self) -> Self:
        migrated(self.database_url)
        self.own = make_tools(self.settings(), handover.enqueue)
        weighed = [f"{port}*{times}" for port, times in zip(self._docgens, (1, 9), strict=True)]
        self.start("splitter", [sys.executable, "-m", "tests.soak.splitter", str(self.docgen_port), *weighed])
        programs = {
            "wizard1": lambda: self._serves("wizard", "wsgi:app", self.urls[0]),
            "wizard2": lambda: self._serves("wizard", "wsgi:app", self.urls[1]),
            "worker1": lambda: self.start_worker(name="one"),
            "worker2": lambda: self.start_worker(name="other"),
            "docgen1": lambda: self._serves("docgen", "docgen.app:create_app()", f":{self._docgens[0]}"),
            "small docgen2": self._small,
        }
        self.keeper = Keeper(programs, self._pause)
        self.keeper.__enter__()
        self.all_answer()
        return self

    def __exit__(self, *why: object) -> None:
        self.keeper.__exit__()
        self.own.store.close()
        super().__exit__(*why)

    def all_answer(self) -> None:
        for url in self.urls:
            self.wait(f"{url}/")

    def _serves(self, name: str, application: str, url: str) -> Program:
        at = f"127.0.0.1:{url.rpartition(':')[2]}"
        return self.start(name, [BIN / "gunicorn", application, "-b", at, "-w", "2", "--keep-alive", "0"])

    def _small(self) -> Program:
        program = [sys.executable, "-m", "tests.integration.handover.small_docgen"]
        return self.start(
            "docgen", [*program, str(self._docgens[1]), self.folder / "mood", self.folder / "diary"]
        )

    def drafts(self, count: int) -> list[uuid.UUID]:
        """So many that are ready to be sent, of one person; nobody waits for the disk for them."""
        owner, found = made.applicant(self.own), list[uuid.UUID]()
        tools = make_tools(self.settings(), handover.enqueue)
        answers = made.APPLICANT.answers.items()
        while len(found) < count:
            with quick(tools.store).write() as db:
                for _ in range(min(AT_ONCE, count - len(found))):
                    found.append(new_case(db, (owner, owner), "larvik", JOURNEY, tools.clock()))
                    db.add_all(saved(tools, found[-1], slug, given) for slug, given in answers)
        tools.store.close()
        return found
