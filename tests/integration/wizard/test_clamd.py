"""ClamAV's clamd as the wizard asks it: over either kind of socket, and what is no answer is none."""

import socket
import threading
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from pydantic import ValidationError

import wizard.clamd
from tests.clamav import EICAR, ClamAv
from tests.running_site import Site, free_port
from tests.sendable import pdf
from wizard import handover
from wizard.clamd import CLEAN, INFECTED, Clamd, NoClamdError, clamd
from wizard.tools import make_tools

SHIPPED = Path(__file__).parents[3] / "clamd.conf"
PLACES = {"User", "LocalSocket", "TCPSocket", "PidFile"}
"""What is the container's own of those settings."""


def test_over_a_port_it_tells_the_same_and_nothing_of_what_it_has_not_read(tmp_path: Path) -> None:
    port = free_port()
    with ClamAv(tmp_path, TCPSocket=port, TCPAddr="127.0.0.1", StreamMaxLength="100K") as clamav:
        for asked in (Clamd(f"127.0.0.1:{port}"), Clamd(str(clamav.socket))):
            assert asked.is_there()
            assert [asked.screen(one) for one in (pdf(), EICAR, b"a" + EICAR, b"")] == [
                CLEAN, INFECTED, INFECTED, CLEAN,
            ]  # fmt: skip
            assert asked.screen(pdf(size=300_000)) is None, "more than it takes"
    assert not asked.is_there()
    assert asked.screen(pdf()) is None


def nested(depth: int) -> bytes:
    """Archives in archives."""
    held = b"an invented letter"
    for _ in range(depth):
        made = BytesIO()
        with zipfile.ZipFile(made, "w") as packed:
            packed.writestr("a.zip", held)
        held = made.getvalue()
    return held


def test_what_it_gives_up_on_is_not_clean_by_the_settings_that_we_ship(tmp_path: Path) -> None:
    lines = [line.split() for line in SHIPPED.read_text().splitlines() if line and line[0] != "#"]
    shipped: dict[str, object] = {name: value for name, value in lines if name not in PLACES}
    (tmp_path / "ours").mkdir()
    (tmp_path / "as_it_comes").mkdir()
    with ClamAv(tmp_path / "ours", **shipped) as clamav:
        asked = Clamd(str(clamav.socket))
        assert [asked.screen(one) for one in (pdf(size=10_000_000), nested(3), nested(30))] == [
            CLEAN, CLEAN, INFECTED,
        ]  # fmt: skip
    with ClamAv(tmp_path / "as_it_comes") as clamav:
        assert Clamd(str(clamav.socket)).screen(nested(30)) == CLEAN, "else nothing is shown above"


@pytest.mark.parametrize("answer", [b"", b"stream: OK", b"FOUND\0", b"OK\0", b"x" * 5000, b"stream: ERROR\0"])
def test_half_an_answer_is_none(tmp_path: Path, answer: bytes) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s"))
        listener.listen()

        def tell() -> None:
            connection, _ = listener.accept()
            with connection:
                while not connection.recv(1 << 16).endswith(b"\0\0\0\0"):
                    pass
                connection.sendall(answer)

        thread = threading.Thread(target=tell)
        thread.start()
        assert Clamd(str(tmp_path / "s")).screen(pdf()) is None
        thread.join()


def test_one_that_hangs_is_waited_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wizard.clamd, "SECONDS", 0.5)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s"))
        listener.listen()
        hung, begun = Clamd(str(tmp_path / "s")), time.monotonic()
        assert [hung.screen(pdf()) for _ in range(10)] == [None] * 10
        assert time.monotonic() - begun < 2
        assert not hung.is_there()


def test_outside_the_demo_nothing_starts_that_would_take_files_unscreened(site: Site) -> None:
    with pytest.raises(NoClamdError, match="VEIVISER_CLAMD is missing"):
        make_tools(site.settings(demo=False, clamd=""), handover.enqueue)
    assert clamd(site.settings(demo=True, clamd="")) is None


@pytest.mark.parametrize("address", ["none", "clamav", "run/clamd.sock", ":3310", "clamav:", "clamav:x"])
def test_what_is_no_address_is_told_at_the_start(site: Site, address: str) -> None:
    with pytest.raises(ValidationError, match="clamd is the path of a socket, or host:port"):
        site.settings(clamd=address)
