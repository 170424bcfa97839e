"""A backup that is taken while everything runs comes back on another machine, all of it or not at all."""

import threading
import uuid
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.integration.carrying.conftest import place
from tests.integration.handover.world import World, until
from tests.integration.postgresql_server import PostgresqlServer
from wizard.models import Document, Submission


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


def test_what_was_backed_up_is_there_on_an_empty_machine_and_its_work_goes_on(
    world: World, tmp_path: Path, server: PostgresqlServer | None
) -> None:
    """F-19."""
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


def test_all_that_was_acknowledged_before_a_backup_began_is_in_it_with_its_files(
    world: World, tmp_path: Path, server: PostgresqlServer | None
) -> None:
    """F-20: cases are sent, and their documents made, all the time."""
    world.start_small_docgen()
    world.start_worker()
    sent: list[uuid.UUID] = []
    enough = threading.Event()

    def send() -> None:
        while not enough.is_set():
            sent.append(world.submit())

    sender = threading.Thread(target=send)
    sender.start()
    until(lambda: len(sent) > 3)
    acknowledged = list(sent)
    try:
        world.run("backup", "--to", str(tmp_path / "copy"))
        assert len(sent) > len(acknowledged), "it was at work meanwhile"
    finally:
        enough.set()
        sender.join()
    new = moved(world, tmp_path / "new", server)
    new.run("restore", "--from", str(tmp_path / "copy"))
    with new:
        assert set(acknowledged) <= sent_in(new)
        assert files(new) == spoken_of(new)


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
