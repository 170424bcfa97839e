"""F-18: the power goes at any moment: SQLite opens whole, with every case whose receipt was given.

What of a commit is on the disk when it is acknowledged, is what ``synchronous=FULL`` sees to; all later bytes of the
write-ahead log may be there, be missing, or be anything. The worker writes meanwhile.
"""

import random
import sqlite3
import uuid
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import Engine

from tests.integration.handover.world import World, until
from wizard import handover

LOOKS = 6
FULL = 2


class Look(NamedTuple):
    """The files as they were at a moment, and what had been acknowledged."""

    database: bytes
    log: bytes
    synced: int
    """So many bytes of the log had been asked onto the disk when the last receipt was given."""
    acknowledged: list[uuid.UUID]


def look(world: World, synced: int, acknowledged: list[uuid.UUID]) -> Look:
    """While nobody else can write."""
    file = world.folder / "test.sqlite"
    with closing(sqlite3.connect(file, isolation_level=None)) as holds:
        holds.execute("BEGIN IMMEDIATE")
        return Look(file.read_bytes(), log_of(world).read_bytes(), synced, [*acknowledged])


def log_of(world: World) -> Path:
    return world.folder / "test.sqlite-wal"


def after_the_loss(found: Look, chance: random.Random, place: Path) -> Path:
    """The files as the disk may have kept them: the log cut somewhere after what was synced, or with a torn end."""
    cut = chance.randint(found.synced, len(found.log))
    torn = chance.randbytes(min(len(found.log) - cut, 512)) if chance.random() < 1 / 2 else b""
    database = place / f"{uuid.uuid4()}.sqlite"
    database.write_bytes(found.database)
    database.with_name(f"{database.name}-wal").write_bytes(found.log[:cut] + torn)
    return database


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_f_18_after_a_loss_of_power_every_acknowledged_case_is_there(world: World, tmp_path: Path) -> None:
    chance = random.Random(18)  # noqa: S311 -- chance that can be repeated
    world.start_small_docgen()
    world.start_worker()
    acknowledged, looks = list[uuid.UUID](), list[Look]()
    for _ in range(LOOKS):
        acknowledged.append(world.submit())
        synced = log_of(world).stat().st_size
        world.draft()
        looks.append(look(world, synced, acknowledged))
    for found in looks:
        kept = after_the_loss(found, chance, tmp_path)
        with closing(sqlite3.connect(kept)) as opened:
            assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            cases = {uuid.UUID(one) for (one,) in opened.execute("SELECT case_id FROM submissions")}
            queued = {one for (one,) in opened.execute("SELECT workflow_uuid FROM workflow_status")}
        assert cases >= set(found.acknowledged)
        assert {f"{case_id}/0" for case_id in found.acknowledged} <= queued, "and its work with it"
    until(lambda: world.store.unfinished() == [])


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_f_18_whoever_writes_waits_until_the_disk_has_it(world: World) -> None:
    """DBOS says nothing of it on its own lines, and so has what SQLite is built with."""
    writers: list[Engine] = [world.own.store.writer, handover.client(world.own.store.writer)._sys_db.engine]  # noqa: SLF001 -- by which the hand-over is enqueued
    for engine in writers:
        with engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == FULL
    with closing(sqlite3.connect(world.folder / "test.sqlite")) as bare:
        assert bare.execute("PRAGMA synchronous").fetchone() == (FULL,)
