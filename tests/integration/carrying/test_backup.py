"""A backup that is taken while everything runs comes back on another machine, all of it or not at all."""

import shutil
import signal
import tracemalloc
import uuid
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.draft import begin
from tests.integration.carrying.conftest import place
from tests.integration.carrying.web import Sender, serve
from tests.integration.handover.world import World, until
from tests.integration.postgresql_server import PostgresqlServer
from tests.integration.s3_server import S3Server
from tests.migrated import migrated
from wizard.backing_up import back_up
from wizard.backup_manifest import sha256
from wizard.files.folder import Folder
from wizard.models import Document, Submission

LARGEST = 25_000_000
"""Bytes of a file, as large as any may be."""


def moved(old: World, folder: Path, server: PostgresqlServer | None) -> World:
    """Another machine, to which only the keys have come."""
    new = place(folder, server)
    for name in ("VEIVISER_KEYS", "VEIVISER_LOOKUP_KEY"):
        new.environment[name] = old.environment[name]
    return new


def sent_in(world: World) -> set[uuid.UUID]:
    with world.own.store.read() as db:
        return set(db.scalars(select(Submission.case_id)))


def files(world: World) -> set[str]:
    return {path.name for path in (world.folder / "files").glob("*/*")}


def spoken_of(world: World) -> set[str]:
    """The files that the rows speak of."""
    with world.own.store.read() as db:
        return {name for name in db.scalars(select(Document.stored)) if name}


def test_f_19_what_was_backed_up_is_there_on_an_empty_machine_and_its_work_goes_on(
    world: World, tmp_path: Path, server: PostgresqlServer | None
) -> None:
    world.start_small_docgen()
    world.start_worker()
    done = world.submit()
    until(lambda: world.delivered(done))
    world.docgen_is(status=503)
    waits = world.submit()
    told = world.run("backup", "--to", str(tmp_path / "copy"))
    assert "keys are not in it" in told.stdout
    assert {oct(path.stat().st_mode)[-2:] for path in tmp_path.joinpath("copy").rglob("*")} == {"00"}
    before, documents = sent_in(world), world.documents(done)
    world.stop()
    new = moved(world, tmp_path / "new", server)
    new.run("restore", "--from", str(tmp_path / "copy"))
    with new:
        assert sent_in(new) == before == {done, waits}
        assert new.documents(done) == documents
        events = new.events(done)
        new.start_small_docgen()
        new.start_worker(name="worker-of-another-machine")
        until(lambda: new.delivered(waits))
        assert new.documents(waits).keys() == {"docx", "pdf"}
        assert new.events(done) == events
        assert new.events(waits).count("delivered") == 1
        asked = {reference for _, reference, _ in new.asked()}
        assert asked == {new.reference(waits)}, "what was delivered is not made again"


def test_f_20_all_that_was_acknowledged_before_a_backup_began_is_in_it_with_its_files(
    world: World, tmp_path: Path, server: PostgresqlServer | None
) -> None:
    """Cases are sent on the site's pages, and their documents made, all the time."""
    world.start_small_docgen()
    world.start_worker()
    serve(world)
    citizen = world.visitor("stille")
    sender = Sender([begin(citizen).complete() for _ in range(40)])
    sender.start()
    until(lambda: len(sender.acknowledged) > 3)
    acknowledged = list(sender.acknowledged)
    world.run("backup", "--to", str(tmp_path / "copy"))
    assert len(sender.acknowledged) > len(acknowledged), "it was at work meanwhile"
    sender.join()
    assert len(sender.acknowledged) == len(sender.drafts), "nobody was turned away"
    new = moved(world, tmp_path / "new", server)
    new.run("restore", "--from", str(tmp_path / "copy"))
    with new:
        assert set(acknowledged) <= sent_in(new)
        assert files(new) == spoken_of(new)


def test_f_20_a_backup_takes_no_more_memory_for_many_files_than_for_the_largest_alone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'own.sqlite'}"
    migrated(url)
    few, many = tmp_path / "few", tmp_path / "many"
    for folder, count, size in ((few, 5, 1000), (many, 300, 1000), (many, 1, LARGEST)):
        for _ in range(count):
            name = uuid.uuid4().hex
            folder.joinpath(name[:2]).mkdir(parents=True, exist_ok=True)
            with folder.joinpath(name[:2], name).open("wb") as file:
                file.truncate(size)
    peaks = []
    for folder in (few, few, many):
        tracemalloc.start()
        back_up(url, Folder(folder), tmp_path / uuid.uuid4().hex)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[2] < peaks[1] + LARGEST + 4_000_000


def test_f_19_a_restore_that_dies_half_way_leaves_nothing_that_could_be_served_and_the_backup_as_it_was(
    world: World, tmp_path: Path, server: PostgresqlServer | None
) -> None:
    world.store.keep_document(world.submit(), "application/pdf", b"invented")
    copy = tmp_path / "copy"
    world.run("backup", "--to", str(copy))
    before = {path: sha256(path) for path in copy.rglob("*") if path.is_file()}
    new = moved(world, tmp_path / "new", server)
    for point in ("restore_files_placed", "restore_database_read"):
        died = new.run("restore", "--from", str(copy), check=False, VEIVISER_FAIL=f"{point}:kill")
        assert died.returncode == -signal.SIGKILL
        again = new.run("restore", "--from", str(copy), check=False)
        assert again.returncode == 1
        assert "is not empty" in again.stderr
        assert files(new) == files(world), "a database that answers has its files"
        if point == "restore_files_placed":
            assert new.run("check-files", check=False).returncode != 0, "there is no database yet"
            new.folder.joinpath("own.sqlite").unlink(missing_ok=True)
            shutil.rmtree(new.folder / "files")
    assert {path: sha256(path) for path in copy.rglob("*") if path.is_file()} == before
    world.run(
        "restore",
        "--from",
        str(copy),
        VEIVISER_FILES=str(tmp_path / "further"),
        VEIVISER_DATABASE_URL=empty(tmp_path, server),
    )


