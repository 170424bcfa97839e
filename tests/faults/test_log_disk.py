"""F-30: the disk on which the log lies is full: nothing but the log is lost."""

import sys
from pathlib import Path

import httpx
import pytest

from tests.draft import begin
from tests.forked import BIN, Program
from tests.integration.handover.world import World, until
from tests.running_site import Site
from wizard.log_lines import Lines

FULL = Path("/dev/full")
"""Takes no byte, as a full disk: ENOSPC."""


def test_f_30_with_a_full_log_disk_pages_are_shown_and_a_form_is_sent(tmp_path: Path) -> None:
    site = Site(tmp_path, f"sqlite:///{tmp_path / 'site.sqlite'}", workers=1)
    site.log = FULL
    with site:
        draft = begin(site.visitor("stille"))
        draft.fill()
        assert draft.send().status_code == httpx.codes.SEE_OTHER
        assert draft.receipt()


def test_f_30_with_a_full_log_disk_a_worker_delivers_and_stops_in_order(world: World) -> None:
    world.start_small_docgen()
    worker = Program([BIN / "veiviser", "worker"], world.environment, FULL)
    world.processes.append(worker)
    case_id = world.submit()
    until(lambda: world.delivered(case_id))
    worker.terminate()
    assert worker.wait(timeout=30) == 0


def test_f_30_what_cannot_be_logged_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Lines, "lost", 0)
    with FULL.open("w") as full:
        Lines(lambda: full).write("en linje\n")
    Lines(lambda: sys.stdout).write("")
    assert Lines.lost == 1
