"""F-23: wizards are told to stop one after the other while people save: nobody sees a fault, and no save is lost."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import pytest

from tests.draft import Draft, begin
from tests.faults.proxy import Proxy
from tests.forked import BIN, Program
from tests.guest import Guest
from tests.profiles import THOROUGH
from tests.running_site import Site, free_port

RESTARTS = 20 if THOROUGH else 4
WRITERS = 4


class Pair(Site):
    """Two wizards on one database, behind a proxy."""

    def __enter__(self) -> Self:
        super().__enter__()
        self.ports = (self.port, free_port())
        self.wizards = {self.port: self.processes[-1], self.ports[1]: self._serve(self.ports[1])}
        self.proxy = Proxy(*self.ports)
        return self

    def _serve(self, port: int) -> Program:
        command = [BIN / "gunicorn", "wsgi:app", "-b", f"127.0.0.1:{port}", "-w", "2"]
        process = self.start(f"wizard-{port}", command)
        self.wait(f"http://127.0.0.1:{port}/readyz")
        return process

    def restart(self, port: int) -> None:
        """As docs/deploying.md says: out of the proxy first, then told to stop, then back."""
        with self.proxy.without(port):
            self.wizards[port].terminate()
            assert self.wizards[port].wait(timeout=100) == 0
            self.wizards[port] = self._serve(port)

    def person(self, key: str) -> Guest:
        return self.met(Guest(self.url, "larvik", key, self.proxy))


class Writer:
    """Saves one answer after the other, and remembers the last that was said to be saved."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self.saved = 0
        self.failed: Exception | None = None

    def write(self, stop: threading.Event) -> None:
        try:
            while not stop.is_set():
                text = {"what_matters": self.text(self.saved + 1)}
                answer = self._draft.autosave("need", text)
                assert answer.is_success, answer.status_code
                self.saved += 1
        except Exception as error:  # noqa: BLE001 -- told by the test's own thread
            self.failed = error

    def text(self, number: int) -> str:
        return f"Setning nummer {number}."

    def lost(self) -> bool:
        return self.text(self.saved) not in self._draft.see("need")


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    with Pair(tmp_path, f"sqlite:///{tmp_path / 'test.sqlite'}") as pair:
        yield pair


@contextmanager
def writing(writers: list[Writer]) -> Iterator[None]:
    stop = threading.Event()
    threads = [threading.Thread(target=one.write, args=(stop,)) for one in writers]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def test_f_23_wizards_that_are_told_to_stop_end_what_they_have_begun(pair: Pair) -> None:
    writers = [Writer(begin(pair.person("stille")).complete()) for _ in range(WRITERS)]
    with writing(writers):
        for number in range(RESTARTS):
            before = sum(one.saved for one in writers)
            pair.restart(pair.ports[number % 2])
            assert sum(one.saved for one in writers) > before, [one.failed for one in writers]
    assert [one.failed for one in writers] == [None] * len(writers)
    assert not [one for one in writers if one.lost()]
