"""The application as it runs: gunicorn on 127.0.0.1, with its own database and keys."""

import base64
import os
import random
import secrets
import socket
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any, Self

import httpx
import psutil

from tests.database import fingerprint, rows
from tests.forked import BIN, Program
from tests.guest import TRUST, Guest
from tests.leaks import leaks
from tests.migrated import migrated
from tests.planted import Given, plant
from wizard import handover
from wizard.settings import Settings
from wizard.tools import Tools, make_tools

IN_NO_HURRY = {"VEIVISER_QUEUE_POLL_SECONDS": "0.5", "VEIVISER_RECONCILE_SECONDS": "20"}
"""For a worker of a site that many tests share: it looks for work as long as they run, most of the time in vain."""


PORTS = (10_000, 32_000)
"""Below those that a machine gives to whoever connects: one of these is still free when its program starts."""


def free_port() -> int:
    while True:
        port = random.SystemRandom().randrange(*PORTS)
        with socket.socket() as listener, suppress(OSError):
            listener.bind(("127.0.0.1", port))
            return port


def key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


def kill_all(process: Program) -> None:
    """As by ``kill -9``, the process and all that it started."""
    children = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    for child in children:
        with suppress(psutil.NoSuchProcess):
            child.kill()
    process.wait()


class Site:
    """The wizard on a database; ``docgen_port`` is where its worker would look for docgen.

    ``clamd`` is the socket of what screens its files; without, nothing does.
    """

    log: Path | None = None
    """Where all its programs log, in place of a file of each."""

    def __init__(
        self, folder: Path, database_url: str, clamd: Path | None = None, *, workers: int = 2
    ) -> None:
        self.folder, self.port, self.docgen_port = folder, free_port(), free_port()
        self.mail_port = free_port()
        """Where nobody listens before a test does."""
        self.url = f"http://127.0.0.1:{self.port}"
        self.workers = workers
        self.database_url = database_url
        self.guests: list[Guest] = []
        self._behind: tuple[str, Tools] | None = None
        self.token = "invented-token-of-the-tests"
        self.environment = os.environ | {
            "VEIVISER_DATABASE_URL": database_url,
            "VEIVISER_FILES": str(folder / "files"),
            "VEIVISER_SECRET_KEY": key(),
            "VEIVISER_KEYS": f"one:{key()}",
            "VEIVISER_LOOKUP_KEY": key(),
            "VEIVISER_DOCGEN_URL": f"http://127.0.0.1:{self.docgen_port}",
            "VEIVISER_DOCGEN_TOKEN": self.token,
            "VEIVISER_DEMO": "true",
            "VEIVISER_CLAMD": str(clamd or ""),
            "VEIVISER_SCREEN_SECONDS": "0.5",
            "VEIVISER_MAIL_SERVER": f"127.0.0.1:{self.mail_port}",
            "VEIVISER_MAIL_FROM": "varsler@kommune.example",
            "VEIVISER_MAIL_TLS": "none",
            "VEIVISER_MAIL_SECONDS": "0.5",
            "VEIVISER_ALLOW_SYNTHETIC_NUMBERS": "true",
            "VEIVISER_SECURE_COOKIES": "false",
            "VEIVISER_LIMITS_FILE": str(folder / "limits.sqlite"),
            "VEIVISER_SAVES_A_MINUTE": "100000",
            "VEIVISER_READING_SECONDS": "100000",
            "VEIVISER_POSTS_A_MINUTE": "100000",
            "VEIVISER_READS_A_MINUTE": "100000",
            "VEIVISER_HELPED_DRAFTS_AN_HOUR": "100000",
            "VEIVISER_HELPED_DRAFTS_OF_ONE": "100000",
            "VEIVISER_DRAFTS_OF_PERSON": "100000",
            "VEIVISER_FILES_OF_PERSON": "100000",
            "VEIVISER_BYTES_OF_PERSON": "100000000000",
            "VEIVISER_FILES_OF_DAY": "100000",
            "VEIVISER_BYTES_OF_DAY": "100000000000",
            "VEIVISER_QUEUE_POLL_SECONDS": "0.1",
            "VEIVISER_RETRY_FIRST_SECONDS": "0.2",
            "VEIVISER_RECONCILE_SECONDS": "2",
            "DOCGEN_TOKENS": self.token,
            "DOCGEN_SEAL_FILE": str(folder / "seal.p12"),
            "DOCGEN_SEAL_PASSPHRASE": "invented",
            "DOCGEN_SEAL_MAKE": "true",
        }
        self.processes: list[Program] = []

    def __enter__(self) -> Self:
        migrated(self.database_url)
        serve = [BIN / "gunicorn", "wsgi:app", "-b", f"127.0.0.1:{self.port}", "-w", str(self.workers)]
        self.start("wizard", serve)
        self.wait(f"{self.url}/")
        return self

    def __exit__(self, *why: object) -> None:
        """Nobody is on it any more, so nothing is waited for; ``stop`` is for who wants to see it end in order.

        Its logs have told nothing of anybody, whatever happened on it.
        """
        for guest in self.guests:
            guest.http.close()
        if self._behind:
            self._behind[1].store.close()
        for process in self.processes:
            if process.poll() is None:
                kill_all(process)
        if why[:1] in {(), (None,)}:
            assert leaks(self) == []

    def stop(self) -> None:
        """As whoever runs it does: the web takes some seconds to let its visitors go."""
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            process.wait(timeout=30)

    def run(self, *arguments: str, check: bool = True, **environment: str) -> CompletedProcess[str]:
        """The command ``veiviser`` on this site, until it ends, and what it told on the one and the other stream."""
        told, log = (self.folder / f"{secrets.token_hex(4)}.{stream}" for stream in ("told", "said"))
        program = Program([BIN / "veiviser", *arguments], self.environment | environment, log, told)
        done = CompletedProcess(arguments, program.wait(), told.read_text(), log.read_text())
        if check:
            done.check_returncode()
        return done

    def start(self, name: str, command: list[Any], **environment: str) -> Program:
        log = self.log or self.folder / f"{name}.log"
        process = Program(command, self.environment | environment, log)
        self.processes.append(process)
        return process

    def start_docgen(self) -> Program:
        process = self.start(
            "docgen", [BIN / "gunicorn", "docgen.app:create_app()", "-b", f"127.0.0.1:{self.docgen_port}"]
        )
        self.wait(f"http://127.0.0.1:{self.docgen_port}/livez")
        return process

    def with_docgen(self) -> None:
        """See to it that docgen answers, for tests that share the site."""
        with suppress(httpx.TransportError):
            if httpx.get(f"http://127.0.0.1:{self.docgen_port}/livez", verify=TRUST).is_success:
                return
        self.start_docgen()

    def start_worker(self, fail: str = "", name: str = "worker-1") -> Program:
        """``fail`` is where it shall die, such as ``kept_make_pdf:kill``."""
        struck = {"VEIVISER_FAIL": fail} if fail else {}
        return self.start("worker", [BIN / "veiviser", "worker"], VEIVISER_WORKER_ID=name, **struck)

    def wait(self, address: str) -> None:
        end = time.monotonic() + 120
        while time.monotonic() < end:
            try:
                if httpx.get(address, verify=TRUST).is_success:
                    return
            except httpx.TransportError:
                time.sleep(0.05)
        raise TimeoutError(self.logs())

    def logs(self) -> str:
        return "\n".join(path.read_text() for path in sorted(self.folder.glob("*.log")))

    def visitor(self, person: str | None = None, municipality: str = "larvik") -> Guest:
        """Somebody with a browser of their own."""
        return self.met(Guest(self.url, municipality, person))

    def met(self, guest: Guest) -> Guest:
        guest.plant = self.plant
        self.guests.append(guest)
        return guest

    def plant(self, case_id: uuid.UUID, answers: Given) -> bool:
        """Write a draft's answers behind the site."""
        keys = self.environment["VEIVISER_KEYS"]
        if self._behind is None or self._behind[0] != keys:
            self._behind = (keys, make_tools(self.settings(), handover.enqueue))
        return plant(self._behind[1], case_id, answers)

    def settings(self, **changed: Any) -> Settings:
        """The settings that the site runs with, for a look behind it."""
        prefix = "VEIVISER_"
        named = {
            name.removeprefix(prefix).lower(): value
            for name, value in self.environment.items()
            if name.startswith(prefix)
        }
        return Settings.model_validate(named | changed)

    @contextmanager
    def tools(self) -> Iterator[Tools]:
        """The site's own tools, in the test's process."""
        tools = make_tools(self.settings(), handover.enqueue)
        try:
            yield tools
        finally:
            tools.store.close()

    def rows(self) -> dict[str, list[str]]:
        return rows(self.database_url)

    def rows_of(self, table: str) -> list[str]:
        """Of one of our tables, whatever the kind of database calls where it lies."""
        found = self.rows()
        return next(found[name] for name in (f"main.{table}", f"public.{table}") if name in found)

    @contextmanager
    def unchanged(self) -> Iterator[None]:
        """What happens inside must leave every row of the database as it is."""
        before = fingerprint(self.database_url)
        yield
        after = fingerprint(self.database_url)
        assert [table for table in after if after[table] != before.get(table)] == []
