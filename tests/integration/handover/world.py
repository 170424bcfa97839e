"""Real processes around the hand-over: a worker that dies when told, docgen that comes and goes."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.integration.handover.casebook import Casebook
from wizard.handover import prepare

HOUSE = Path(__file__).parents[3]


def until(true: Callable[[], object], seconds: float = 60) -> None:
    """Wait for it; a loaded machine may take its time."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def kill_group(process: subprocess.Popen[bytes]) -> None:
    """As by ``kill -9``, the process and all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


class World:
    """The database, the document service and the workers of one test."""

    def __init__(self, database_url: str, folder: Path) -> None:
        self.url = database_url
        self._folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        self._groups: list[subprocess.Popen[bytes]] = []
        prepare(database_url)
        self.cases = Casebook(database_url)
        self._port, self._mood, self._diary = (folder / name for name in ("port", "mood", "diary"))
        self.docgen_is()
        self._diary.touch()

    def docgen_is(self, **mood: Any) -> None:
        self._mood.write_text(json.dumps(mood))

    def start_docgen(self) -> subprocess.Popen[bytes]:
        process = self._start("small_docgen", str(self._port), str(self._mood), str(self._diary))
        until(self._port.exists)
        return process

    def start_real_docgen(self) -> subprocess.Popen[bytes]:
        """Gunicorn's master and its workers, in a process group of their own."""
        if not self._port.exists():
            with socket.create_server(("127.0.0.1", 0)) as free:
                self._port.write_text(str(free.getsockname()[1]))
        environment = os.environ | {
            "DOCGEN_TOKENS": "invented",
            "DOCGEN_SEAL_FILE": str(self._folder / "seal.p12"),
            "DOCGEN_SEAL_PASSPHRASE": "invented",
            "DOCGEN_SEAL_MAKE": "true",
        }
        command = [sys.executable, "-m", "gunicorn", "-b", f"127.0.0.1:{self._port.read_text()}"]
        with (self._folder / "docgen.log").open("ab") as log:
            process = subprocess.Popen(
                [*command, "docgen.app:create_app()"],
                cwd=HOUSE,
                stdout=log,
                stderr=log,
                env=environment,
                start_new_session=True,
            )
        self._groups.append(process)
        return process

    def start_worker(self, name: str = "worker-1", fail: str = "") -> subprocess.Popen[bytes]:
        port = self._port.read_text() if self._port.exists() else "9"
        return self._start("worker_program", self.url, f"http://127.0.0.1:{port}", name, fail=fail)

    def _start(self, program: str, *arguments: str, fail: str = "") -> subprocess.Popen[bytes]:
        environment = os.environ | {"VEIVISER_FAIL": fail, "PYTHONUNBUFFERED": "1"}
        with (self._folder / f"{program}.log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", f"tests.integration.handover.{program}", *arguments],
                cwd=HOUSE,
                stdout=log,
                stderr=log,
                env=environment,
            )
        self._processes.append(process)
        return process

    def asked(self) -> list[list[str]]:
        """Each request that the document service got: time, reference, media type."""
        return [line.split(" ") for line in self._diary.read_text().splitlines()]

    def log(self) -> str:
        return (self._folder / "worker_program.log").read_text()

    def stop(self) -> None:
        for process in self._processes:
            if process.poll() is None:
                process.send_signal(signal.SIGCONT)
                process.kill()
            process.wait()
        for group in self._groups:
            kill_group(group)
        self.cases.engine.dispose()