def empty(folder: Path, server: PostgresqlServer | None) -> str:
    return server.database(uuid.uuid4().hex) if server else f"sqlite:///{folder / 'further.sqlite'}"


DAMAGES = ("bit", "missing", "manifest", "strange")


@pytest.mark.parametrize("server", ["sqlite"], indirect=True)
def test_a_damaged_backup_is_refused_and_nothing_of_it_is_left(world: World, tmp_path: Path) -> None:
    world.store.keep_document(world.submit(), "application/pdf", b"invented")
    copy = tmp_path / "copy"
    world.run("backup", "--to", str(copy))
    (kept,) = (path for path in copy.glob("files/*/*"))
    manifest = copy / "manifest.json"
    new = moved(world, tmp_path / "new", None)
    for damage in DAMAGES:
        whole, told = kept.read_bytes(), manifest.read_text()
        if damage == "bit":
            kept.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
        elif damage == "missing":
            kept.unlink()
        elif damage == "manifest":
            manifest.write_text(told.replace(kept.name, uuid.uuid4().hex))
        else:
            (copy / "strange").touch()
        there = set(new.folder.rglob("*"))
        refused = new.run("restore", "--from", str(copy), check=False)
        assert refused.returncode == 1
        wrong = {"manifest": "manifest.json", "strange": "strange"}.get(damage, kept.name)
        assert f"{wrong} is" in refused.stderr, damage
        assert {
            path for path in set(new.folder.rglob("*")) - there if path.suffix not in {".told", ".said"}
        } == set()
        kept.write_bytes(whole)
        manifest.write_text(told)
        (copy / "strange").unlink(missing_ok=True)
    new.run("restore", "--from", str(copy))
    again = new.run("restore", "--from", str(copy), check=False)
    assert "is not empty" in again.stderr, "nothing is ever written over"
    refused = world.run("backup", "--to", str(copy), check=False)
    assert "is there already" in refused.stderr


@pytest.mark.parametrize("server", ["sqlite"], indirect=True)
def test_files_are_backed_up_from_a_bucket_and_restored_to_one_or_not_at_all(
    world: World, tmp_path: Path, s3: S3Server
) -> None:
    case_id = world.submit()
    world.store.keep_document(case_id, "application/pdf", b"invented")
    far = s3.settings()
    world.environment |= far
    moved_there = world.run("move-files", str(world.folder / "files"), far["VEIVISER_FILES"])
    assert moved_there.stdout.startswith("1 files copied and 0 there before")
    world.run("backup", "--to", str(tmp_path / "copy"))
    nowhere = world.run("check-files", check=False, VEIVISER_FILES="s3://nobodys-bucket")
    assert nowhere.stderr.startswith("Error: The file store has no bucket of the name in VEIVISER_FILES")
    new = moved(world, tmp_path / "new", None)
    new.environment |= s3.settings()
    new.environment["VEIVISER_FILES_SECRET"] = "another"
    refused = new.run("restore", "--from", str(tmp_path / "copy"), check=False)
    assert "does not let this site into the bucket" in refused.stderr
    new.environment["VEIVISER_FILES_SECRET"] = far["VEIVISER_FILES_SECRET"]
    new.run("restore", "--from", str(tmp_path / "copy"))
    with new:
        assert new.documents(case_id) == {"pdf": b"invented"}
        assert new.run("check-files").returncode == 0
        again = new.run("restore", "--from", str(tmp_path / "copy"), check=False)
        assert "There are files in VEIVISER_FILES already." in again.stderr
        assert new.documents(case_id) == {"pdf": b"invented"}


@pytest.mark.parametrize("server", ["sqlite"], indirect=True)
def test_a_database_of_the_version_before_is_backed_up_before_it_is_brought_up(
    world: World, tmp_path: Path
) -> None:
    """As whoever upgrades does: the new code is there, and the tables are not."""
    world.store.keep_document(world.submit(), "application/pdf", b"invented")
    (name,) = files(world)
    with world.own.store.begin() as connection:
        (key,) = connection.scalars(select(Document.id))
        for table in ("attachments", "documents"):
            connection.exec_driver_sql(f"DROP INDEX ix_{table}_stored")
            connection.exec_driver_sql(f"ALTER TABLE {table} DROP COLUMN stored")
    folder = world.folder / "files"
    (folder / key.hex[:2]).mkdir(exist_ok=True)
    (folder / name[:2] / name).rename(folder / key.hex[:2] / key.hex)
    told = world.run("backup", "--to", str(tmp_path / "copy"))
    assert "1 files" in told.stdout
    assert [path.name for path in (tmp_path / "copy" / "files").glob("*/*")] == [key.hex]
