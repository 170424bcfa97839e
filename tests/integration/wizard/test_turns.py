"""Writers take turns, whatever process they are in; a turn dies with its holder."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from wizard.store import TURN_SECONDS, Store

HOLD = """
import sys, time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from wizard.turn import Turn
with Turn(Path(sys.argv[1])).taken(60):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""
LONG, SHORT = "600", "0.4"


def _holder(database: Path, seconds: str) -> "subprocess.Popen[str]":
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(database), seconds], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout
    assert holder.stdout.readline() == "held\n"
    return holder


def test_a_writer_waits_for_the_turn_of_another_process(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/v.sqlite")
    with _holder(tmp_path / "v.sqlite", SHORT) as holder:
        start = time.monotonic()
        with store.begin() as db:
            db.execute(text("CREATE TABLE one (a INTEGER)"))
        assert holder.wait(timeout=10) == 0
        assert time.monotonic() - start >= float(SHORT) / 2
    store.close()


def test_a_turn_ends_with_the_process_that_holds_it(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/v.sqlite")
    with _holder(tmp_path / "v.sqlite", LONG) as holder:
        holder.kill()
        with store.begin() as db:
            db.execute(text("CREATE TABLE one (a INTEGER)"))
    store.close()


def test_a_write_that_fails_leaves_its_turn(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/v.sqlite")
    for _ in range(2):
        with pytest.raises(OperationalError), store.begin() as db:
            db.execute(text("SELECT * FROM nowhere"))
    store.close()


def test_whoever_gets_no_turn_is_told_so_in_time_however_many_wait(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/v.sqlite")

    def write(_: int) -> float:
        start = time.monotonic()
        with pytest.raises(OperationalError), store.begin():
            pytest.fail("there was no turn to have")
        return time.monotonic() - start

    with _holder(tmp_path / "v.sqlite", LONG) as holder:
        with ThreadPoolExecutor(8) as writers:
            waited = list(writers.map(write, range(8)))
        with pytest.raises(OperationalError), store.write(seconds=0):
            pytest.fail("there was no turn to have")
        holder.kill()
    assert TURN_SECONDS <= max(waited) < 2 * TURN_SECONDS
    with store.begin() as db:
        db.execute(text("CREATE TABLE one (a INTEGER)"))
    store.close()
