"""Rows and files are held against each other, and what lacks its other half is named."""

import os
import uuid

from tests.integration.handover.world import World
from wizard.cases.comparing_files import without_file
from wizard.cases.sweeping import SAFE_AGE


def test_a_row_without_its_file_and_a_file_without_its_row_are_both_told_of(world: World) -> None:
    case_id = world.submit()
    world.store.keep_document(case_id, "application/pdf", b"invented")
    assert world.run("check-files").stdout == "Each row has its file, and each file its row.\n"
    orphan = uuid.uuid4()
    world.own.blobs.put(orphan.hex, b"invented")
    assert world.run("check-files").returncode == 0, "it may be about to get its row"
    path = world.folder / "files" / orphan.hex[:2] / orphan.hex
    then = path.stat().st_mtime - SAFE_AGE.total_seconds() - 60
    os.utime(path, (then, then))
    (kept,) = (one for one in (world.folder / "files").glob("*/*") if one != path)
    assert without_file(world.own) == {}
    kept.unlink()
    told = world.run("check-files", check=False)
    assert told.returncode == 1
    assert told.stdout.splitlines() == [
        f"The file {kept.name} of the case {case_id} is not there: take it from a backup.",
        f"The file {orphan.hex} has no row: veiviser purge takes it away, as the worker does daily.",
    ]
    assert without_file(world.own) == {kept.name: case_id}
