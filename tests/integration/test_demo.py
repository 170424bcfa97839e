"""``veiviser demo`` as somebody on a laptop meets it."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil
import pytest

from tests.forked import HOUSE
from tests.integration.handover.world import until
from tests.running_site import free_port
from wizard.supervise import NotReadyError, Program, supervise


class Demo:
    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = free_port()
        self.output = data.with_suffix(".txt")
        command = [sys.executable, "-m", "wizard", "demo", "--port", str(self.port), "--data", str(data)]
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(command, cwd=HOUSE, stdout=output, stderr=output)

    def is_up(self) -> bool:
        assert self.process.poll() is None, self.output.read_text()
        return "Ctrl-C" in self.output.read_text()

    def answers(self) -> bool:
        try:
            return httpx.get(f"http://127.0.0.1:{self.port}/larvik/").is_success
        except httpx.TransportError:
            return False

    def child(self, word: str) -> psutil.Process:
        children = psutil.Process(self.process.pid).children()
        return next(child for child in children if word in " ".join(child.cmdline()))

    def log(self, name: str) -> str:
        return (self.data / "logs" / f"{name}.log").read_text()


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Demo]:
    demo = Demo(tmp_path / "demo")
    yield demo
    if demo.process.poll() is None:
        demo.process.terminate()
        demo.process.wait(timeout=120)


def test_the_demo_starts_everything_mends_it_and_stops_it(demo: Demo) -> None:
    until(demo.is_up, seconds=90)
    until(lambda: demo.log("worker").count("worker_ready") == 1, seconds=90)  # the demo waits for no worker
    assert demo.answers()
    assert f"http://127.0.0.1:{demo.port}/larvik/" in demo.output.read_text()
    assert "Stille Bjørkeløv (citizen)" in demo.output.read_text()
    for child in [demo.child(word) for word in ("wsgi:app", "wizard worker", "docgen.app")]:
        child.kill()
    until(lambda: demo.log("worker").count("worker_ready") == 2, seconds=60)
    until(lambda: demo.log("docgen").count("Listening at") == 2, seconds=60)
    until(demo.answers, seconds=60)
    started = psutil.Process(demo.process.pid).children(recursive=True)
    demo.process.send_signal(signal.SIGINT)
    assert demo.process.wait(timeout=120) == 0
    assert not [child for child in started if child.is_running()]


def test_a_taken_port_is_said_in_words(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "wizard", "demo", "--port", port, "--data", str(tmp_path)]
        ended = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr == f"Error: Port {port} is taken; choose another with --port.\n"


def test_a_program_that_cannot_start_stops_those_before_it(tmp_path: Path) -> None:
    def program(name: str, code: str, ready: str | None) -> Program:
        return Program(name, [sys.executable, "-c", code], dict(os.environ), tmp_path, tmp_path / name, ready)

    lasting = program("lasting", "import os, time; print(os.getpid(), flush=True); time.sleep(60)", None)
    failing = program("failing", "import time; time.sleep(1); raise SystemExit(3)", "http://127.0.0.1:9/")
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    with pytest.raises(NotReadyError, match="failing did not start; see"):
        supervise([lasting, failing], lambda: None)
    for number, handler in before.items():
        signal.signal(number, handler)
    assert not psutil.pid_exists(int(lasting.log.read_text()))
