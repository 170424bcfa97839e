"""What is kept in a store of files comes back, whichever store it is, and lies sealed there."""

import hashlib
import os
import subprocess
import sys
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.integration.handover.world import World
from tests.integration.s3_server import S3Server
from wizard.files.copying import Copied, NotCopiedError, copy_all
from wizard.files.folder import Folder
from wizard.files.interface import FileStore
from wizard.files.naming import name_of
from wizard.files.sealed import SealedFiles
from wizard.vault import SealBrokenError, Vault

CONTENT = b"invented words of a letter"
FORMER, BY_CONTENT, OTHER = uuid.uuid4().hex, f"{'ab' * 32}.1", f"{'ac' * 32}.12"
NAMES = (FORMER, BY_CONTENT, OTHER)

New = Callable[[], FileStore]


@pytest.fixture(params=["folder", "s3"])
def new(request: pytest.FixtureRequest, tmp_path: Path) -> New:
    """Makes an empty store of each kind."""
    if request.param == "folder":
        return lambda: Folder(tmp_path / uuid.uuid4().hex)
    server: S3Server = request.getfixturevalue("s3")
    return lambda: server.store(f"site/{uuid.uuid4().hex}")


@pytest.fixture
def store(new: New) -> FileStore:
    return new()


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(World(tmp_path, "sqlite://").settings())


def listed(store: FileStore, before: datetime | None = None) -> set[str]:
    return {name for names in store.names(before) for name in names}


def test_what_is_put_is_there_until_it_is_taken_away(store: FileStore) -> None:
    assert listed(store) == set()
    for name in NAMES:
        assert not store.has(name)
        with pytest.raises(FileNotFoundError):
            store.get(name)
        store.delete(name)
        store.put(name, name.encode())
        store.put(name, CONTENT + name.encode())
    store.try_out()
    assert listed(store) == set(NAMES), "what is tried out is nobody's file"
    assert [store.get(name) for name in NAMES] == [CONTENT + name.encode() for name in NAMES]
    store.delete(BY_CONTENT)
    assert [store.has(name) for name in NAMES] == [True, False, True]
    assert listed(store) == {FORMER, OTHER}


def test_what_is_young_is_not_listed_among_what_is_old(store: FileStore) -> None:
    store.put(BY_CONTENT, CONTENT)
    now = datetime.now(UTC)
    assert listed(store, now - timedelta(minutes=1)) == set()
    assert listed(store, now + timedelta(minutes=1)) == {BY_CONTENT}
    assert store.clear_unfinished(now + timedelta(minutes=1)) == 0


def test_a_store_that_is_filled_has_all_of_it_or_nothing(store: FileStore) -> None:
    def fill(*, fails: bool) -> None:
        with store.filling() as filled:
            for name in NAMES:
                filled.put(name, CONTENT)
            if fails:
                raise KeyError

    with pytest.raises(KeyError):
        fill(fails=True)
    assert listed(store) == set()
    fill(fails=False)
    assert listed(store) == set(NAMES)


def test_nothing_of_what_is_written_can_be_read_there_or_given_another_name(
    store: FileStore, vault: Vault
) -> None:
    sealed = SealedFiles(store, vault)
    for name in NAMES:
        sealed.put(name, CONTENT)
        assert sealed.get(name) == CONTENT
        assert CONTENT not in store.get(name)
    store.put(OTHER, store.get(BY_CONTENT))
    with pytest.raises(SealBrokenError):
        sealed.get(OTHER)


def test_equal_files_have_one_name_in_a_case_and_another_in_the_next(vault: Vault, tmp_path: Path) -> None:
    sha256, case_id = hashlib.sha256(CONTENT).hexdigest(), uuid.uuid4()
    name = name_of(vault, case_id, sha256)
    assert name == name_of(vault, case_id, sha256)
    assert name != name_of(vault, uuid.uuid4(), sha256)
    other_keys = Vault(World(tmp_path, "sqlite://").settings())
    assert name != name_of(other_keys, case_id, sha256), "whoever knows the file has to have the keys too"


def test_all_is_copied_to_another_store_and_compared_there(new: New, tmp_path: Path) -> None:
    source, there, back = new(), new(), Folder(tmp_path / "back")
    for name in NAMES:
        source.put(name, os.urandom(1000))
    there.put(OTHER, source.get(OTHER))
    there.put(FORMER, b"of a copy that was cut off")
    assert copy_all(source, there) == Copied(copied=2, there=1, bytes=3000)
    assert copy_all(source, there) == Copied(there=3, bytes=3000)
    assert copy_all(there, back, {FORMER}) == Copied(copied=1, bytes=1000)
    assert back.get(FORMER) == source.get(FORMER)


class Forgetful(Folder):
    def put(self, name: str, content: bytes) -> None:
        super().put(name, content[:-1])


def test_a_copy_that_comes_back_as_another_is_told_of(tmp_path: Path) -> None:
    source = Folder(tmp_path / "source")
    source.put(OTHER, CONTENT)
    with pytest.raises(NotCopiedError, match=OTHER):
        copy_all(source, Forgetful(tmp_path / "target"))


def test_a_large_file_lies_in_memory_hardly_more_often_for_a_store_far_away(
    s3: S3Server, tmp_path: Path
) -> None:
    world = World(tmp_path, "sqlite://")
    far = s3.settings(seconds=60)

    def copies(place: str) -> float:
        program = [sys.executable, "-m", "tests.integration.files.peak_program", place]
        told = subprocess.run(program, env=world.environment | far, check=True, capture_output=True)
        return float(told.stdout)

    assert copies(far["VEIVISER_FILES"]) < copies(str(tmp_path / "files")) + 1.5
