"""The small receiver as a process of its own, and what it saw."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from tests.forked import Program
from tests.integration.handover.world import kill_all, until
from tests.running_site import free_port
from wizard.delivery.signed import public_key

KEY = bytes(range(7, 39))


class Receiver:
    """It knows the public half of ``KEY`` alone."""

    def __init__(self, folder: Path) -> None:
        self.port, self._folder = free_port(), folder
        self.address = f"http://127.0.0.1:{self.port}/inn"
        folder.mkdir()
        (folder / "public.pem").write_bytes(public_key(KEY))
        (folder / "diary").touch()
        self.is_like()

    def is_like(self, **mood: Any) -> None:
        """How it answers from now on: well where nothing is said."""
        new = self._folder / "mood.new"
        new.write_text(json.dumps(mood))
        new.replace(self._folder / "mood")

    @property
    def command(self) -> list[Any]:
        return [
            sys.executable,
            "-m",
            "tests.integration.delivery.small_receiver",
            str(self.port),
            self._folder,
        ]

    def is_there(self) -> bool:
        try:
            httpx.get(self.address)
        except httpx.TransportError:
            return False
        return True

    def came(self) -> list[dict[str, Any]]:
        """What it saw, request after request."""
        return [json.loads(line) for line in (self._folder / "diary").read_text().splitlines()]

    def kept(self) -> list[Path]:
        """The packages that it has, one for each key."""
        got = self._folder / "got"
        return sorted(got.iterdir()) if got.exists() else []


@contextmanager
def running(folder: Path, environment: dict[str, str]) -> Iterator[Receiver]:
    receiver = Receiver(folder)
    process = Program(receiver.command, environment, folder / "receiver.log")
    try:
        until(receiver.is_there)
        yield receiver
    finally:
        kill_all(process)
